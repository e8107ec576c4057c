import { PARTNER_WORDS } from "@/components/admin/partners/partner-words";
import type { AuditRecord } from "@/lib/domain/audit/schemas";
import type { PartnerStatus } from "@/lib/domain/partners/statuses";

const WORDS: Record<string, string> = { api: "API", url: "URL", ip: "IP", allowlist: "allow-list" };

function inWords(name: string): string {
  return name
    .split("_")
    .map((word) => WORDS[word] ?? word)
    .join(" ");
}

function statusWord(fields: AuditRecord["after"]): string {
  const status = String(fields?.status);
  return PARTNER_WORDS[status as PartnerStatus]?.word.toLowerCase() ?? status;
}

/** What the timeline can be narrowed down to: decisions first, traffic last. */
export const AUDIT_ACTIONS = [
  "partner.created",
  "partner.status_changed",
  "partner.production_access_changed",
  "partner.updated",
  "partner.tier_changed",
  "partner.compliance_changed",
  "partner.features_changed",
  "partner.ip_allowlist_changed",
  "partner.action_types_changed",
  "partner.stakeholder_types_changed",
  "approval.requested",
  "approval.approved",
  "approval.rejected",
  "go_live_item.waived",
  "production_request.changes_requested",
  "portal_user.invited",
  "portal_user.joined",
  "portal_user.updated",
  "api_key.created",
  "api_key.updated",
  "api_key.rotated",
  "api_key.revoked",
  "api_key.expired",
  "token_pool.created",
  "webhook.created",
  "webhook.disabled",
  "webhook.deleted",
  "action.submitted",
  "action.refused",
] as const;

/** "API key created": the name of an action. */
export function actionText(action: string): string {
  const text = action.split(".").map(inWords).join(" ").trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What happened, for any action there is or will be. */
export function auditTitle({ action, before, after }: Pick<AuditRecord, "action" | "before" | "after">): string {
  if (action === "partner.status_changed") return `Status changed from ${statusWord(before)} to ${statusWord(after)}`;
  return actionText(action);
}

const ACTORS: Record<AuditRecord["actorType"], string> = {
  ADMIN: "Administrator",
  PARTNER_USER: "Person",
  API_KEY: "Key",
  SYSTEM: "System",
};

/** What is shown of a record; a partner's own lacks some of it. */
export type ShownRecord = Omit<AuditRecord, "ip" | "actorId" | "sealed" | "partnerName"> & {
  actorId: string | null;
  partnerName?: string | null;
};

/** "Administrator ada@portico.example": who did it, by name where there is one. To a partner all of them are the platform. */
export function auditActor({ actorType, actorId, actorName }: ShownRecord): string {
  if (actorId === null) return actorName ?? ACTORS[actorType];
  return `${ACTORS[actorType]} ${actorName ?? actorId}`;
}

export type Change = { field: string; before?: string; after?: string };

const shown = (value: unknown) =>
  value === undefined ? undefined : typeof value === "string" ? value : JSON.stringify(value);

/** The fields that changed, each with what it was and what it is. The title tells of a status already. */
export function auditChanges({ action, before, after }: Pick<AuditRecord, "action" | "before" | "after">): Change[] {
  if (action === "partner.status_changed") return [];
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...fields].map((field) => ({ field, before: shown(before?.[field]), after: shown(after?.[field]) }));
}
