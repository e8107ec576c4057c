import { expect, test } from "vitest";
import { type AttemptRow, type ClaimRow, summarise } from "@/lib/domain/directory/claims/status-summary";

const NOW = new Date("2026-05-10T12:00:00.000Z");
const LATER = new Date("2026-05-11T12:00:00.000Z");
const BEFORE = new Date("2026-05-09T12:00:00.000Z");

const CLAIM = {
  ...{ id: "claim-1", providerId: "provider-1", claimantName: "Ada", claimantEmail: "ada@example.org" },
  ...{ claimantPhone: null, claimantRole: null, businessDomain: null, verificationMethod: null },
  ...{ createdAt: BEFORE, updatedAt: BEFORE },
};

type Attempt = Pick<AttemptRow, "method" | "status"> & Partial<AttemptRow>;

/** The claim of a status with these attempts, the latest first. */
function read(status: ClaimRow["status"], ...attempts: Attempt[]) {
  const claim = { ...CLAIM, status } as ClaimRow;
  const rows = attempts.map((attempt) => ({ expiresAt: LATER, completedAt: null, ...attempt }) as AttemptRow);
  return summarise(claim, rows, NOW);
}

test("without an attempt every check is open, but for the administrator's own", () => {
  expect(read("submitted").checklist.map(({ key, status }) => [key, status])).toEqual([
    ["business_email", "not_started"],
    ["business_phone", "not_started"],
    ["license_document", "not_started"],
    ["admin_manual", "pending"],
  ]);
});

test("a check shows its latest attempt, which has expired from its end on", () => {
  const passed = { method: "business_email", status: "passed", completedAt: BEFORE } as const;
  const { checklist } = read("admin_review", passed, { method: "business_email", status: "failed" });
  expect(checklist[0]).toMatchObject({ status: "passed", method: "business_email", completedAt: BEFORE.toISOString() });
  const statusAt = (expiresAt: Date) =>
    read("email_pending", { method: "business_email", status: "pending", expiresAt }).checklist[0]!.status;
  expect([LATER, NOW, BEFORE].map(statusAt)).toEqual(["pending", "expired", "expired"]);
});

const passed = { method: "business_email", status: "passed" } as const;
const failed = { method: "license_document", status: "failed" } as const;
const pending = (method: Attempt["method"]) => ({ method, status: "pending" }) as const;

test.each<[string, RegExp, ReturnType<typeof read>]>([
  ["approval is over", /approved/, read("approved", failed, passed)],
  ["what failed comes before what passed", /License document has failed/, read("admin_review", passed, failed)],
  ["what passed waits for an administrator", /Evidence was received/, read("admin_review", passed)],
  ["the first open check is next", /Business phone/, read("email_pending", pending("business_email"))],
  [
    "when all are under way it waits",
    /awaits review/,
    read("email_pending", pending("business_email"), pending("business_phone"), pending("license_document")),
  ],
])("the next action: %s", (_, gist, { nextAction }) => {
  expect(nextAction).toMatch(gist);
});

test.each<[string, boolean, boolean, ReturnType<typeof read>]>([
  ["email_pending", false, false, read("email_pending", pending("business_email"))],
  ["email_pending with evidence", true, false, read("email_pending", passed)],
  ["admin_review", true, false, read("admin_review")],
  ["approved", false, true, read("approved")],
  ["conflict", false, false, read("conflict")],
])("a claim that is %s: ready for review %s, profile open %s", (_, isReady, canEdit, summary) => {
  expect(summary).toMatchObject({ readyForAdminReview: isReady, canEditProfile: canEdit });
});
