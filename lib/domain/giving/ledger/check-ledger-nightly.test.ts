import { sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { ledgerChecks } from "@/db/schema/records";
import { makePool } from "@/db/testing/factories";
import { checkLedgerNightly } from "@/lib/domain/giving/ledger/check-ledger-nightly";
import { jobCtx } from "@/lib/domain/job-context";
import { logger } from "@/lib/platform/logger";

const at = (time: string) => ({ ...jobCtx("test"), now: new Date(time) });
const checks = () => jobCtx("test").db.select().from(ledgerChecks).orderBy(ledgerChecks.night);

test("of all processes one makes the night's check, once, and keeps its result", async () => {
  await makePool(jobCtx("test").db);
  const results = await Promise.all([1, 2, 3].map(() => checkLedgerNightly(at("2026-03-01T03:00:00.000Z"))));
  expect(results.filter((result) => result !== null)).toEqual([[]]);
  for (const later of ["2026-03-01T04:00:00.000Z", "2026-03-02T02:59:59.000Z"]) {
    expect(await checkLedgerNightly(at(later))).toBeNull();
  }
  expect(await checks()).toMatchObject([{ night: "2026-03-01", faults: [], finishedAt: expect.any(Date) }]);
});

test("a night that no server was there for is made up for later that day", async () => {
  expect(await checkLedgerNightly(at("2026-03-03T17:00:00.000Z"))).toEqual([]);
  expect((await checks()).map(({ night }) => night)).toEqual(["2026-03-01", "2026-03-03"]);
});

test("a check that broke off is made again after an hour", async () => {
  const { db } = jobCtx("test");
  await db.insert(ledgerChecks).values({ night: "2026-03-04", startedAt: new Date("2026-03-04T03:00:00.000Z") });
  expect(await checkLedgerNightly(at("2026-03-04T04:00:00.000Z"))).toBeNull();
  expect(await checkLedgerNightly(at("2026-03-04T04:00:00.001Z"))).toEqual([]);
});

test("a broken promise is kept with the first row that breaks it, and is an error in the log", async () => {
  const pool = await makePool(jobCtx("test").db);
  await jobCtx("test").db.execute(
    sql`update token_pools set balance = balance - 1, allocated = allocated - 1 where id = ${pool.id}`,
  );
  const onError = vi.spyOn(logger, "error").mockImplementation(() => undefined);
  const faults = await checkLedgerNightly(at("2026-03-05T03:00:00.000Z"));
  expect(faults).toEqual([
    { rule: expect.stringContaining("pool's balance"), row: `pool ${pool.id}` },
    { rule: expect.stringContaining("pool's figures"), row: `pool ${pool.id}` },
  ]);
  expect((await checks()).at(-1)).toMatchObject({ night: "2026-03-05", faults });
  expect(onError).toHaveBeenCalledWith(faults![0], expect.any(String));
});
