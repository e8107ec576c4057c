import { ADMIN_ROLE_WORDS } from "@/components/admin/shell/admin-roles";
import type { AdminRole } from "@/lib/domain/admins/schemas";

const MEANINGS: Record<AdminRole, string> = {
  REVIEWER: "Decides on inquiries.",
  COMPLIANCE: "Judges contract, KYB and status of partners.",
  OPERATOR: "Runs keys, pools, tiers and features of partners, and invites their people.",
  AUDITOR: "Reads everything and changes nothing.",
  SUPERADMIN: "Everything, and who belongs to this team.",
};

/** Each role with what it may do. All of them read everything. */
export const ADMIN_ROLES_EXPLAINED = Object.fromEntries(
  Object.entries(MEANINGS).map(([role, meaning]) => [role, { word: ADMIN_ROLE_WORDS[role as AdminRole], meaning }]),
) as Record<AdminRole, { word: string; meaning: string }>;
