import { database } from "@/db/client";
import { makeAdmin } from "@/db/testing/factories";
import { approveInquiry } from "@/lib/domain/giving/inquiries/decide-inquiry";
import { recordInquiryContract } from "@/lib/domain/giving/inquiries/record-contract";
import { reviewInquiry } from "@/lib/domain/giving/inquiries/review-inquiry";
import { InquiryFields, type InquirySubmitted } from "@/lib/domain/giving/inquiries/schemas";
import { submitInquiry } from "@/lib/domain/giving/inquiries/submit-inquiry";
import type { AdminCalls } from "@/lib/testing/admin-calls/arranged-calls";
import { PARTNERS, REASON } from "@/lib/testing/admin-calls/words";
import type { Call } from "@/lib/testing/call";
import { adminCtx, testCtx } from "@/lib/testing/context";
import { jsonCall } from "@/lib/testing/sign";
import { inquiryBody } from "@/lib/testing/worlds";

const STANDINGS = ["SUBMITTED", "IN_REVIEW", "CONTRACT_PENDING", "CONTRACT_SIGNED"] as const;
type Standing = (typeof STANDINGS)[number];

/** An inquiry that went the straight way as far as this. */
export async function makeInquiry(
  standing: Standing,
  overrides: Record<string, unknown> = {},
): Promise<InquirySubmitted> {
  const now = new Date();
  const admin = adminCtx(await makeAdmin(database().db), now);
  const submitted = await submitInquiry(testCtx(now), InquiryFields.parse(inquiryBody(overrides)));
  const step = { inquiryId: submitted.inquiryId, reason: REASON };
  const as = STANDINGS.indexOf(standing);
  if (as >= 1) await reviewInquiry(admin, step);
  if (as >= 2) await approveInquiry(admin, { ...step, tier: "STANDARD" });
  if (as >= 3) {
    const kyb = { status: "VERIFIED", registrationNumber: "HRB 12345", country: "US" } as const;
    await recordInquiryContract(admin, { ...step, kyb, contractSignedAt: now, acceptableUseAcceptedAt: now });
  }
  return submitted;
}

const INQUIRIES = `${PARTNERS}/inquiries`;

async function on(standing: Standing, verb: string, body: object = {}): Promise<Call> {
  const { inquiryId } = await makeInquiry(standing);
  return jsonCall("POST", `${INQUIRIES}/${inquiryId}/${verb}`, { ...body, reason: REASON });
}

/** What makes a partner of the inquiry of `inquiryBody`. */
export const partnerBody = (overrides: Record<string, unknown> = {}) => ({
  name: "Acme Outdoor",
  legalEntity: "Acme Outdoor, Inc.",
  contactEmail: "partners@acme.example",
  useCaseSummary: "Customers earn tokens for purchases.",
  integrationModel: "SERVER_TO_SERVER",
  expectedMonthlyActionVolume: 40_000,
  tier: "PROFESSIONAL",
  actionTypes: ["PURCHASE"],
  stakeholderTypes: ["CUSTOMER"],
  enabledFeatures: ["ACTIONS", "WEBHOOKS"],
  reason: REASON,
  ...overrides,
});

export const inquiryCalls: AdminCalls = {
  listInquiries: () => ({ target: INQUIRIES }),
  getInquiry: async () => ({ target: `${INQUIRIES}/${(await makeInquiry("SUBMITTED")).inquiryId}` }),
  reviewInquiry: () => on("SUBMITTED", "review"),
  requestInquiryChanges: () =>
    on("IN_REVIEW", "request-changes", { comments: [{ field: "useCaseSummary", text: "Which shops?" }] }),
  approveInquiry: () => on("IN_REVIEW", "approve", { tier: "STANDARD", note: "Welcome." }),
  rejectInquiry: () => on("IN_REVIEW", "reject", { note: "Not in this region." }),
  addInquiryComment: () => on("SUBMITTED", "comments", { text: "Known from last year.", audience: "INTERNAL" }),
  recordInquiryContract: () => on("CONTRACT_PENDING", "contract", { kyb: { status: "PENDING" } }),
  createPartner: ({ id }) => jsonCall("POST", PARTNERS, partnerBody({ slug: `acme-${id}` })),
};
