import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { ledgerEntries, tokenPools } from "@/db/schema/giving";
import { auditRecords } from "@/db/schema/records";
import { makePartner, makePool } from "@/db/testing/factories";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { inTransaction } from "@/lib/domain/context";
import { newObjectId } from "@/lib/platform/ids";
import { testCtx } from "@/lib/testing/context";

const { db } = database();
const NOW = new Date("2026-03-01T12:00:00.000Z");
const ctx = testCtx(NOW);

/** What the database says to a statement that must not pass. */
const refusal = (statement: Promise<unknown>) =>
  statement.then(
    () => "accepted",
    (error: { cause?: { message?: string } }) => error.cause?.message ?? String(error),
  );

const entry = (partnerId: string, environment: "sandbox" | "production" = "sandbox") => ({
  partnerId,
  environment,
  transactionId: newObjectId(),
  entryType: "ALLOCATION",
  createdAt: NOW,
});

test("the ledger takes no update, no delete and no truncate", async () => {
  const pool = await makePool(db);
  const own = eq(ledgerEntries.accountId, pool.id);
  expect(await refusal(db.update(ledgerEntries).set({ tokens: 1 }).where(own))).toContain("append-only");
  expect(await refusal(db.delete(ledgerEntries).where(own))).toContain("append-only");
  expect(await refusal(db.execute(sql`truncate ledger_entries`))).toContain("append-only");
  expect(await refusal(db.execute(sql`truncate ledger_entries cascade`))).toContain("append-only");
  expect(await db.select().from(ledgerEntries).where(own)).toHaveLength(1);
});

test("audit records take no update, no delete and no truncate", async () => {
  const targetId = newObjectId();
  await inTransaction(ctx, (ctx) =>
    recordAudit(ctx, { action: "test.done", targetType: "test", targetId, partnerId: null, environment: null }),
  );
  const own = eq(auditRecords.targetId, targetId);
  expect(await refusal(db.update(auditRecords).set({ action: "other" }).where(own))).toContain("append-only");
  expect(await refusal(db.delete(auditRecords).where(own))).toContain("append-only");
  expect(await refusal(db.execute(sql`truncate audit_records`))).toContain("append-only");
  expect(await db.select().from(auditRecords).where(own)).toHaveLength(1);
});

test("entries that do not sum to zero are refused, whole", async () => {
  const { id: partnerId } = await makePartner(db);
  const one = entry(partnerId);
  const sides = [
    { ...one, accountKind: "TREASURY" as const, tokens: -5 },
    { ...one, accountKind: "EXPIRED" as const, tokens: 4 },
  ];
  expect(await refusal(db.insert(ledgerEntries).values(sides))).toContain("does not balance");
  expect(await refusal(db.insert(ledgerEntries).values(sides[0]!))).toContain("does not balance");
  expect(await db.select().from(ledgerEntries).where(eq(ledgerEntries.partnerId, partnerId))).toEqual([]);
});

test("no transaction joins two environments or two partners", async () => {
  const [a, b] = [await makePartner(db), await makePartner(db)];
  const one = entry(a.id);
  const treasury = { ...one, accountKind: "TREASURY" as const, tokens: -5 };
  const expired = { ...one, accountKind: "EXPIRED" as const, tokens: 5 };
  const across = [treasury, { ...expired, environment: "production" as const }];
  expect(await refusal(db.insert(ledgerEntries).values(across))).toContain("does not balance");
  expect(await refusal(db.insert(ledgerEntries).values([treasury, { ...expired, partnerId: b.id }]))).toContain(
    "does not balance",
  );
});

test("an entry of nothing is refused, and a pool's balance below zero", async () => {
  const pool = await makePool(db);
  const one = entry(pool.partnerId);
  expect(await refusal(db.insert(ledgerEntries).values({ ...one, accountKind: "TREASURY", tokens: 0 }))).toContain(
    "ledger_entries_tokens_check",
  );
  const overdrawn = db.update(tokenPools).set({ balance: -1 }).where(eq(tokenPools.id, pool.id));
  expect(await refusal(overdrawn)).toContain("token_pools_balance_check");
});
