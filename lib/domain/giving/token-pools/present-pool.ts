import type { tokenPools } from "@/db/schema/giving";
import { refilledInMonth } from "@/lib/domain/giving/token-pools/pool-account";
import type { TokenPool } from "@/lib/domain/giving/token-pools/schemas";

type PoolRow = typeof tokenPools.$inferSelect & { dueReturns: number };

/** A pool as the API shows it at `now`; an active pool without tokens is `DEPLETED`. */
export function presentPool(row: PoolRow, now: Date): TokenPool {
  const balance = row.balance + row.dueReturns;
  return {
    id: row.id,
    name: row.name,
    environment: row.environment,
    status: row.status === "ACTIVE" && balance === 0 ? "DEPLETED" : row.status,
    isDefault: row.isDefault,
    balance,
    allocated: row.allocated,
    distributed: row.distributed,
    returned: row.returned + row.dueReturns,
    withdrawn: row.withdrawn,
    lowBalanceThreshold: row.lowBalanceThreshold,
    autoRefill: { ...row.autoRefill, usedThisMonth: refilledInMonth(row, now) },
    restrictions: row.restrictions,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
