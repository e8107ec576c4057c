import { asSentence } from "@/components/portal/forms/contract-resolver";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import type { ApiError } from "@/lib/client/call";
import type { AdminRole } from "@/lib/domain/admins/schemas";
import { COMPLIANCE_ROLES, OPERATOR_ROLES } from "@/lib/domain/admins/schemas";
import type { ApprovalAction } from "@/lib/domain/giving/approvals/schemas";

type Words = { title: string; approve: string; roles: readonly AdminRole[] };

/** What each write that takes two is called, and who may be the second. */
export const APPROVAL_WORDS: Record<ApprovalAction, Words> = {
  "production_access.approve": {
    title: "Approve production access",
    approve: "Approve access",
    roles: COMPLIANCE_ROLES,
  },
  "production_access.cut_over": {
    title: "Cut over to production",
    approve: "Approve cutover",
    roles: COMPLIANCE_ROLES,
  },
  "go_live.waive": { title: "Waive a checklist item", approve: "Approve waiver", roles: COMPLIANCE_ROLES },
  "token_pool.create": { title: "Open a production pool", approve: "Approve pool", roles: OPERATOR_ROLES },
  "token_pool.allocate": { title: "Allocate production tokens", approve: "Approve allocation", roles: OPERATOR_ROLES },
  "token_pool.auto_refill": { title: "Let a pool refill itself", approve: "Approve refill", roles: OPERATOR_ROLES },
  "pool_request.approve": { title: "Approve a token request", approve: "Approve request", roles: OPERATOR_ROLES },
};

/** Why a decision was not made, and what to do about it. */
export function approvalProblem(error: ApiError): string {
  if (error.code === "FORBIDDEN") return "Another administrator must decide, in a role that may ask for this itself.";
  if (error.code !== "INVALID_STATE_TRANSITION") return problemSentence(error);
  const details = error.details as { status?: string } | undefined;
  if (details?.status === "STALE") {
    return "What this rests on has changed since it was asked for. It has to be asked for again.";
  }
  return details?.status
    ? asSentence(`This is ${details.status.toLowerCase()} already. Close it and look at the list`)
    : problemSentence(error);
}

/** "productionAccess" reads "Production access". */
export function fieldLabel(name: string): string {
  const words = name
    .replace(/_/g, " ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A value of a change as a person reads it. */
export function shownValue(value: unknown): string {
  if (value === null || value === undefined) return "none";
  if (typeof value === "number") return value.toLocaleString("en");
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value.join(", ");
  return typeof value === "string" ? value : JSON.stringify(value);
}
