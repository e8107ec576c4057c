import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { eq, inArray } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { organizations } from "@/db/schema/donations";
import { auditRecords } from "@/db/schema/records";
import { importOrganizations } from "@/lib/domain/giving/organizations/import-organizations";
import { newObjectId } from "@/lib/platform/ids";
import { testCtx } from "@/lib/testing/context";

const { db } = database();
const NOW = new Date("2026-03-01T00:00:00.000Z");

async function importText(text: string, name = `${newObjectId()}.csv`) {
  const skipped: { number: number; problem: string }[] = [];
  const progress: number[] = [];
  const figures = await importOrganizations(testCtx(NOW), {
    name,
    file: Readable.from([Buffer.from(text)]),
    onSkipped: ({ number, problem }) => skipped.push({ number, problem }),
    onProgress: ({ lines }) => progress.push(lines),
  });
  return { figures, skipped, progress, name };
}

const rowOf = async (slug: string) =>
  (await db.select().from(organizations).where(eq(organizations.slug, slug)))[0] ?? null;

describe("an import", () => {
  test("adds what is new, changes what differs, leaves the rest, and removes nothing", async () => {
    const [a, b] = [`a-${newObjectId()}`, `b-${newObjectId()}`];
    const first = await importText(
      `slug,name,ein,website\n${a},"Aid, for all",12-3456789,https://a.example\n${b},Bread,,\n`,
    );
    expect(first.figures).toEqual({ lines: 2, created: 2, updated: 0, unchanged: 0, skipped: 0 });
    expect(await rowOf(a)).toMatchObject({ name: "Aid, for all", ein: "12-3456789", status: "ACTIVE" });
    expect(await rowOf(b)).toMatchObject({ name: "Bread", ein: null, website: null });

    const again = await importText(
      `slug,name,ein,website,status\n${a},"Aid, for all",12-3456789,https://a.example,inactive\n`,
    );
    expect(again.figures).toMatchObject({ created: 0, updated: 1, unchanged: 0 });
    expect(await rowOf(a)).toMatchObject({ status: "INACTIVE" });
    expect(await rowOf(b)).not.toBeNull();

    const third = await importText(
      `slug,name,status,ein,website\n${a},"Aid, for all",INACTIVE,12-3456789,https://a.example\n`,
    );
    expect(third.figures).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    const records = await db
      .select()
      .from(auditRecords)
      .where(inArray(auditRecords.targetId, [again.name, third.name]));
    expect(records).toMatchObject([{ action: "organizations.imported", after: { created: 0, updated: 1 } }]);
  });

  test("tells each bad line by its number with the reason, and takes the lines around it", async () => {
    const [a, b] = [`a-${newObjectId()}`, `b-${newObjectId()}`];
    const { figures, skipped } = await importText(
      [
        "slug,name,ein,website",
        `${a},Aid,,`,
        "Not A Slug,Bread,,",
        "no-name,,,",
        "bad-ein,Care,123456789,",
        "too,many,,,cells,in,here",
        "bad-site,Dogs,,ftp://dogs.example",
        `${b},Bread,,`,
        "",
      ].join("\n"),
    );
    expect(skipped.map(({ number }) => number)).toEqual([3, 4, 5, 6, 7]);
    expect(skipped[0]!.problem).toMatch(/^slug must be/);
    expect(skipped[1]!.problem).toMatch(/^name must not be empty/);
    expect(skipped[2]!.problem).toMatch(/^ein must be nine digits/);
    expect(skipped[4]!.problem).toMatch(/^website must be/);
    expect(figures).toMatchObject({ created: 2, skipped: 5 });
    expect([await rowOf(a), await rowOf(b)]).not.toContain(null);
  });

  test("of a slug that stands twice keeps the later line", async () => {
    const slug = `twice-${newObjectId()}`;
    const { figures } = await importText(`slug,name\n${slug},First\n${slug},Second\n`);
    expect(figures).toMatchObject({ created: 1, updated: 1 });
    expect(await rowOf(slug)).toMatchObject({ name: "Second" });
  });

  test("goes in batches and shows how far it is", async () => {
    const prefix = newObjectId();
    const lines = Array.from({ length: 1_201 }, (_, n) => `${prefix}-${n},Number ${n}`);
    const { figures, progress } = await importText(`slug,name\n${lines.join("\n")}\n`);
    expect(figures.created).toBe(1_201);
    expect(progress).toHaveLength(3);
    expect(progress.at(-1)).toBe(1_201);
  });

  test("refuses a file whose first line names no slug", async () => {
    await expect(importText("name,ein\nAid,12-3456789\n")).rejects.toThrow("missing: slug");
  });
});

test("the file that comes with the product is read without a single problem", async () => {
  const problems: unknown[] = [];
  const file = createReadStream("db/organizations.csv");
  const source = { name: "organizations.csv", file, onSkipped: (line: unknown) => problems.push(line) };
  const { lines, skipped } = await importOrganizations(testCtx(NOW), source);
  expect(lines).toBeGreaterThanOrEqual(200);
  expect([skipped, problems]).toEqual([0, []]);
});
