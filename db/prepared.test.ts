import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect } from "@/db/client";
import { partners } from "@/db/schema/partners";
import { sendEach, statement } from "@/db/statement";
import { makePartner } from "@/db/testing/factories";
import { createTestDatabase } from "@/lib/testing/database";

let pool: ReturnType<typeof connect>;

beforeAll(async () => {
  pool = connect(await createTestDatabase(), 1);
});

afterAll(async () => {
  await pool.sql.end();
});

const keptTexts = async () =>
  (await pool.sql`select statement from pg_prepared_statements`.simple()).map((row) => row.statement);

describe("a connection", () => {
  test("keeps a statement that is sent again, once", async () => {
    const read = () => pool.db.select({ slug: partners.slug }).from(partners).where(eq(partners.id, "none"));
    await read();
    await read();
    const mine = (await keptTexts()).filter((text) => text.includes('select "slug" from "partners"'));
    expect(mine).toHaveLength(1);
  });

  test("keeps a bounded number of statements, however many differ", async () => {
    for (let n = 0; n < 260; n++) await pool.db.execute(sql`select ${n}::int as ${sql.identifier(`n${n}`)}`);
    expect((await keptTexts()).length).toBeLessThanOrEqual(210);
  });
});

describe("a statement", () => {
  const findName = statement((db) =>
    db
      .select({ name: partners.name })
      .from(partners)
      .where(eq(partners.id, sql.placeholder("id"))),
  );

  test("runs on the connection or transaction it is given", async () => {
    const other = connect(await createTestDatabase(), 1);
    await pool.db
      .transaction(async (tx) => {
        const { id, name } = await makePartner(tx);
        expect(await findName(tx, { id })).toEqual([{ name }]);
        expect(await findName(other.db, { id })).toEqual([]);
        tx.rollback();
      })
      .catch(() => {});
    expect.assertions(2);
    await other.sql.end();
  });
});

describe("rows that are sent one by one", () => {
  test("come as they are, in their order, and the connection serves the next statement", async () => {
    const rows: unknown[] = [];
    const text = "select n::int, null as nothing from generate_series(1, $1::int) as n";
    await sendEach(pool.db, text, [3], (row) => rows.push(row));
    expect(rows).toEqual([1, 2, 3].map((n) => ({ n, nothing: null })));
    const failing = sendEach(pool.db, "select 1 / (2 - n) as n from generate_series(1, 3) as n", [], () => {});
    await expect(failing).rejects.toThrow();
    const taking = sendEach(pool.db, text, [3], () => {
      throw new Error("not that one");
    });
    await expect(taking).rejects.toMatchObject({ cause: { message: "not that one" } });
    expect(await pool.sql`select 1 as one`).toEqual([{ one: 1 }]);
  });
});
