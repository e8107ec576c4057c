import type { StatusTone } from "@/components/ui/status";
import type { ProductionAccess } from "@/lib/domain/partners/statuses";

type AccessLook = {
  word: string;
  tone: StatusTone;
  meaning: string;
  /** What follows when every item of the checklist stands. */
  whenReady: string;
  request?: string;
};

const ASK_FIRST = "Every item stands. Production has to be requested and approved before the cutover.";

/** What the partner's access to production means, and what the person can ask for. */
export const ACCESS_LOOKS: Record<ProductionAccess, AccessLook> = {
  NONE: {
    word: "Not requested",
    tone: "neutral",
    meaning: "Production opens after a review. The items that lie in the sandbox can be shown before it.",
    whenReady: ASK_FIRST,
    request: "Request production",
  },
  REQUESTED: {
    word: "Requested",
    tone: "progress",
    meaning:
      "A reviewer reads the request and decides. Meanwhile the sandbox stays open, and a new request replaces it.",
    whenReady: "Every item stands. The cutover can follow once a reviewer has approved production.",
    request: "Replace request",
  },
  APPROVED: {
    word: "Approved",
    tone: "success",
    meaning: "Production keys and reads are served. Rewards begin once the platform makes the cutover.",
    whenReady:
      "Every item stands. The platform can make the cutover; keep calling and delivering so that none goes stale.",
  },
  LIVE: {
    word: "Live",
    tone: "success",
    meaning: "Production gives real rewards.",
    whenReady: "Every item stands, and the cutover is made.",
  },
  REJECTED: {
    word: "Rejected",
    tone: "danger",
    meaning: "The request was rejected; the answer went to the contact address. The sandbox stays open.",
    whenReady: ASK_FIRST,
    request: "Request production again",
  },
  REVOKED: {
    word: "Revoked",
    tone: "danger",
    meaning: "Production calls are refused. The sandbox stays open.",
    whenReady: ASK_FIRST,
    request: "Request production again",
  },
};
