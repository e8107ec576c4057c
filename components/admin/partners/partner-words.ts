import type { StatusTone } from "@/components/ui/status";
import type {
  Feature,
  IntegrationModel,
  KybStatus,
  PartnerStatus,
  ProductionAccess,
  Tier,
} from "@/lib/domain/partners/statuses";

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

export const INTEGRATION_WORDS: Record<IntegrationModel, string> = {
  SERVER_TO_SERVER: "Server to server",
  WIDGET_ONLY: "Widget only",
  BOTH: "Server and widget",
};

export const KYB_WORDS: Record<KybStatus, { tone: StatusTone; word: string }> = {
  NOT_STARTED: { tone: "neutral", word: "Not started" },
  PENDING: { tone: "progress", word: "Pending" },
  VERIFIED: { tone: "success", word: "Verified" },
  FAILED: { tone: "danger", word: "Failed" },
};

const PROFESSIONAL_FROM = 300_000;
const ENTERPRISE_FROM = 1_500_000;

/** Which tier the expected volume suggests (contract 4); nothing when no volume is known. */
export function tierHint(monthlyActions: number | null): string | undefined {
  if (monthlyActions === null) return undefined;
  const tier =
    monthlyActions < PROFESSIONAL_FROM ? "STANDARD" : monthlyActions < ENTERPRISE_FROM ? "PROFESSIONAL" : "ENTERPRISE";
  return `${monthlyActions.toLocaleString("en")} actions a month suggest ${TIER_WORDS[tier]}.`;
}

export const FEATURE_WORDS: Record<Feature, { word: string; meaning: string }> = {
  DONATIONS: { word: "Donations", meaning: "Donation links and the widget." },
  ACTIONS: { word: "Actions", meaning: "Submitting, reading and reversing actions." },
  USERS: { word: "Users", meaning: "Reward recipients and their balances." },
  CAMPAIGNS: { word: "Campaigns", meaning: "Rules that turn amounts into tokens." },
  TOKEN_POOLS: { word: "Token pools", meaning: "Balances, and requests for more." },
  WEBHOOKS: { word: "Webhooks", meaning: "Registering receivers and reading deliveries." },
  DASHBOARD: { word: "Dashboard", meaning: "Figures and charts." },
};
