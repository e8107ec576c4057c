import type { AdminCtx } from "@/lib/domain/context";
import { administerPartner } from "@/lib/domain/giving/partner-administration/administer-partner";
import type { SetCompliance } from "@/lib/domain/giving/partner-administration/schemas";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";
import type { PartnerChanges, PartnerRow } from "@/lib/domain/partners/write-partner";
import { fail } from "@/lib/errors";

/** Nothing was signed, accepted or verified in the future. */
function requirePast(now: Date, { contractSignedAt, acceptableUseAcceptedAt, kyb }: SetCompliance): void {
  const times = { contractSignedAt, acceptableUseAcceptedAt, "kyb.verifiedAt": kyb?.verifiedAt };
  const details = Object.entries(times).flatMap(([field, at]) =>
    at && at > now ? [{ field, issue: "must not lie ahead" }] : [],
  );
  if (details.length > 0) fail("validation_error", { details });
}

/** A verification has a time exactly while it stands; said again, it keeps the first one. */
function kybChanges(now: Date, partner: PartnerRow, kyb: NonNullable<SetCompliance["kyb"]>): PartnerChanges {
  const kybStatus = kyb.status ?? partner.kybStatus;
  if (kyb.verifiedAt && kybStatus !== "VERIFIED") {
    const issue = "goes with the status VERIFIED only";
    fail("validation_error", { details: [{ field: "kyb.verifiedAt", issue }] });
  }
  return {
    kybStatus,
    kybVerifiedAt: kybStatus === "VERIFIED" ? (kyb.verifiedAt ?? partner.kybVerifiedAt ?? now) : null,
    ...(kyb.registrationNumber !== undefined && { kybRegistrationNumber: kyb.registrationNumber }),
    ...(kyb.country !== undefined && { kybCountry: kyb.country }),
  };
}

/** Records contract, acceptable use and the check of the organisation. */
export function setCompliance(ctx: AdminCtx, input: { id: string } & SetCompliance): Promise<PartnerRecord> {
  const { id, reason, kyb, contractSignedAt, acceptableUseAcceptedAt } = input;
  requirePast(ctx.now, input);
  return administerPartner(ctx, {
    ...{ partnerId: id, reason },
    action: "partner.compliance_changed",
    decide: ({ now }, partner) => ({
      contractSignedAt,
      acceptableUseAcceptedAt,
      ...(kyb && kybChanges(now, partner, kyb)),
    }),
  });
}
