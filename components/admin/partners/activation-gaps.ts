import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";

/** What a first activation of the partner still lacks, as someone would say it (contract 1.5). */
export function activationGaps(partner: PartnerRecord): string[] {
  const { contractSignedAt, acceptableUseAcceptedAt, kyb, keys, pools, integrationModel } = partner;
  const gaps: [isMissing: boolean, words: string][] = [
    [contractSignedAt === null, "The contract is not signed."],
    [acceptableUseAcceptedAt === null, "The acceptable-use terms are not accepted."],
    [kyb.status !== "VERIFIED", "The organisation is not verified (KYB)."],
    [keys.sandbox.active + keys.production.active === 0, "It has no active key."],
    [
      integrationModel !== "WIDGET_ONLY" && !pools.some(({ allocated }) => allocated > 0),
      "It has no token pool with an allocation.",
    ],
  ];
  return gaps.filter(([isMissing]) => isMissing).map(([, words]) => words);
}
