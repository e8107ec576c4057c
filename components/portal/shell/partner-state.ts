import type { PartnerInfo } from "@/lib/domain/partners/schemas";
import type { PartnerStatus, ProductionAccess } from "@/lib/domain/partners/statuses";

const LOCKED: Partial<Record<ProductionAccess, string>> = {
  NONE: "Opens after a review. Until then this partner works in the sandbox.",
  REQUESTED: "Asked for; a reviewer has to approve it first.",
  REJECTED: "The request was rejected. The sandbox stays open.",
  REVOKED: "Access was revoked. The sandbox stays open.",
};

/** Why production cannot be entered, or undefined when it can. */
export function productionLock(partner: Pick<PartnerInfo, "productionAccess"> | null | undefined): string | undefined {
  if (!partner) return "Opens after a review. Create a sandbox key first.";
  return LOCKED[partner.productionAccess];
}

type Banner = { tone: "warning" | "danger"; title: string; text: string };

const BANNERS: Partial<Record<PartnerStatus, Banner>> = {
  PENDING_APPROVAL: {
    tone: "warning",
    title: "This partner waits for approval",
    text: "Calls with its keys are refused with PARTNER_NOT_ACTIVE until the platform approves it. Pages can be read meanwhile.",
  },
  SUSPENDED: {
    tone: "danger",
    title: "This partner is suspended",
    text: "Every call with its keys is refused with PARTNER_SUSPENDED, and nothing can be created here. Keys can still be revoked. Contact support.",
  },
  INACTIVE: {
    tone: "warning",
    title: "This partner is inactive",
    text: "Calls with its keys are refused with PARTNER_NOT_ACTIVE. Keys can still be revoked. Contact support to be activated again.",
  },
  TERMINATED: {
    tone: "danger",
    title: "This partner is terminated",
    text: "All of its keys are revoked and this cannot be undone.",
  },
};

/** What stands above every page of a partner that is not active. */
export function statusBanner(partner: Pick<PartnerInfo, "status"> | null | undefined): Banner | undefined {
  return partner ? BANNERS[partner.status] : undefined;
}
