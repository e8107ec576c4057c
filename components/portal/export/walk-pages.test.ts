import { expect, test } from "vitest";
import { TooManyRows } from "@/components/portal/export/walk-list";
import { walkPages } from "@/components/portal/export/walk-pages";

const onProgress = () => {};

test("every row is taken once, in order, though others are written meanwhile", async () => {
  let written = 250;
  const read = async ({ page, limit }: { page: string; limit: string }) => {
    const all = Array.from({ length: written }, (_, index) => ({ id: String(written - index) }));
    const start = (Number(page) - 1) * Number(limit);
    const data = all.slice(start, start + Number(limit));
    written += 3;
    return { data, pagination: { total: all.length } };
  };
  const { rows, first } = await walkPages<{ id: string }, Awaited<ReturnType<typeof read>>>({ read, onProgress });
  expect(rows.map(({ id }) => Number(id))).toEqual(Array.from({ length: 250 }, (_, index) => 250 - index));
  expect(first.pagination.total).toBe(250);
});

test("more rows than a file holds are refused", async () => {
  const read = async () => ({ data: [{ id: "1" }], pagination: { total: 10_001 } });
  await expect(walkPages({ read, onProgress })).rejects.toThrow(TooManyRows);
});
