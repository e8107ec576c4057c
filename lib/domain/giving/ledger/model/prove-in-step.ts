import { seededRandom } from "@/db/testing/seeded-random";
import { OperationDraw } from "@/lib/domain/giving/ledger/model/draw-operations";
import { LedgerLife, type Script, type Step, settleAll } from "@/lib/domain/giving/ledger/model/ledger-life";

/** A partner grows old, then another takes its place: what has piled up is compared whole, and forgotten. */
const LIFE_OPERATIONS = 1_250;
const PARTNERS = 4;
const ROUND_OPERATIONS_MAX = 16;
const SHRINK_MS = 30_000;
const BEGINS_AT = Date.UTC(2026, 0, 30, 22);

export type InStep = { seed: number; operations: number; onProgress?: (done: number) => void };

/** A difference between the product and the model, with the shortest way to it that was found. */
export class BrokenPromise extends Error {}

/**
 * Draws operations and does them one after another beside the model, a few partners at a time, comparing every answer; in
 * between time passes, the job runs or does not, and all figures are compared. Throws `BrokenPromise` at the first
 * difference.
 */
export async function proveInStep({ seed, operations, onProgress }: InStep): Promise<void> {
  const generations = Math.max(1, Math.ceil(operations / (LIFE_OPERATIONS * PARTNERS)));
  const each = Math.ceil(operations / generations / PARTNERS);
  for (let generation = 0; generation < generations; generation += 1) {
    await liveOneGeneration(seed, generation, each);
    onProgress?.((generation + 1) * each * PARTNERS);
  }
}

async function liveOneGeneration(seed: number, generation: number, each: number): Promise<void> {
  const draws = Array.from(
    { length: PARTNERS },
    (_, n) => new OperationDraw(seededRandom(seed, `partner ${generation}.${n}`)),
  );
  const clock = new OperationDraw(seededRandom(seed, `clock ${generation}`));
  let now = BEGINS_AT;
  const lives = await Promise.all(draws.map((draw) => LedgerLife.begin(draw.beginning(now), now)));
  const watched = (life: LedgerLife, work: () => Promise<void>) =>
    work().catch((error) => tellShortest(seed, life, error));
  const settle = async () => {
    await settleAll(new Date(now));
    for (const life of lives) life.settled(now);
  };
  for (let done = 0; done < each; ) {
    const count = Math.min(each - done, 1 + clock.below(ROUND_OPERATIONS_MAX));
    done += count;
    await Promise.all(lives.map((life, n) => watched(life, () => doSome(life, draws[n]!, count, now))));
    now = clock.instant(
      now,
      lives.map(({ model }) => model),
    );
    for (const life of lives) life.moveTo(now);
    if (clock.chance(0.3)) await settle();
    if (clock.chance(0.25)) await Promise.all(lives.map((life) => watched(life, () => life.compareFigures(now))));
  }
  await settle();
  for (const life of lives) {
    await watched(life, () => life.compareFigures(now));
    await watched(life, () => life.compareRows());
  }
}

async function doSome(life: LedgerLife, draw: OperationDraw, count: number, now: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await life.do(draw.next(now), now);
}

/** Lives a script again from its beginning, comparing as often as it can; returns the first difference. */
async function live({ beginning, startsAt, steps }: Script): Promise<Error | null> {
  const life = await LedgerLife.begin(beginning, startsAt);
  try {
    let last = startsAt;
    for (const { at, operation } of steps) {
      if (at > last) life.moveTo(at);
      last = at;
      if (operation === "settle") await settleAll(new Date(at));
      else await life.do(operation, at);
    }
    await life.compareFigures(last);
    await settleAll(new Date(last));
    await life.compareRows();
    return null;
  } catch (error) {
    return error as Error;
  }
}

/** Leaves out what is not needed for the difference, larger parts first, for as long as there is time. */
async function shorten(script: Script, failure: Error): Promise<{ steps: Step[]; failure: Error }> {
  const until = Date.now() + SHRINK_MS;
  let best = { steps: script.steps, failure };
  for (let size = Math.ceil(best.steps.length / 2); size >= 1 && Date.now() < until; size = Math.floor(size / 2)) {
    for (let from = best.steps.length - size; from >= 0 && Date.now() < until; from -= size) {
      const steps = best.steps.toSpliced(from, size);
      const broken = await live({ ...script, steps });
      if (broken) best = { steps, failure: broken };
    }
  }
  return best;
}

async function tellShortest(seed: number, life: LedgerLife, error: Error): Promise<never> {
  const { steps, failure } = await shorten(life.script, error);
  const listed = steps.map(({ at, operation }) => `  ${new Date(at).toISOString()} ${JSON.stringify(operation)}`);
  const { pools, campaigns } = life.beginning;
  throw new BrokenPromise(
    [
      ...[
        `Seed ${seed}: ${error.message}`,
        "",
        `The shortest way found, ${steps.length} of ${life.steps.length} steps:`,
      ],
      ...[
        `  pools ${JSON.stringify(pools)}`,
        `  campaigns ${JSON.stringify(campaigns)}`,
        ...listed,
        "",
        failure.stack ?? "",
      ],
    ].join("\n"),
    { cause: error },
  );
}
