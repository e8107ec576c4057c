import { and, asc, eq, or, sql } from "drizzle-orm";
import { tokenPools } from "@/db/schema/giving";
import { inScope, statement, updating } from "@/db/statement";
import type { Ctx, InTx } from "@/lib/domain/context";
import { PoolAccount } from "@/lib/domain/giving/token-pools/pool-account";
import { poolColumns } from "@/lib/domain/giving/token-pools/pool-columns";
import type { Environment } from "@/lib/domain/shared/schemas";

type Scope = { partnerId: string; environment: Environment };

const selectPools = statement((db) =>
  db
    .select(poolColumns(sql`${sql.placeholder("now")}::timestamptz`))
    .from(tokenPools)
    .where(
      and(
        inScope(tokenPools),
        or(
          sql`${tokenPools.id} = any(${sql.placeholder("ids")})`,
          and(eq(tokenPools.isDefault, true), sql`${sql.placeholder("withDefault")}::boolean`),
        ),
      ),
    )
    // Everyone takes them in this order, so that nobody waits crosswise.
    .orderBy(asc(tokenPools.id))
    .for("no key update"),
);

/** Locks these pools, and the default one where asked, until the transaction ends. Unknown ids are left out. */
export async function holdPools(
  ctx: InTx<Ctx>,
  scope: Scope,
  wanted: { ids: readonly string[]; withDefault?: boolean },
): Promise<PoolAccount[]> {
  const { ids, withDefault = false } = wanted;
  const rows = await selectPools(ctx.db, { ...scope, ids, withDefault, now: ctx.now.toISOString() });
  return rows.map(({ dueReturns, ...row }) => new PoolAccount(row, dueReturns));
}

const updatePools = updating(tokenPools, [
  "id",
  "status",
  "balance",
  "allocated",
  "distributed",
  "returned",
  "withdrawn",
  "depletedAtCredits",
  "refilledThisMonth",
  "refillMonth",
  "updatedAt",
]);

/** Writes the figures of pools that this transaction holds. Their postings are the caller's to write. */
export async function savePools(ctx: InTx<Ctx>, pools: readonly PoolAccount[]): Promise<void> {
  await updatePools(
    ctx.db,
    pools.map(({ row }) => ({ ...row, updatedAt: ctx.now })),
  );
}
