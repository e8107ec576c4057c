import type { poolRequests } from "@/db/schema/pools";
import type { PoolRequest } from "@/lib/domain/giving/token-pools/schemas";

/** A request for tokens as the API shows it. */
export function presentPoolRequest(row: typeof poolRequests.$inferSelect): PoolRequest {
  const { id, tokenPoolId, tokens, approvedTokens, reason, status, decidedAt, decisionNote, createdAt } = row;
  return {
    ...{ id, tokenPoolId, amount: tokens, approvedAmount: approvedTokens, reason, status, decisionNote },
    decidedAt: decidedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}
