import { PartnerStatusMark } from "@/components/admin/partners/partner-status-mark";
import { ACCESS_WORDS, TIER_WORDS } from "@/components/admin/partners/partner-words";
import { Facts } from "@/components/ui/facts";
import { Time } from "@/components/ui/time";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";
import { TIER_CAPS } from "@/lib/domain/partners/statuses";

export function PartnerFacts({ partner }: { partner: PartnerRecord }) {
  const { id, slug, contactEmail, tier } = partner;
  return (
    <Facts
      facts={[
        { label: "Status", value: <PartnerStatusMark status={partner.status} /> },
        { label: "Production", value: ACCESS_WORDS[partner.productionAccess] },
        { label: "Tier", value: `${TIER_WORDS[tier]}, ${TIER_CAPS[tier].hour.toLocaleString("en")} calls an hour` },
        { label: "Partner ID", value: <Mono>{id}</Mono>, copy: id },
        { label: "Slug", value: <Mono>{slug}</Mono>, copy: slug },
        { label: "Contact", value: contactEmail, copy: contactEmail },
        { label: "Sandbox keys", value: keysText(partner.keys.sandbox) },
        { label: "Production keys", value: keysText(partner.keys.production) },
        { label: "Sandbox users", value: partner.users.sandbox.toLocaleString("en") },
        { label: "Production users", value: partner.users.production.toLocaleString("en") },
        { label: "People", value: partner.people.toLocaleString("en") },
        { label: "Created", value: <Time at={partner.createdAt} format="absolute" /> },
        { label: "Updated", value: <Time at={partner.updatedAt} format="absolute" /> },
      ]}
    />
  );
}

function keysText({ active, total }: { active: number; total: number }): string {
  return total === 0 ? "None" : `${active.toLocaleString("en")} active of ${total.toLocaleString("en")}`;
}

function Mono({ children }: { children: string }) {
  return <span className="font-mono text-dense">{children}</span>;
}
