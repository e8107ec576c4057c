import { and, asc, eq, or, sql } from "drizzle-orm";
import { campaigns } from "@/db/schema/campaigns";
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
          sql`${tokenPools.id} in (select token_pool_id from ${campaigns} where ${inScope(campaigns)} and
            (${campaigns.id} = any(${sql.placeholder("campaignIds")})
              or (${campaigns.isDefault} and ${sql.placeholder("withDefaultCampaign")}::boolean)))`,
        ),
      ),
    )
    // Everyone takes them in this order, so that nobody waits crosswise.
    .orderBy(asc(tokenPools.id))
    .for("no key update"),
);

type Wanted = {
  ids: readonly string[];
  withDefault?: boolean;
  /** Also the pools that these campaigns draw on, or the default campaign. */
  campaignIds?: readonly string[];
  withDefaultCampaign?: boolean;
};

/** Locks these pools until the transaction ends. Unknown ids are left out. */
export async function holdPools(ctx: InTx<Ctx>, scope: Scope, wanted: Wanted): Promise<PoolAccount[]> {
  const all = { withDefault: false, campaignIds: [], withDefaultCampaign: false, ...wanted };
  const rows = await selectPools(ctx.db, { ...scope, ...all, now: ctx.now.toISOString() });
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
