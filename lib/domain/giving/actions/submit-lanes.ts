import { type Db, type InTx, inTransaction, type PartnerCtx } from "@/lib/domain/context";
import { OutdatedBooks } from "@/lib/domain/giving/actions/books";
import { lockKeys, tryLockKeys } from "@/lib/domain/giving/actions/find-earlier-action";
import type { Outcome, Submission } from "@/lib/domain/giving/actions/submission";
import { submitTogether } from "@/lib/domain/giving/actions/submit-together";
import { Failure } from "@/lib/errors";
import { inBatches } from "@/lib/platform/in-batches";
import { logger } from "@/lib/platform/logger";
import { DEADLOCK_DETECTED, databaseErrorCode } from "@/lib/platform/postgres-errors";
import { singleton } from "@/lib/platform/singleton";

/** A batch holds the pool's lock for a few milliseconds; what comes meanwhile makes the next one. */
const BATCH_MAX = 64;
/** Recipients are read without locks: who is created or closed between reading and writing makes for another try. */
const TRIES_MAX = 5;

/**
 * Whether a transaction may be tried again: what it had read has changed, or it waited crosswise with another one. The
 * latter happens where a pool gets expired tokens back: their owners are held before the recipients are known.
 */
export function isWorthAnotherTry(error: unknown, tries: number): boolean {
  const isPassing = error instanceof OutdatedBooks || databaseErrorCode(error) === DEADLOCK_DETECTED;
  return isPassing && tries < TRIES_MAX;
}

/** Waits for whoever holds one of these keys. */
export async function holdAll(ctx: InTx<PartnerCtx>, keys: readonly string[]) {
  await lockKeys(ctx, keys);
  return () => true;
}

/** One action in a transaction of its own, waiting for whoever holds its key. */
export async function submitAlone(submission: Submission): Promise<Outcome> {
  for (let tries = 1; ; tries++) {
    try {
      const [outcome] = await inTransaction(submission.ctx, (ctx) => submitTogether(ctx, [submission], holdAll));
      return outcome!;
    } catch (error) {
      if (error instanceof Failure) return error;
      if (!isWorthAnotherTry(error, tries)) throw error;
    }
  }
}

/** Many in one transaction. When it fails nothing of it is kept, and each is to be served alone. */
async function submitBatch(submissions: readonly Submission[]): Promise<(Outcome | null)[]> {
  try {
    return await inTransaction(submissions.at(-1)!.ctx, (ctx) => submitTogether(ctx, submissions, tryLockKeys));
  } catch (error) {
    // Passing obstacles are the design; anything else shows here even if each succeeds alone.
    const isExpected = error instanceof Failure || isWorthAnotherTry(error, 1);
    if (!isExpected) logger.warn({ err: error, submissions: submissions.length }, "a batch failed");
    return submissions.map(() => null);
  }
}

/** The first of each idempotency key; a key is served once in a transaction. */
function firstOfEachKey(submissions: readonly Submission[]): Submission[] {
  const seen = new Set<string>();
  return submissions.filter(({ input: { idempotencyKey } }) => !seen.has(idempotencyKey) && seen.add(idempotencyKey));
}

async function runLane(submissions: readonly Submission[]): Promise<(Outcome | null)[]> {
  const going = firstOfEachKey(submissions);
  const outcomes = going.length === 1 ? [await submitAlone(going[0]!)] : await submitBatch(going);
  const byPlace = new Map(going.map((submission, n) => [submission, outcomes[n]!]));
  return submissions.map((submission) => byPlace.get(submission) ?? null);
}

type Lane = (submission: Submission) => Promise<Outcome | null>;

const lanes = () => singleton("submit-lanes", () => new WeakMap<Db, Map<string, Lane>>());

function laneOf({ ctx }: Submission): Lane {
  const ofDb = lanes().get(ctx.db) ?? new Map<string, Lane>();
  lanes().set(ctx.db, ofDb);
  const name = `${ctx.partner.id}:${ctx.environment}`;
  const lane = ofDb.get(name) ?? inBatches(BATCH_MAX, runLane);
  ofDb.set(name, lane);
  return lane;
}

/**
 * Serves an action together with those of the same partner and environment that come while others are being served: they
 * share one transaction, and with it the pool's lock, the round trips and the commit. A lone action waits for nobody, and
 * one whose key another request holds waits for it outside the lane.
 */
export async function submitInLane(submission: Submission): Promise<Outcome> {
  return (await laneOf(submission)(submission)) ?? submitAlone(submission);
}
