import { transactions } from "@/db/schema/giving";
import { makePartnerUser, type makePool } from "@/db/testing/factories";
import { newObjectId } from "@/lib/platform/ids";

type Db = Parameters<typeof makePool>[0];
type TransactionRow = typeof transactions.$inferSelect;

/** A movement on the account of a recipient of its own, without action and ledger: for lists and figures. */
export async function makeTransaction(
  db: Db,
  overrides: Partial<typeof transactions.$inferInsert> & { partnerId: string; tokenPoolId: string },
): Promise<TransactionRow> {
  const own = { partnerId: overrides.partnerId, environment: overrides.environment ?? ("sandbox" as const) };
  const partnerUserId = overrides.partnerUserId ?? (await makePartnerUser(db, own)).id;
  const [row] = await db
    .insert(transactions)
    .values({
      id: newObjectId(),
      ...own,
      type: "DISTRIBUTION",
      tokens: 10,
      partnerUserId,
      createdAt: new Date("2026-01-01T00:00:00.000Z"),
      ...overrides,
    })
    .returning();
  return row!;
}
