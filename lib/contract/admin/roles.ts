/** Those who run keys, pools, tier and features. */
export const OPERATORS = ["OPERATOR", "SUPERADMIN"] as const;

/** Those who judge contract, KYB and status. */
export const COMPLIANCE = ["COMPLIANCE", "SUPERADMIN"] as const;

/** Those who decide on inquiries. */
export const REVIEWERS = ["REVIEWER", "SUPERADMIN"] as const;
