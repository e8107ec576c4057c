import { COMPLIANCE_ROLES, OPERATOR_ROLES } from "@/lib/domain/admins/schemas";

/** Those who run keys, pools, tier and features. */
export const OPERATORS = OPERATOR_ROLES;

/** Those who judge contract, KYB, status and production. */
export const COMPLIANCE = COMPLIANCE_ROLES;

/** Those who decide on inquiries. */
export const REVIEWERS = ["REVIEWER", "SUPERADMIN"] as const;
