import { ledgerEntries } from "@/db/schema/giving";
import { insertion } from "@/db/statement";
import type { Ctx, InTx } from "@/lib/domain/context";
import type { AccountKind } from "@/lib/domain/giving/ledger/schemas";
import type { Environment } from "@/lib/domain/shared/schemas";

/** One side of a movement. `balanceAfter` is required for pools: their statement shows it. */
export type Posting = {
  transactionId: string;
  accountKind: AccountKind;
  accountId: string | null;
  /** Signed: credits above zero, debits below. */
  tokens: number;
  entryType: string;
  balanceAfter?: number;
  actionId?: string;
};

const insertEntries = insertion(ledgerEntries, [
  "partnerId",
  "environment",
  "transactionId",
  "accountKind",
  "accountId",
  "tokens",
  "entryType",
  "balanceAfter",
  "actionId",
  "createdAt",
]);

/**
 * Appends entries to the ledger in one statement; the database refuses them unless each transaction sums to zero. The
 * caller changes the figures of pools and users in the same transaction.
 */
export async function postEntries(
  ctx: InTx<Ctx>,
  scope: { partnerId: string; environment: Environment },
  postings: readonly Posting[],
): Promise<void> {
  await insertEntries(
    ctx.db,
    postings.map((posting) => ({ ...scope, ...posting, createdAt: ctx.now })),
  );
}
