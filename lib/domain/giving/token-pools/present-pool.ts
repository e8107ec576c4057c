import type { tokenPools } from "@/db/schema/giving";
import type { TokenPool } from "@/lib/domain/giving/token-pools/schemas";

type PoolRow = typeof tokenPools.$inferSelect;

/** A pool as the API shows it; an active pool without tokens is `DEPLETED`. */
export function presentPool(row: PoolRow): TokenPool {
  return {
    id: row.id,
    name: row.name,
    environment: row.environment,
    status: row.status === "ACTIVE" && row.balance === 0 ? "DEPLETED" : row.status,
    isDefault: row.isDefault,
    balance: row.balance,
    allocated: row.allocated,
    distributed: row.distributed,
    returned: row.returned,
    withdrawn: row.withdrawn,
    lowBalanceThreshold: row.lowBalanceThreshold,
    autoRefill: row.autoRefill,
    restrictions: row.restrictions,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
