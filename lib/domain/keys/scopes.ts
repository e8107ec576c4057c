import type { Environment } from "@/lib/domain/shared/schemas";

export const SCOPES = [
  "config:read",
  "organizations:read",
  "donations:write",
  "donations:read",
  "users:read",
  "users:write",
  "actions:read",
  "actions:write",
  "transactions:read",
  "campaigns:read",
  "campaigns:write",
  "token_pools:read",
  "token_pools:request",
  "webhooks:read",
  "webhooks:write",
  "dashboard:read",
] as const;
export type Scope = (typeof SCOPES)[number];

const READS = SCOPES.filter((scope) => scope.endsWith(":read"));

/** What a publishable key may do at most: the four public powers, and every read when the request is signed. */
export const PUBLISHABLE_SCOPES: readonly Scope[] = [...new Set<Scope>([...SCOPES.slice(0, 4), ...READS])];

export const PARTNER_ROLES = ["OWNER", "ADMIN", "DEVELOPER", "VIEWER"] as const;
export type PartnerRole = (typeof PARTNER_ROLES)[number];

export const KEY_PERMISSION = "partner_keys:manage";

/** Permissions a role carries in a user token. */
export function permissionsOf(role: PartnerRole): string[] {
  return role === "VIEWER" ? [] : [KEY_PERMISSION];
}

/** Scopes a role has in an environment: viewers read, developers also write in the sandbox, the others write in both. */
export function scopesOfRole(role: PartnerRole, environment: Environment): readonly Scope[] {
  const writes = role === "OWNER" || role === "ADMIN" || (role === "DEVELOPER" && environment === "sandbox");
  return writes ? SCOPES : READS;
}
