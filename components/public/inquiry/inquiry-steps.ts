import type { Step } from "@/components/ui/steps";
import type { InquiryState } from "@/lib/domain/giving/inquiries/schemas";
import type { InquiryStatus } from "@/lib/domain/giving/inquiries/statuses";

type Stage = Pick<Step, "state" | "word"> & { description: string };

const LATER = { state: "upcoming" } as const;
const DONE = { state: "done" } as const;

const REVIEW: Record<InquiryStatus, Stage> = {
  SUBMITTED: { state: "current", word: "Waiting", description: "A reviewer will take it up." },
  IN_REVIEW: { state: "current", word: "In review", description: "A reviewer is reading it." },
  CHANGES_REQUESTED: {
    state: "current",
    word: "Your turn",
    description: "The reviewer asks for changes. The comments stand at the fields.",
  },
  CONTRACT_PENDING: { ...DONE, word: "Approved", description: "The inquiry was approved." },
  CONTRACT_SIGNED: { ...DONE, word: "Approved", description: "The inquiry was approved." },
  CONVERTED: { ...DONE, word: "Approved", description: "The inquiry was approved." },
  REJECTED: { state: "failed", word: "Rejected", description: "The inquiry was rejected. This is final." },
  WITHDRAWN: { state: "failed", word: "Withdrawn", description: "You withdrew the inquiry. This is final." },
};

const CONTRACT: Partial<Record<InquiryStatus, Pick<Stage, "state" | "word">>> = {
  CONTRACT_PENDING: { state: "current", word: "Open" },
  CONTRACT_SIGNED: DONE,
  CONVERTED: DONE,
};

const ACCOUNT: Partial<Record<InquiryStatus, Pick<Stage, "state" | "word">>> = {
  CONTRACT_SIGNED: { state: "current", word: "Being prepared" },
  CONVERTED: DONE,
};

/** The way from the inquiry to the partner account, as far as it has been walked. */
export function stepsOf({ status }: Pick<InquiryState, "status">): Step[] {
  return [
    { id: "inquiry", title: "Inquiry", ...DONE, description: "It has arrived." },
    { id: "review", title: "Review", ...REVIEW[status] },
    {
      id: "contract",
      title: "Contract and compliance",
      ...(CONTRACT[status] ?? LATER),
      description: "Contract, acceptable-use terms and the check of your organisation.",
    },
    {
      id: "account",
      title: "Partner account",
      ...(ACCOUNT[status] ?? LATER),
      description: "Keys, a token pool and the portal, for your sandbox first.",
    },
  ];
}

/** What the applicant can expect, and what there is to do. */
export const NEXT_WORDS: Record<InquiryStatus, string> = {
  SUBMITTED: "Nothing is to be done. Mail comes as soon as a reviewer has a question or has decided.",
  IN_REVIEW: "Nothing is to be done. Answer below if the reviewer asks something.",
  CHANGES_REQUESTED: "Change what the comments name and send the inquiry again. It then goes back into review.",
  CONTRACT_PENDING:
    "The contract and the acceptable-use terms come by mail. Sign and return them; the check of your organisation runs beside it.",
  CONTRACT_SIGNED: "Everything is signed and checked. We create your partner account now.",
  CONVERTED: "Your partner account exists. An invitation to the portal went to the contact address.",
  REJECTED: "Nothing more becomes of this inquiry. If things have changed, send a new one.",
  WITHDRAWN: "Nothing more becomes of this inquiry. Should you want to return, send a new one.",
};
