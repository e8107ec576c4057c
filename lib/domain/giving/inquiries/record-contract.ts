import { isDeepStrictEqual } from "node:util";
import { type AdminCtx, inTransaction } from "@/lib/domain/context";
import { getInquiry } from "@/lib/domain/giving/inquiries/get-inquiry";
import {
  holdInquiry,
  type InquiryRow,
  moveInquiry,
  requireMove,
  updateInquiry,
} from "@/lib/domain/giving/inquiries/hold-inquiry";
import { recordInquiryAudit } from "@/lib/domain/giving/inquiries/record-inquiry-audit";
import type { Inquiry, RecordContract } from "@/lib/domain/giving/inquiries/schemas";
import { fail, type Issue } from "@/lib/errors";

/** What is kept of contract and check, on an inquiry as on the partner it becomes. */
export function contractFacts(row: InquiryRow) {
  const { contractSignedAt, acceptableUseAcceptedAt, kybStatus, kybRegistrationNumber, kybCountry, kybVerifiedAt } =
    row;
  return { contractSignedAt, acceptableUseAcceptedAt, kybStatus, kybRegistrationNumber, kybCountry, kybVerifiedAt };
}
type Facts = ReturnType<typeof contractFacts>;

/** Nothing was signed, accepted or verified in the future, and only what is verified has a time of it. */
function requireSound(now: Date, { contractSignedAt, acceptableUseAcceptedAt, kyb }: RecordContract): void {
  const times = { contractSignedAt, acceptableUseAcceptedAt, "kyb.verifiedAt": kyb?.verifiedAt };
  const details: Issue[] = [];
  for (const [field, at] of Object.entries(times))
    if (at && at > now) details.push({ field, issue: "must not lie ahead" });
  if (kyb?.verifiedAt && kyb.status !== "VERIFIED") {
    details.push({ field: "kyb.verifiedAt", issue: "goes with the status VERIFIED only" });
  }
  if (details.length > 0) fail("validation_error", { details });
}

/** What is left out stays; a verification said again keeps its time. */
function withInput(now: Date, facts: Facts, { contractSignedAt, acceptableUseAcceptedAt, kyb }: RecordContract): Facts {
  const given = {
    ...(contractSignedAt !== undefined && { contractSignedAt }),
    ...(acceptableUseAcceptedAt !== undefined && { acceptableUseAcceptedAt }),
  };
  if (!kyb) return { ...facts, ...given };
  return {
    ...facts,
    ...given,
    kybStatus: kyb.status,
    ...(kyb.registrationNumber !== undefined && { kybRegistrationNumber: kyb.registrationNumber }),
    ...(kyb.country !== undefined && { kybCountry: kyb.country }),
    kybVerifiedAt: kyb.status === "VERIFIED" ? (kyb.verifiedAt ?? facts.kybVerifiedAt ?? now) : null,
  };
}

const isComplete = (facts: Facts) =>
  facts.contractSignedAt !== null && facts.acceptableUseAcceptedAt !== null && facts.kybStatus === "VERIFIED";

/**
 * Keeps what is known of contract, acceptable use and KYB; once all of it is there, the inquiry is signed. The same again
 * changes nothing. Fails with `inquiry_not_found`, `validation_error` or `invalid_state_transition`.
 */
export function recordInquiryContract(ctx: AdminCtx, input: { inquiryId: string } & RecordContract): Promise<Inquiry> {
  const { inquiryId, reason } = input;
  requireSound(ctx.now, input);
  return inTransaction(ctx, async (ctx) => {
    const row = await holdInquiry(ctx, inquiryId);
    requireMove(row, "sign");
    const before = contractFacts(row);
    const after = withInput(ctx.now, before, input);
    if (!isDeepStrictEqual(before, after)) {
      const { status } = isComplete(after)
        ? await moveInquiry(ctx, row, "sign", after)
        : await updateInquiry(ctx, row, after);
      const entry = { before: { status: row.status, ...before }, after: { status, ...after }, reason };
      await recordInquiryAudit(ctx, { action: "inquiry.contract_recorded", inquiryId, ...entry });
    }
    return getInquiry(ctx, { inquiryId });
  });
}
