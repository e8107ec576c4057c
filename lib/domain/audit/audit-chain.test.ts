import { sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { connect } from "@/db/client";
import { makePartner } from "@/db/testing/factories";
import { canonicalJson } from "@/lib/domain/audit/audit-hash";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { sealAudit } from "@/lib/domain/audit/seal-audit";
import { verifyAudit } from "@/lib/domain/audit/verify-audit";
import { type Ctx, inTransaction } from "@/lib/domain/context";
import { testCtx } from "@/lib/testing/context";
import { createTestDatabase } from "@/lib/testing/database";

const START = Date.parse("2026-03-01T12:00:00.000Z");
const minutes = (count: number) => new Date(START + count * 60_000);

/** The whole database is looked at, so each test has one of its own. */
const opened: ReturnType<typeof connect>[] = [];
let open: ReturnType<typeof connect>;
beforeEach(async () => {
  open = connect(await createTestDatabase(), 3);
  opened.push(open);
});
afterAll(() => Promise.all(opened.map(({ sql }) => sql.end())));

const ctxAt = (minute: number): Ctx => ({ ...testCtx(minutes(minute)), db: open.db });
const seal = (minute: number, limit = 1_000) => sealAudit(ctxAt(minute), { limit });

/** Transactions of other tests are of the same cluster, and a record waits for whichever began before it. */
async function waitForOlderTransactions() {
  await vi.waitFor(async () => {
    const held = await open.sql`select 1 from audit_records
      where xid >= pg_snapshot_xmin(pg_current_snapshot()) and xid < pg_snapshot_xmax(pg_current_snapshot())`;
    expect(held).toHaveLength(0);
  }, 20_000);
}

/** Seals whatever there is, in rounds that only `limit` ends. */
async function sealAll(minute: number, limit = 1_000): Promise<number[]> {
  await waitForOlderTransactions();
  const counts: number[] = [];
  await vi.waitFor(async () => {
    counts.push(await seal(minute, limit));
    const waiting = await open.sql`select 1 from audit_records where id not in (select record_id from audit_links)`;
    expect(waiting).toHaveLength(0);
  }, 10_000);
  return counts.filter((count) => count > 0);
}
const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);

const verify = async (minute: number) => verifyAudit(ctxAt(minute));

/** One record a minute for a partner, or for the platform. */
async function record(partnerId: string | null, minute: number, after: Record<string, unknown> = { minute }) {
  const entry = { action: "thing.changed", targetType: "thing", targetId: "t", partnerId, environment: null, after };
  await inTransaction(ctxAt(minute), (ctx) => recordAudit(ctx, entry));
}

type Row = { id: string; position: number };
const recordsOf = (partnerId: string) =>
  open.sql<Row[]>`select id, position from audit_records where partner_id = ${partnerId} order by position`;

/** As whoever owns the tables can: past the triggers. */
async function tamper(change: (sql: typeof open.sql) => Promise<unknown>) {
  const tables = ["audit_records", "audit_links", "audit_checkpoints"];
  for (const table of tables) await open.sql.unsafe(`alter table ${table} disable trigger user`);
  await change(open.sql);
  for (const table of tables) await open.sql.unsafe(`alter table ${table} enable trigger user`);
}

/** Two partners and the platform, each with six records that were sealed by two runs. */
async function makeChains() {
  const [mine, other] = [(await makePartner(open.db)).id, (await makePartner(open.db)).id];
  for (const from of [0, 3]) {
    for (let minute = from; minute < from + 3; minute += 1) {
      for (const chain of [mine, other, null]) await record(chain, minute);
    }
    await sealAll(from + 3);
  }
  return { mine, other, records: await recordsOf(mine) };
}

describe("sealing", () => {
  test("links every record once, in rounds, each partner's in a chain of its own, and all of it verifies", async () => {
    const { id } = await makePartner(open.db);
    for (let minute = 0; minute < 7; minute += 1) await record(minute % 2 ? id : null, minute);
    const counts = await sealAll(7, 3);
    expect([Math.max(...counts), sum(counts)]).toEqual([3, 7]);
    expect(await seal(7)).toBe(0);
    expect(await verify(8)).toMatchObject({
      faults: [],
      figures: { records: 7, links: 7, chains: 2, waiting: 0, late: 0 },
    });
  });

  test("leaves a record for later while an older transaction is still writing, and takes both then", async () => {
    let commit = () => {};
    const held = new Promise<void>((resolve) => {
      commit = resolve;
    });
    let begun = () => {};
    const writing = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const slow = inTransaction(ctxAt(0), async (ctx) => {
      const entry = { action: "slow", targetType: "t", targetId: "t", partnerId: null, environment: null };
      await recordAudit(ctx, entry);
      begun();
      await held;
    });
    await writing;
    await record(null, 1);
    expect(await seal(2)).toBe(0);
    commit();
    await slow;
    expect(sum(await sealAll(3))).toBe(2);
    const rows = await open.sql`select r.action from audit_links l join audit_records r on r.id = l.record_id
      order by sequence`;
    expect(rows.map(({ action }) => action)).toEqual(["slow", "thing.changed"]);
  });

  test("by two processes at once seals each record once", async () => {
    for (let minute = 0; minute < 20; minute += 1) await record(null, minute);
    const counts = await Promise.all([sealAll(21, 3), sealAll(21, 3), sealAll(21, 3)]);
    expect(sum(counts.flat())).toBe(20);
    expect(await verify(22)).toMatchObject({ faults: [], figures: { links: 20 } });
  });

  test("goes on after a restore into another cluster, whose transactions have lower numbers", async () => {
    await record(null, 0);
    await sealAll(1);
    await tamper((sql) => sql`update audit_records set xid = '900000000000'`);
    await open.sql`update audit_sealing set cluster = 'another', xid = '900000000000', position = 1`;
    await tamper(
      (sql) => sql`insert into audit_records
      (id, at, actor_type, actor_id, action, target_type, target_id, request_id, xid)
      values ('restored', ${minutes(1).toISOString()}, 'SYSTEM', 'job', 'restored', 't', 't', 'req', '900000000001')`,
    );
    await record(null, 2);
    expect(sum(await sealAll(3, 1))).toBe(2);
    await record(null, 4);
    expect(sum(await sealAll(5))).toBe(1);
    expect(await verify(6)).toMatchObject({ faults: [], figures: { links: 4, waiting: 0 } });
  });

  test.each(["audit_records", "audit_links", "audit_checkpoints"])(
    "%s takes rows, and gives none back",
    async (name) => {
      await makeChains();
      for (const change of [`update ${name} set ctid = ctid`, `delete from ${name}`, `truncate ${name} cascade`]) {
        const statement = change.includes("ctid")
          ? `update ${name} set ${name === "audit_records" ? "reason" : "chain"} = 'x'`
          : change;
        await expect(open.sql.unsafe(statement)).rejects.toThrow(`${name} is append-only`);
      }
    },
  );
});

describe("verifying finds", () => {
  /** What the check says of one chain, with all others whole. */
  async function faultOf(chain: string) {
    const { faults } = await verify(7);
    expect(faults.map((fault) => fault.chain)).toEqual([chain]);
    return faults[0]!;
  }

  test.each([
    ["what it says", `after = '{"minute": 99}'`],
    ["why", `reason = 'another'`],
    ["who", `actor_id = 'somebody else'`],
    ["from where", `ip = '192.0.2.9'`],
    ["when", `at = at + interval '1 millisecond'`],
    ["when, for ever", `at = 'infinity'`],
    ["whose it is", "partner_id = null"],
    ["its place in the list", "position = default"],
  ])("a record that was edited: %s", async (_, change) => {
    const { mine, records } = await makeChains();
    const { id } = records[1]!;
    await tamper((sql) => sql.unsafe(`update audit_records set ${change} where id = '${id}'`));
    expect(await faultOf(mine)).toEqual({
      chain: mine,
      sequence: 2,
      recordId: id,
      problem: "the record is not as it was written",
    });
  });

  test("a record that was deleted, and one whose link was deleted with it", async () => {
    const { mine, records } = await makeChains();
    const [, second, third] = records;
    await tamper((sql) => sql`delete from audit_records where id = ${third!.id}`);
    expect(await faultOf(mine)).toMatchObject({ sequence: 3, recordId: third!.id, problem: "the record is gone" });
    await tamper((sql) => sql`delete from audit_records where id = ${second!.id}`);
    await tamper((sql) => sql`delete from audit_links where record_id = ${second!.id}`);
    expect(await faultOf(mine)).toMatchObject({ problem: "link 2 is missing" });
  });

  test("a record that was put beside the chain", async () => {
    const { mine } = await makeChains();
    await open.sql`insert into audit_records
      (id, at, actor_type, actor_id, action, target_type, target_id, partner_id, request_id, xid)
      values ('inserted', ${minutes(-20).toISOString()}, 'ADMIN', 'nobody', 'x', 't', 't', ${mine}, 'req', '1')`;
    expect(await seal(6)).toBe(0);
    expect(await faultOf(mine)).toMatchObject({ recordId: "inserted", problem: expect.stringContaining("in no link") });
  });

  test("a record that stands there twice, for which the key was taken off the table", async () => {
    const { records } = await makeChains();
    await open.sql`alter table audit_records drop constraint audit_records_pkey`;
    await open.sql`insert into audit_records overriding system value
      select * from audit_records where id = ${records[1]!.id}`;
    expect(await faultOf("records")).toMatchObject({ problem: "a record stands there more than once" });
  });

  test("the record at which a chain breaks first, whichever of its records and links are wrong", async () => {
    const { mine, other, records } = await makeChains();
    const theirs = await recordsOf(other);
    await tamper(async (sql) => {
      await sql`update audit_records set reason = 'another' where id in ${sql([records[4]!.id, records[2]!.id])}`;
      await sql`update audit_links set hash = ${"0".repeat(64)} where chain = ${mine} and sequence = 4`;
      await sql`update audit_records set reason = 'another' where id = ${theirs[5]!.id}`;
      await sql`update audit_links set hash = ${"0".repeat(64)} where chain = ${other} and sequence = 2`;
    });
    const faults = (await verify(7)).faults.map(({ chain, sequence, problem }) => [chain, sequence, problem]);
    expect(faults.toSorted()).toEqual(
      [
        [mine, 3, "the record is not as it was written"],
        [other, 2, "its link does not follow from the one before"],
      ].toSorted(),
    );
  });

  test("a record put into the chain, with the links after it moved up", async () => {
    const { mine, records } = await makeChains();
    await tamper(async (sql) => {
      await sql`update audit_links set sequence = sequence + 100 where chain = ${mine} and sequence > 2`;
      await sql`update audit_links set sequence = sequence - 99 where chain = ${mine} and sequence > 100`;
      await sql`insert into audit_links select chain, 3, 'inserted', sealed_at, record_hash, hash, hash
        from audit_links where chain = ${mine} and sequence = 2`;
      await sql`insert into audit_records
        (id, at, actor_type, actor_id, action, target_type, target_id, partner_id, request_id)
        select 'inserted', at, actor_type, actor_id, action, target_type, target_id, partner_id, request_id
        from audit_records where id = ${records[1]!.id}`;
    });
    expect(await faultOf(mine)).toMatchObject({ sequence: 3, recordId: "inserted" });
  });

  test("records that changed places", async () => {
    const { mine, records } = await makeChains();
    await tamper(async (sql) => {
      await sql`update audit_links set sequence = -sequence + 100 where chain = ${mine} and sequence in (2, 3)`;
      await sql`update audit_links set sequence = case sequence when 98 then 3 else 2 end
        where chain = ${mine} and sequence > 90`;
    });
    expect(await faultOf(mine)).toMatchObject({
      sequence: 2,
      recordId: records[2]!.id,
      problem: "its link does not follow from the one before",
    });
  });

  test("a tail that was cut off: records, or records and their links", async () => {
    const { mine, records } = await makeChains();
    const last = records.slice(-2).map(({ id }) => id);
    await tamper((sql) => sql`delete from audit_records where id in ${sql(last)}`);
    expect(await faultOf(mine)).toMatchObject({ sequence: 5, recordId: last[0], problem: "the record is gone" });
    await tamper((sql) => sql`delete from audit_links where record_id in ${sql(last)}`);
    expect(await faultOf(mine)).toMatchObject({ sequence: 4, problem: expect.stringContaining("tail was cut off") });
  });

  test("a whole chain that was removed", async () => {
    const { mine, records } = await makeChains();
    await tamper((sql) => sql`delete from audit_records where id in ${sql(records.map(({ id }) => id))}`);
    await tamper((sql) => sql`delete from audit_links where chain = ${mine}`);
    expect(await faultOf(mine)).toMatchObject({ sequence: 0, problem: expect.stringContaining("tail was cut off") });
  });

  test("a tail that was cut off with the checkpoint that knew of it", async () => {
    const { mine, records } = await makeChains();
    await tamper((sql) => sql`delete from audit_checkpoints where chain = ${mine} and sequence = 6`);
    await tamper((sql) => sql`delete from audit_links where chain = ${mine} and sequence > 3`);
    await tamper((sql) => sql`delete from audit_records where id in ${sql(records.slice(3).map(({ id }) => id))}`);
    expect(await faultOf("checkpoints")).toMatchObject({
      problem: expect.stringMatching(/^checkpoint \d is missing$/),
    });
  });

  test("a chain that was written anew from an edited record on", async () => {
    const { mine, records } = await makeChains();
    const [, , , fourth] = records;
    await tamper(async (sql) => {
      const links = await sql`delete from audit_links where chain = ${mine} and sequence > 3 returning 1`;
      expect(links).toHaveLength(3);
      await sql`update audit_records set reason = 'another' where id = ${fourth!.id}`;
      const kept = await sql`delete from audit_checkpoints where chain = ${mine} and sequence = 6 returning *`;
      await sql`update audit_sealing set xid = '0', position = 0`;
      expect(await sealAll(6)).toEqual([3]);
      await sql`delete from audit_checkpoints where number = (select max(number) from audit_checkpoints)`;
      await sql`insert into audit_checkpoints ${sql(kept)}`;
    });
    expect(await faultOf(mine)).toMatchObject({ sequence: 6, problem: expect.stringContaining("written anew") });
  });

  test("a checkpoint that was forged", async () => {
    const { mine } = await makeChains();
    await tamper(
      (sql) => sql`update audit_checkpoints set signature = overlay(signature placing '00000000' from 20)
        where chain = ${mine} and sequence = 3`,
    );
    const { faults } = await verify(7);
    // The one after it covers the signature that stood there.
    expect(faults.find(({ chain }) => chain === mine)).toMatchObject({
      sequence: 3,
      problem: expect.stringContaining("does not bear our signature"),
    });
  });

  test("everything gone but the records", async () => {
    const { mine, other } = await makeChains();
    await tamper((sql) => sql`delete from audit_links`);
    await tamper((sql) => sql`delete from audit_checkpoints`);
    const { faults } = await verify(60);
    expect(faults.map(({ chain }) => chain).toSorted()).toEqual([mine, other, "platform"].toSorted());
  });

  test("nothing in records that wait for their first minute, and counts what was linked late", async () => {
    await makeChains();
    await record(null, 6);
    expect(await verify(7)).toMatchObject({ faults: [], figures: { waiting: 1, late: 0 } });
    await sealAll(60);
    expect(await verify(61)).toMatchObject({ faults: [], figures: { waiting: 0, late: 1 } });
  });

  test("nothing wrong in any value a record can hold", async () => {
    const values = { z: 1, a: { "2": null, "10": [1.5, 1e21, -0, 1e-7], ä: '\u2028 "q" \\ ü 😀' }, "": true };
    await record(null, 0, values);
    await sealAll(1);
    expect((await verify(2)).faults).toEqual([]);
    const [row] = await open.db.execute<{ after: unknown }>(sql`select after from audit_records`);
    expect(canonicalJson(row!.after)).toBe(canonicalJson(JSON.parse(JSON.stringify(values))));
  });
});
