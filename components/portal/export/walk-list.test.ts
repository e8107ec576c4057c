import { describe, expect, test } from "vitest";
import { type Cut, TooManyRows, walkList } from "@/components/portal/export/walk-list";

type Row = { id: string; createdAt: string };

const START = Date.parse("2026-01-01T00:00:00.000Z");
const row = (n: number, ms: number): Row => ({
  id: `${n}`.padStart(6, "0"),
  createdAt: new Date(START + ms).toISOString(),
});

/** A list as the API keeps it: cut by time, ordered by time and then id, paged. */
function listOf(rows: Row[]) {
  const page = ({ page, limit, sort, from, to }: Cut) => {
    const fitting = rows
      .filter(({ createdAt }) => (!from || createdAt >= from) && (!to || createdAt < to))
      .sort((a, b) => (a.createdAt + a.id < b.createdAt + b.id ? -1 : 1));
    if (sort === "-createdAt") fitting.reverse();
    const first = (Number(page) - 1) * Number(limit);
    return { data: fitting.slice(first, first + Number(limit)), pagination: { total: fitting.length } };
  };
  return { rows, page, all: (sort: Cut["sort"]) => page({ page: "1", limit: "100000", sort }).data };
}

const walk = (list: ReturnType<typeof listOf>, sort: Cut["sort"], before: (call: number) => void = () => {}) => {
  let calls = 0;
  return walkList<Row>({
    sort,
    idOf: ({ id }) => id,
    read: async (cut) => {
      before(calls++);
      return list.page(cut);
    },
    onProgress: () => {},
  });
};

const SPREAD = Array.from({ length: 1_234 }, (_, n) => row(n, n * 1_000));
const TIED = Array.from({ length: 1_234 }, (_, n) => row(n, Math.floor(n / 350) * 1_000));

describe.each(["createdAt", "-createdAt"] as const)("a walk by %s", (sort) => {
  test.each([
    ["every row at its own time", SPREAD],
    ["hundreds of rows of one instant", TIED],
    ["exactly one full answer", SPREAD.slice(0, 100)],
    ["no row", []],
  ])("gives what the list shows, in its order, each once: %s", async (_, rows) => {
    const list = listOf([...rows]);
    expect(await walk(list, sort)).toEqual(list.all(sort));
  });

  test("is not disturbed by rows written meanwhile", async () => {
    const list = listOf([...SPREAD]);
    const shown = list.all(sort);
    const written = await walk(list, sort, (call) => {
      if (call > 0)
        list.rows.push(...Array.from({ length: 7 }, (_, n) => row(10_000 + call * 10 + n, 9_999_000 + call)));
    });
    expect(written).toEqual(shown);
  });

  test("is not disturbed by rows that cease to fit meanwhile", async () => {
    const list = listOf([...SPREAD]);
    const shown = list.all(sort);
    const gone = new Set(shown.slice(0, 150).map(({ id }) => id));
    const written = await walk(list, sort, (call) => {
      if (call === 2) list.rows.splice(0, list.rows.length, ...SPREAD.filter(({ id }) => !gone.has(id)));
    });
    expect(written).toEqual(shown);
  });
});

test("stays within the period asked for, and tells how far it is", async () => {
  const list = listOf([...SPREAD]);
  const [from, to] = [SPREAD[10]!.createdAt, SPREAD[500]!.createdAt];
  const heard: number[][] = [];
  const written = await walkList<Row>({
    ...{ sort: "-createdAt", from, to, idOf: ({ id }) => id },
    read: async (cut) => list.page(cut),
    onProgress: (done, total) => heard.push([done, total]),
  });
  expect(written).toEqual(SPREAD.slice(10, 500).reverse());
  expect(heard[0]).toEqual([100, 490]);
  expect(heard.at(-1)).toEqual([490, 490]);
});

test("more rows than a file holds are refused by their number, before any further call", async () => {
  let calls = 0;
  const walking = walkList<Row>({
    ...{ sort: "-createdAt", idOf: ({ id }) => id, onProgress: () => {} },
    read: async () => {
      calls += 1;
      return { data: SPREAD.slice(0, 100), pagination: { total: 10_001 } };
    },
  });
  await expect(walking).rejects.toThrow(TooManyRows);
  expect(calls).toBe(1);
});
