/**
 * Accounts of the ledger, per environment. `POOL` and the two user accounts exist once for each pool or user; only
 * `TREASURY` may be negative, being where tokens come from.
 */
export const ACCOUNT_KINDS = ["TREASURY", "POOL", "USER_VESTING", "USER_AVAILABLE", "EXPIRED", "REDEEMED"] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];
