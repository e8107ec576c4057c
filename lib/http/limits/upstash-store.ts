import { Ratelimit, type RatelimitConfig } from "@upstash/ratelimit";
import type { Redis } from "@upstash/redis";
import { z } from "zod";
import { assertCharge, type Caps, type LimitStore, type LimitVerdict } from "@/lib/http/limits/limit-store";
import { TWO_WINDOWS_SCRIPT } from "@/lib/http/limits/two-windows-script";
import { toVerdict } from "@/lib/http/limits/windows";

const PREFIX = "portico:limit";
const CLAIM_PREFIX = "portico:claim";
const WINDOWS = [null, "hour", "minute"] as const;

type Algorithm = RatelimitConfig["limiter"];
type TwoWindowsScript = ReturnType<typeof Redis.prototype.createScript<unknown>>;

const Count = z.int().nonnegative();
const ScriptAnswer = z.tuple([z.int().min(0).max(2), Count, Count, Count, Count, Count]);

/**
 * Counts in a Redis that all processes share, by that Redis's clock; `now` is ignored. It throws when the store is away
 * or answers nonsense: `GuardedLimitStore` decides what then happens.
 */
export class UpstashLimitStore implements LimitStore {
  readonly name = "upstash";
  private readonly script: TwoWindowsScript;

  constructor(private readonly redis: Redis) {
    this.script = redis.createScript<unknown>(TWO_WINDOWS_SCRIPT);
  }

  async consume(bucket: string, caps: Caps, cost: number, now: Date): Promise<LimitVerdict> {
    assertCharge(cost, now);
    return verdictIn(await this.limiter(caps).limit(bucket, { rate: cost }));
  }

  async peek(bucket: string, caps: Caps): Promise<LimitVerdict> {
    return verdictIn(await this.limiter(caps).getRemaining(bucket));
  }

  async claim(key: string, ttlSeconds: number): Promise<boolean> {
    const answer: unknown = await this.redis.set(`${CLAIM_PREFIX}:${key}`, 1, { nx: true, ex: ttlSeconds });
    if (answer !== "OK" && answer !== null)
      throw new Error("The limit store answered a claim with neither yes nor no.");
    return answer === "OK";
  }

  async release(key: string): Promise<void> {
    await this.redis.del(`${CLAIM_PREFIX}:${key}`);
  }

  /**
   * Ratelimit is the frame, our script the algorithm: its own would charge refused calls and one window at a time. Its
   * time-out (which allows), its cache of refusals and its analytics stay off. Caps differ by bucket, and it is cheap.
   */
  private limiter(caps: Caps): Ratelimit {
    const limiter = twoWindows(this.script, caps);
    return new Ratelimit({ redis: this.redis, limiter, prefix: PREFIX, timeout: 0, ephemeralCache: false });
  }
}

function twoWindows(script: TwoWindowsScript, caps: Caps): Algorithm {
  const run = async (key: string, cost: number, mode: "charge" | "read") => {
    const flags = [caps.minuteFromFirstCall ? "1" : "0", mode === "charge" ? "1" : "0"];
    const answer = await script.exec([key], [String(caps.hour), String(caps.minute), String(cost), ...flags]);
    const verdict = readAnswer(answer, caps);
    const { allowed: success, limit, remaining, resetAt } = verdict;
    return { success, limit, remaining, reset: resetAt * 1000, pending: Promise.resolve(), verdict };
  };
  return () => ({
    limit: (_ctx, key, rate = 1) => run(key, rate, "charge"),
    getRemaining: (_ctx, key) => run(key, 1, "read"),
    resetTokens: async (ctx, key) => {
      await ctx.redis.del(key);
    },
  });
}

function readAnswer(answer: unknown, caps: Caps): LimitVerdict {
  const parsed = ScriptAnswer.safeParse(answer);
  if (!parsed.success) throw new Error("The limit store's answer is not the script's.");
  const [refused, hourStartMs, hourUsed, minuteStartMs, minuteUsed, nowMs] = parsed.data;
  const usage = { hourStartMs, hourUsed, minuteStartMs, minuteUsed };
  return toVerdict(usage, caps, { window: WINDOWS[refused] ?? null, nowMs });
}

/** Ratelimit hands on the very object that its algorithm answered, and ours put the verdict there. */
function verdictIn(answer: object): LimitVerdict {
  const { verdict } = answer as { verdict?: LimitVerdict };
  if (!verdict) throw new Error("The rate limiter answered without asking the store.");
  return verdict;
}
