import type { AdminRole } from "@/lib/domain/admins/schemas";
import type { PartnerRole } from "@/lib/domain/keys/scopes";
import type { PartnerStatus } from "@/lib/domain/partners/statuses";

/** Everybody who signs in to the demo world has this password. It is no secret: the sign-in page of a demo shows it. */
export const DEMO_PASSWORD = "portico-demo-1";

export const DEMO_ADMINS: readonly { email: string; role: AdminRole }[] = [
  { email: "admin@portico.example", role: "SUPERADMIN" },
  // Valuable changes take two: the one who asks cannot be the one who approves.
  { email: "colleague@portico.example", role: "SUPERADMIN" },
  { email: "reviewer@portico.example", role: "REVIEWER" },
];

export type DemoPerson = { email: string; firstName: string; lastName: string; role: PartnerRole };
export type DemoPartner = { name: string; status: PartnerStatus; reason?: string; people: readonly DemoPerson[] };

export const ACME: DemoPartner = {
  name: "Acme",
  status: "ACTIVE",
  people: [
    { email: "owner@acme.example", firstName: "Olivia", lastName: "Okafor", role: "OWNER" },
    { email: "developer@acme.example", firstName: "Dev", lastName: "Patel", role: "DEVELOPER" },
  ],
};

/** One partner in each of the other states. */
export const OTHER_PARTNERS: readonly DemoPartner[] = [
  {
    name: "Larkspur Books",
    status: "PENDING_APPROVAL",
    people: [{ email: "owner@larkspur.example", firstName: "Lena", lastName: "Larkin", role: "OWNER" }],
  },
  {
    name: "Tidewater Ferries",
    status: "SUSPENDED",
    reason: "Repeated submissions for the same order; waiting for their answer",
    people: [{ email: "owner@tidewater.example", firstName: "Tom", lastName: "Tidewell", role: "OWNER" }],
  },
  {
    name: "Old Mill Bakery",
    status: "INACTIVE",
    reason: "Seasonal pause, at the partner's wish",
    people: [{ email: "owner@oldmill.example", firstName: "Mila", lastName: "Miller", role: "OWNER" }],
  },
  {
    name: "Brightline Tours",
    status: "TERMINATED",
    reason: "Contract ended",
    people: [{ email: "owner@brightline.example", firstName: "Bruno", lastName: "Bright", role: "OWNER" }],
  },
];
