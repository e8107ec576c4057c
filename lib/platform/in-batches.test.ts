import { expect, test } from "vitest";
import { inBatches } from "@/lib/platform/in-batches";

function heldBatches(sizeMax = 10) {
  const batches: { items: readonly number[]; end(): void; fail(): void }[] = [];
  let begun = () => {};
  const ask = inBatches<number, string>(sizeMax, (items) => {
    const outcome = new Promise<string[]>((resolve, reject) => {
      batches.push({
        items,
        end: () => resolve(items.map((item) => `of ${item}`)),
        fail: () => reject(new Error("failed")),
      });
    });
    begun();
    return outcome;
  });
  const nextBatch = () =>
    new Promise<void>((resolve) => {
      begun = resolve;
    });
  return { ask, batches, nextBatch };
}

test("what is asked for in one turn goes together, and what comes meanwhile goes into the next", async () => {
  const { ask, batches, nextBatch } = heldBatches();
  const first = [ask(1), ask(2)];
  await nextBatch();
  const second = [ask(3), ask(4), ask(5)];
  expect(batches.map(({ items }) => items)).toEqual([[1, 2]]);
  const begun = nextBatch();
  batches[0]!.end();
  expect(await Promise.all(first)).toEqual(["of 1", "of 2"]);
  await begun;
  batches[1]!.end();
  expect(await Promise.all(second)).toEqual(["of 3", "of 4", "of 5"]);
});

test("a batch grows no larger than allowed", async () => {
  const { ask, batches, nextBatch } = heldBatches(2);
  const asked = [ask(1), ask(2), ask(3)];
  await nextBatch();
  const begun = nextBatch();
  batches[0]!.end();
  await begun;
  batches[1]!.end();
  expect(await Promise.all(asked)).toEqual(["of 1", "of 2", "of 3"]);
  expect(batches.map(({ items }) => items)).toEqual([[1, 2], [3]]);
});

test("a batch that fails fails its own items and no later one", async () => {
  const { ask, batches, nextBatch } = heldBatches();
  const first = ask(1);
  await nextBatch();
  const second = ask(2);
  const begun = nextBatch();
  batches[0]!.fail();
  await expect(first).rejects.toThrow("failed");
  await begun;
  batches[1]!.end();
  expect(await second).toBe("of 2");
});
