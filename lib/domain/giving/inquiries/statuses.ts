/**
 * Where an inquiry stands. The contract's `APPROVED` is no place to stand in: an approval passes through it into
 * `CONTRACT_PENDING` at once, and the decision says APPROVED. `CHANGES_REQUESTED` is ours.
 */
export const INQUIRY_STATUSES = [
  "SUBMITTED",
  "IN_REVIEW",
  "CHANGES_REQUESTED",
  "CONTRACT_PENDING",
  "CONTRACT_SIGNED",
  "CONVERTED",
  "REJECTED",
  "WITHDRAWN",
] as const;
export type InquiryStatus = (typeof INQUIRY_STATUSES)[number];

/** From these something may still become of it. */
export const OPEN_STATUSES = [
  "SUBMITTED",
  "IN_REVIEW",
  "CHANGES_REQUESTED",
  "CONTRACT_PENDING",
  "CONTRACT_SIGNED",
] as const satisfies readonly InquiryStatus[];

/** In these it waits for one of us; in `CHANGES_REQUESTED` for the applicant. */
export const WAITING_STATUSES = [
  "SUBMITTED",
  "IN_REVIEW",
  "CONTRACT_PENDING",
  "CONTRACT_SIGNED",
] as const satisfies readonly InquiryStatus[];

/** The only moves there are: what is done, from where, and where it leads. */
export const INQUIRY_MOVES = {
  review: { from: ["SUBMITTED"], to: "IN_REVIEW" },
  requestChanges: { from: ["IN_REVIEW"], to: "CHANGES_REQUESTED" },
  resubmit: { from: ["CHANGES_REQUESTED"], to: "IN_REVIEW" },
  approve: { from: ["IN_REVIEW"], to: "CONTRACT_PENDING" },
  reject: { from: ["IN_REVIEW"], to: "REJECTED" },
  sign: { from: ["CONTRACT_PENDING"], to: "CONTRACT_SIGNED" },
  convert: { from: ["CONTRACT_SIGNED"], to: "CONVERTED" },
  withdraw: { from: OPEN_STATUSES, to: "WITHDRAWN" },
} as const satisfies Record<string, { from: readonly InquiryStatus[]; to: InquiryStatus }>;
export type InquiryMove = keyof typeof INQUIRY_MOVES;

export function isMovePossible(status: InquiryStatus, move: InquiryMove): boolean {
  const from: readonly InquiryStatus[] = INQUIRY_MOVES[move].from;
  return from.includes(status);
}

export function isOpen(status: InquiryStatus): boolean {
  return (OPEN_STATUSES as readonly InquiryStatus[]).includes(status);
}

/** Applicant's or ours; `SHARED` is for both, `INTERNAL` never leaves the platform. */
export const COMMENT_AUTHORS = ["APPLICANT", "REVIEWER"] as const;
export const COMMENT_AUDIENCES = ["SHARED", "INTERNAL"] as const;

export const DECISIONS = ["APPROVED", "REJECTED"] as const;
