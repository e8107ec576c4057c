import { Failure } from "@/lib/errors";
import { EmbeddedLimitStore } from "@/lib/http/limits/embedded-store";
import { assertCharge, type Caps, type LimitStore, type LimitVerdict, UNLIMITED } from "@/lib/http/limits/limit-store";

const DEADLINE_MS = 250;
const CIRCUIT_OPEN_MS = 1_000;

export type LimitStoreState = {
  name: LimitStore["name"];
  /** The shared store is away; this process holds callers to its local share. */
  degraded: boolean;
  since: Date | null;
  /** Calls the store has failed since the process started. */
  failures: number;
};

/** What a guarded store must be able to do: claims are not optional here. */
export type SharedLimitStore = LimitStore & Required<Pick<LimitStore, "claim" | "release">>;

export type GuardOptions = {
  /** How many processes share the limit: each holds callers to this part of it while the store is away. */
  clusterSize: () => number;
  log: { warn(fields: object, message: string): void; info(fields: object, message: string): void };
  deadlineMs?: number;
  circuitOpenMs?: number;
  /** Milliseconds that never run backwards; replaced in tests. */
  clock?: () => number;
};

/** Marks a call that the store did not answer, or was not asked because the circuit is open. */
const AWAY = Symbol("away");

/**
 * A shared store that may go away. It never throws for a limit and never allows for want of an answer: a store that
 * hangs, refuses or answers nonsense leaves this process with its local share of each cap. After a failure the store is
 * left alone for a second, then one call tries it again. Claims have no local share: while the store is away they are
 * refused with `service_unavailable`.
 */
export class GuardedLimitStore implements SharedLimitStore {
  readonly name: LimitStore["name"];
  private readonly local = new EmbeddedLimitStore();
  private readonly clock: () => number;
  private since: Date | null = null;
  private failures = 0;
  private openUntilMs = 0;
  private isTrying = false;

  constructor(
    private readonly store: SharedLimitStore,
    private readonly options: GuardOptions,
  ) {
    this.name = store.name;
    this.clock = options.clock ?? (() => performance.now());
  }

  async consume(bucket: string, caps: Caps, cost: number, now: Date): Promise<LimitVerdict> {
    assertCharge(cost, now);
    const verdict = await this.ask(() => this.store.consume(bucket, caps, cost, now));
    if (verdict !== AWAY) return verdict;
    return withCapsOf(caps, this.local.consume(bucket, this.share(caps), cost, now));
  }

  async peek(bucket: string, caps: Caps, now: Date): Promise<LimitVerdict> {
    const verdict = await this.ask(() => this.store.peek(bucket, caps, now));
    if (verdict !== AWAY) return verdict;
    return withCapsOf(caps, this.local.peek(bucket, this.share(caps), now));
  }

  async claim(key: string, ttlSeconds: number): Promise<boolean> {
    const isFirst = await this.ask(() => this.store.claim(key, ttlSeconds));
    if (isFirst !== AWAY) return isFirst;
    const waitMs = this.openUntilMs - this.clock();
    throw new Failure("service_unavailable", { retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) });
  }

  /** Never throws: a claim that could not be given back ends with its time. */
  async release(key: string): Promise<void> {
    await this.ask(() => this.store.release(key));
  }

  state(): LimitStoreState {
    return { name: this.name, degraded: this.since !== null, since: this.since, failures: this.failures };
  }

  private async ask<T>(call: () => T | Promise<T>): Promise<T | typeof AWAY> {
    const isDegraded = this.since !== null;
    if (isDegraded && (this.isTrying || this.clock() < this.openUntilMs)) return AWAY;
    if (isDegraded) this.isTrying = true;
    try {
      const answer = await within(this.options.deadlineMs ?? DEADLINE_MS, call);
      this.noteAnswer();
      return answer;
    } catch (error) {
      this.noteFailure(error);
      return AWAY;
    } finally {
      if (isDegraded) this.isTrying = false;
    }
  }

  private noteAnswer(): void {
    if (this.since === null) return;
    this.options.log.info({ since: this.since, failures: this.failures }, "The limit store is back.");
    this.since = null;
  }

  private noteFailure(error: unknown): void {
    this.failures++;
    this.openUntilMs = this.clock() + (this.options.circuitOpenMs ?? CIRCUIT_OPEN_MS);
    if (this.since !== null) return;
    this.since = new Date();
    this.options.log.warn({ reason: reasonOf(error) }, "The limit store is away: callers are held to the local share.");
  }

  private share(caps: Caps): Caps {
    const processes = Math.max(1, Math.floor(this.options.clusterSize()) || 1);
    const part = (cap: number) => (cap === UNLIMITED ? cap : Math.ceil(cap / processes));
    return { ...caps, hour: part(caps.hour), minute: part(caps.minute) };
  }
}

/** The headers keep naming the caller's own caps; what remains is what this process will still let through. */
function withCapsOf(caps: Caps, verdict: LimitVerdict): LimitVerdict {
  return { ...verdict, limit: caps.hour, windowLimit: verdict.window === "minute" ? caps.minute : caps.hour };
}

/** The SDK repeats the whole command in its message, and a claim's key does not belong in a log. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const { code } = (error.cause ?? {}) as { code?: string };
  return [error.name, error.message.split(", command was:")[0]?.slice(0, 200), code].filter(Boolean).join(": ");
}

async function within<T>(deadlineMs: number, call: () => T | Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    // A process that was itself held up reads what has come meanwhile before it calls the store silent.
    const giveUp = () => setImmediate(() => reject(new Error(`No answer within ${deadlineMs} ms.`)));
    timer = setTimeout(giveUp, deadlineMs);
  });
  try {
    return await Promise.race([call(), deadline]);
  } finally {
    clearTimeout(timer);
  }
}
