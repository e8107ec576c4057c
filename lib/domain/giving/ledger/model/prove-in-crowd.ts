import { seededRandom } from "@/db/testing/seeded-random";
import { connection } from "@/lib/domain/connection";
import { checkLedger } from "@/lib/domain/giving/ledger/check-ledger";
import { CrowdRound, type Sent } from "@/lib/domain/giving/ledger/model/crowd-round";
import { OperationDraw } from "@/lib/domain/giving/ledger/model/draw-operations";
import type { LedgerWorld } from "@/lib/domain/giving/ledger/model/ledger-driver";
import { LedgerDriver } from "@/lib/domain/giving/ledger/model/ledger-driver";
import { LedgerLife, settleAll } from "@/lib/domain/giving/ledger/model/ledger-life";
import type { Answer, Operation } from "@/lib/domain/giving/ledger/model/operations";
import { newPrefixedId } from "@/lib/platform/ids";

const LIFE_OPERATIONS = 2_000;
const ROUND_OPERATIONS_MAX = 64;
const BEGINS_AT = Date.UTC(2026, 0, 30, 22);

/** Does an operation; null when nobody can say what came of it, because the process that did it is dead. */
export type Runner = (
  world: LedgerWorld,
  operation: Operation,
  at: number,
  requestId: string,
) => Promise<Answer | null>;

export type InCrowd = {
  seed: number;
  operations: number;
  concurrency: number;
  run?: Runner;
  /** What else happens while a round is done. */
  meanwhile?: (round: number) => Promise<void>;
  /** Resolves once nothing of a round is still going on. */
  settled?: () => Promise<void>;
  onRound?: (done: number, sent: readonly Sent[]) => void;
};

const inThisProcess: Runner = (world, operation, at, requestId) =>
  new LedgerDriver(world).run(operation, new Date(at), requestId);

/**
 * Does operations of one partner many at a time, on shared pools, users, campaigns and keys, and has the model do them
 * again in the order in which the database took them: every answer must be the model's at its turn. Fails at the first
 * that is not, and at any figure or promise of the ledger that does not hold.
 */
export async function proveInCrowd(proof: InCrowd): Promise<void> {
  const lives = Math.max(1, Math.ceil(proof.operations / LIFE_OPERATIONS));
  const each = Math.ceil(proof.operations / lives);
  for (let n = 0; n < lives; n += 1) {
    try {
      await liveInCrowd(proof, n, each);
    } catch (error) {
      throw new Error(`Seed ${proof.seed}, life ${n}: ${(error as Error).message}`, { cause: error });
    }
  }
}

async function liveInCrowd(proof: InCrowd, generation: number, each: number): Promise<void> {
  const { seed, concurrency, run = inThisProcess } = proof;
  const draw = new OperationDraw(seededRandom(seed, `crowd ${generation}`));
  let now = BEGINS_AT;
  const life = await LedgerLife.begin(draw.beginning(now), now);
  for (let done = 0, round = 0; done < each; round += 1) {
    const count = Math.min(each - done, 1 + draw.below(ROUND_OPERATIONS_MAX));
    done += count;
    const operations = Array.from({ length: count }, () => draw.next(now));
    const settling = draw.chance(0.3) ? settleAll(new Date(now)) : null;
    const meanwhile = proof.meanwhile?.(round);
    const sent = await atOnce(operations, concurrency, async (operation): Promise<Sent> => {
      const requestId = newPrefixedId("req");
      return { operation, requestId, answer: await run(life.driver.world, operation, now, requestId) };
    });
    await Promise.all([settling, meanwhile]);
    await proof.settled?.();
    await new CrowdRound(life, sent).replay();
    proof.onRound?.(generation * each + done, sent);
    if (draw.chance(0.3)) await life.compareFigures(now);
    if (draw.chance(0.03)) await requireWhole();
    now = draw.instant(now, [life.model]);
    life.moveTo(now);
    if (draw.chance(0.3)) await settleAll(new Date(now));
  }
  await settleAll(new Date(now));
  await life.compareFigures(now);
  await life.compareRows();
  await requireWhole();
}

async function requireWhole(): Promise<void> {
  const job = { type: "job", name: "proof" } as const;
  const faults = await checkLedger({ db: connection(), now: new Date(), requestId: "req_proof", actor: job });
  if (faults.length > 0) throw new Error(faults.map(({ rule, row }) => `BROKEN: ${rule}. First: ${row}.`).join("\n"));
}

/** Runs `work` on all items, so many at a time, in their order. */
async function atOnce<I, O>(items: readonly I[], most: number, work: (item: I) => Promise<O>): Promise<O[]> {
  const outputs: O[] = [];
  let next = 0;
  const lane = async () => {
    while (next < items.length) {
      const place = next;
      next += 1;
      outputs[place] = await work(items[place]!);
    }
  };
  await Promise.all(Array.from({ length: most }, lane));
  return outputs;
}
