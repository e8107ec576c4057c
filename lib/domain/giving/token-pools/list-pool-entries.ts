import { and, count, desc, eq, gte, lt } from "drizzle-orm";
import { ledgerEntries } from "@/db/schema/giving";
import type { PartnerCtx } from "@/lib/domain/context";
import { getTokenPool } from "@/lib/domain/giving/token-pools/get-token-pool";
import type { ListPoolEntriesQuery, PoolEntryList, PoolEntryType } from "@/lib/domain/giving/token-pools/schemas";
import { offsetOf, pageOf } from "@/lib/domain/shared/page";

/** A pool's statement, newest first, straight from the ledger. */
export async function listPoolEntries(
  ctx: PartnerCtx,
  input: { poolId: string } & ListPoolEntriesQuery,
): Promise<PoolEntryList> {
  await getTokenPool(ctx, input);
  const where = and(
    eq(ledgerEntries.accountId, input.poolId),
    eq(ledgerEntries.accountKind, "POOL"),
    eq(ledgerEntries.partnerId, ctx.partner.id),
    eq(ledgerEntries.environment, ctx.environment),
    input.type && eq(ledgerEntries.entryType, input.type),
    input.from && gte(ledgerEntries.createdAt, input.from),
    input.to && lt(ledgerEntries.createdAt, input.to),
  );
  const [rows, [counted]] = await Promise.all([
    ctx.db
      .select()
      .from(ledgerEntries)
      .where(where)
      .orderBy(desc(ledgerEntries.id))
      .limit(input.limit)
      .offset(offsetOf(input)),
    ctx.db.select({ total: count() }).from(ledgerEntries).where(where),
  ]);
  const data = rows.map((row) => ({
    id: String(row.id),
    // The check on the table admits only these types for pool entries, with a balance.
    type: row.entryType as PoolEntryType,
    tokens: row.tokens,
    balanceAfter: row.balanceAfter!,
    actionId: row.actionId,
    transactionId: row.transactionId,
    createdAt: row.createdAt.toISOString(),
  }));
  return pageOf(data, counted!.total, input);
}
