import type { StatusTone } from "@/components/ui/status";
import type { PartnerStatus, ProductionAccess, Tier } from "@/lib/domain/partners/statuses";

export const PARTNER_WORDS: Record<PartnerStatus, { tone: StatusTone; word: string; meaning: string }> = {
  PENDING_APPROVAL: {
    tone: "progress",
    word: "Pending approval",
    meaning: "Its keys are refused with PARTNER_NOT_ACTIVE until it is activated.",
  },
  ACTIVE: { tone: "success", word: "Active", meaning: "Its keys are served." },
  SUSPENDED: {
    tone: "danger",
    word: "Suspended",
    meaning: "Its keys are refused with PARTNER_SUSPENDED. Its people can read, and revoke keys.",
  },
  INACTIVE: {
    tone: "neutral",
    word: "Inactive",
    meaning: "Its keys are refused with PARTNER_NOT_ACTIVE. Its people can read, and revoke keys.",
  },
  TERMINATED: {
    tone: "danger",
    word: "Terminated",
    meaning: "Its keys are revoked and its people cannot sign in. This is final.",
  },
};

export const TIER_WORDS: Record<Tier, string> = {
  STANDARD: "Standard",
  PROFESSIONAL: "Professional",
  ENTERPRISE: "Enterprise",
};

export const ACCESS_WORDS: Record<ProductionAccess, string> = {
  NONE: "Not asked for",
  REQUESTED: "Requested",
  APPROVED: "Approved",
  LIVE: "Live",
  REJECTED: "Rejected",
  REVOKED: "Revoked",
};
