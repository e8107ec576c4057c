import { count, eq, sql, sum } from "drizzle-orm";
import { expect, test } from "vitest";
import { type Db, database } from "@/db/client";
import { campaigns } from "@/db/schema/campaigns";
import { actions, partnerUsers, tokenPools } from "@/db/schema/giving";
import { admins, partners } from "@/db/schema/partners";
import { deliveries, events } from "@/db/schema/webhooks";
import { verifyLogin } from "@/lib/domain/accounts/login";
import { DEMO_PASSWORD } from "@/lib/domain/giving/demo/demo-people";
import { seedDemoWorld } from "@/lib/domain/giving/demo/seed-demo-world";
import { checkLedger } from "@/lib/domain/giving/ledger/check-ledger";
import { PARTNER_STATUSES } from "@/lib/domain/partners/statuses";
import { testCtx } from "@/lib/testing/context";

const NOW = new Date("2026-03-01T12:00:00.000Z");

/** Runs on a transaction that is rolled back, so that the demo's fixed names meet nobody. */
async function rolledBack(work: (db: Db) => Promise<void>): Promise<void> {
  const rollback = new Error("rollback");
  const run = database().db.transaction(async (tx) => {
    await work(tx as unknown as Db);
    throw rollback;
  });
  await expect(run).rejects.toBe(rollback);
}

async function figures(db: Db) {
  const [acme] = await db.select().from(partners).where(eq(partners.contactEmail, "owner@acme.example"));
  const mine = acme!.id;
  const pools = await db.select().from(tokenPools).where(eq(tokenPools.partnerId, mine));
  const [paid] = await db
    .select({ n: count(), tokens: sum(actions.tokensDistributed) })
    .from(actions)
    .where(eq(actions.partnerId, mine));
  const [people] = await db.select({ n: count() }).from(partnerUsers).where(eq(partnerUsers.partnerId, mine));
  const states = await db
    .select({ status: deliveries.status, n: count() })
    .from(deliveries)
    .where(eq(deliveries.partnerId, mine))
    .groupBy(deliveries.status);
  const made = await db
    .select({ status: campaigns.status, isDefault: campaigns.isDefault })
    .from(campaigns)
    .where(eq(campaigns.partnerId, mine))
    .orderBy(campaigns.createdAt);
  return { pools, campaigns: made, actions: paid!.n, tokens: Number(paid!.tokens), users: people!.n, states };
}

test("the demo world is whole, adds up, lets its people in, and is made once", { timeout: 60_000 }, async () => {
  await rolledBack(async (db) => {
    const ctx = { ...testCtx(NOW), db };
    expect(await seedDemoWorld(ctx)).toBe(true);
    const world = await figures(db);
    expect(world).toMatchObject({ actions: 120 });
    expect(world.campaigns).toEqual([
      { status: "COMPLETED", isDefault: false },
      { status: "ACTIVE", isDefault: false },
      { status: "DRAFT", isDefault: false },
    ]);
    expect(world.users).toBeGreaterThanOrEqual(25);
    const total = (figure: "balance" | "returned") => world.pools.reduce((sum, pool) => sum + pool[figure], 0);
    expect(total("balance")).toBe(120_000 - world.tokens + total("returned"));
    for (const { balance } of world.pools) expect(balance).toBeGreaterThan(10_000);
    expect(world.states.map(({ status }) => status)).toEqual(
      expect.arrayContaining(["SUCCEEDED", "FAILED", "EXHAUSTED"]),
    );
    expect(await checkLedger(ctx)).toEqual([]);

    const statuses = await db.select({ status: partners.status }).from(partners).groupBy(partners.status);
    expect(statuses.map(({ status }) => status).sort()).toEqual([...PARTNER_STATUSES].sort());
    const [waiting] = await db.select({ n: count() }).from(events).where(sql`fanned_out_at is null`);
    expect(waiting!.n).toBe(0);

    for (const email of ["owner@acme.example", "developer@acme.example"]) {
      await expect(verifyLogin(ctx, { email, password: DEMO_PASSWORD })).resolves.toMatchObject({ email });
    }
    const roles = await db.select({ email: admins.email, role: admins.role }).from(admins);
    expect(roles).toEqual(
      expect.arrayContaining([
        { email: "admin@portico.example", role: "SUPERADMIN" },
        { email: "colleague@portico.example", role: "SUPERADMIN" },
        { email: "reviewer@portico.example", role: "REVIEWER" },
      ]),
    );

    expect(await seedDemoWorld({ ...ctx, now: new Date("2026-04-01T12:00:00.000Z") })).toBe(false);
    expect(await figures(db)).toEqual(world);
  });
});
