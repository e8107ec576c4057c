import type { AdminRole } from "@/lib/domain/admins/schemas";

export const ADMIN_ROLE_WORDS: Record<AdminRole, string> = {
  REVIEWER: "Reviewer",
  COMPLIANCE: "Compliance",
  OPERATOR: "Operator",
  AUDITOR: "Auditor",
  SUPERADMIN: "Superadmin",
};

/** "Compliance or Superadmin" */
export function rolesText(roles: readonly AdminRole[]): string {
  return roles.map((role) => ADMIN_ROLE_WORDS[role]).join(" or ");
}
