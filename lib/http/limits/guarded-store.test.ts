import { randomUUID } from "node:crypto";
import { access } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { Failure } from "@/lib/errors";
import { GuardedLimitStore, type GuardOptions, type SharedLimitStore } from "@/lib/http/limits/guarded-store";
import type { LimitVerdict } from "@/lib/http/limits/limit-store";
import { UpstashLimitStore } from "@/lib/http/limits/upstash-store";
import { makeUpstash } from "@/lib/platform/redis";
import { type BridgeFault, type RedisRestBridge, startRedisRestBridge } from "@/lib/testing/redis-rest-bridge";

const redisUrl = process.env.TEST_REDIS_URL;
const NOW = new Date(Date.UTC(2026, 0, 1, 12, 0, 10));
const CAPS = { hour: 100, minute: 20 };
/** Longer than in production: a busy test machine must not look like a store that hangs. */
const DEADLINE_MS = 1_000;

function makeGuard(store: SharedLimitStore, options: Partial<GuardOptions> = {}) {
  const clock = { ms: 0 };
  const log = { warn: vi.fn(), info: vi.fn() };
  const fixed = { clusterSize: () => 4, log, deadlineMs: DEADLINE_MS, clock: () => clock.ms };
  return { guard: new GuardedLimitStore(store, { ...fixed, ...options }), clock, log };
}

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

describe("guarded store, with a store that throws", () => {
  const broken = () => {
    const away = vi.fn(async () => {
      throw new Error('ERR no, command was: ["set","portico:claim:secret-signature"]');
    });
    const store: SharedLimitStore = { name: "upstash", consume: away, peek: away, claim: away, release: away };
    return { store, away };
  };

  test("callers get their own caps in the numbers and the local share of them in calls", async () => {
    const { guard } = makeGuard(broken().store);

    const verdicts = await Promise.all(times(30, () => guard.consume("b", CAPS, 1, NOW)));

    expect(verdicts.filter((verdict) => verdict.allowed)).toHaveLength(5);
    expect(verdicts[0]).toMatchObject({ limit: 100, remaining: 24 });
    expect(verdicts[29]).toMatchObject({ limit: 100, window: "minute", windowLimit: 20, retryAfterSeconds: 50 });
  });

  test("the share is rounded up, and a cluster that does not know its size counts as one process", async () => {
    const share = async (size: number) => {
      const { guard } = makeGuard(broken().store, { clusterSize: () => size });
      return (await guard.peek("b", { hour: 100, minute: 20 }, NOW)).remaining;
    };

    expect(await Promise.all([share(3), share(1000), share(0), share(Number.NaN)])).toEqual([34, 1, 100, 100]);
  });

  test("for a second after a failure nothing asks the store, then one call alone tries it", async () => {
    const { store, away } = broken();
    const { guard, clock } = makeGuard(store);

    await guard.consume("b", CAPS, 1, NOW);
    clock.ms = 999;
    await Promise.all(times(20, () => guard.consume("b", CAPS, 1, NOW)));
    expect(away).toHaveBeenCalledTimes(1);

    clock.ms = 1000;
    await Promise.all(times(20, () => guard.consume("b", CAPS, 1, NOW)));
    expect(away).toHaveBeenCalledTimes(2);
  });

  test("each turn is logged once, without the command, and the state says since when", async () => {
    const { store, away } = broken();
    const { guard, clock, log } = makeGuard(store);

    for (const ms of [0, 1000, 2000]) {
      clock.ms = ms;
      await guard.peek("b", CAPS, NOW);
    }
    expect(guard.state()).toEqual({ name: "upstash", degraded: true, since: expect.any(Date), failures: 3 });

    away.mockResolvedValue({ allowed: true } as never);
    clock.ms = 3000;
    await guard.peek("b", CAPS, NOW);
    await guard.peek("b", CAPS, NOW);
    expect(guard.state()).toEqual({ name: "upstash", degraded: false, since: null, failures: 3 });
    expect([log.warn.mock.calls.length, log.info.mock.calls.length]).toEqual([1, 1]);
    expect(JSON.stringify(log.warn.mock.calls)).not.toContain("secret-signature");
  });

  test("a claim is refused with the seconds after which the store is tried again; a release is not a failure", async () => {
    const { guard } = makeGuard(broken().store);

    const refusal = await guard.claim("k", 600).catch((error: unknown) => error);

    expect(refusal).toBeInstanceOf(Failure);
    expect(refusal).toMatchObject({ code: "service_unavailable", retryAfterSeconds: 1 });
    await expect(guard.claim("k", 600)).rejects.toMatchObject({ code: "service_unavailable" });
    await expect(guard.release("k")).resolves.toBeUndefined();
  });

  test("a store that never answers costs one deadline, and the next call does not wait", async () => {
    const silent = () => new Promise<never>(() => {});
    const store: SharedLimitStore = { name: "upstash", consume: silent, peek: silent, claim: silent, release: silent };
    const { guard } = makeGuard(store, { deadlineMs: 20 });

    const first = await guard.consume("b", CAPS, 1, NOW);
    const second = await guard.consume("b", CAPS, 1, NOW);

    expect([first.remaining, second.remaining]).toEqual([24, 23]);
    expect(guard.state().failures).toBe(1);
  });

  test("an answer that came while the process itself was held up is not a silence of the store", async () => {
    const verdict = { allowed: false } as LimitVerdict;
    const heldUp = async () => {
      const answer = access("/");
      const until = performance.now() + 60;
      while (performance.now() < until);
      await answer;
      return verdict;
    };
    const { guard } = makeGuard({ ...broken().store, consume: heldUp }, { deadlineMs: 20 });

    // From here the loop comes to its timers before it reads anything.
    await setImmediate();
    expect(await guard.consume("b", CAPS, 1, NOW)).toBe(verdict);
    expect(guard.state().failures).toBe(0);
  });

  test("a bug of the caller is not taken for the store's failure", async () => {
    const { guard } = makeGuard(broken().store);

    await expect(guard.consume("b", CAPS, 0, NOW)).rejects.toThrow(RangeError);
    expect(guard.state().degraded).toBe(false);
  });
});

const heading = redisUrl ? "guarded store, over HTTP" : "GUARDED STORE OVER HTTP SKIPPED: TEST_REDIS_URL IS NOT SET";
describe.skipIf(!redisUrl)(heading, () => {
  let bridge: RedisRestBridge;
  beforeAll(async () => {
    bridge = await startRedisRestBridge(redisUrl!);
  });
  beforeEach(() => bridge.fail("none"));
  afterAll(() => bridge.stop());

  const connect = () => makeGuard(new UpstashLimitStore(makeUpstash({ ...bridge, timeoutMs: DEADLINE_MS })));

  test.each<BridgeFault>(["hang", "refuse", "nonsense", "error"])(
    "a store that will %s costs one deadline, leaves the local share, and is used again when it is back",
    async (fault) => {
      const { guard, clock } = connect();
      const bucket = randomUUID();
      bridge.setTime(new Date(Date.now() + 7_200_000));
      expect((await guard.consume(bucket, CAPS, 10, NOW)).remaining).toBe(90);

      await bridge.fail(fault);
      const startedAtMs = performance.now();
      const verdicts = await Promise.all(times(30, () => guard.consume(bucket, CAPS, 1, NOW)));
      const late = await guard.consume(bucket, CAPS, 1, NOW);
      expect(performance.now() - startedAtMs).toBeLessThan(2 * DEADLINE_MS);
      expect(verdicts.filter((verdict) => verdict.allowed)).toHaveLength(5);
      expect(late.allowed).toBe(false);
      await expect(guard.claim(randomUUID(), 600)).rejects.toMatchObject({ code: "service_unavailable" });
      expect(guard.state().degraded).toBe(true);

      await bridge.fail("none");
      clock.ms += 1_000;
      expect((await guard.consume(bucket, CAPS, 1, NOW)).remaining).toBe(89);
      expect(guard.state()).toMatchObject({ degraded: false, since: null });
      expect(await guard.claim(randomUUID(), 600)).toBe(true);
    },
  );

  test("while the circuit is open no request leaves the process", async () => {
    const { guard } = connect();
    await bridge.fail("error");
    await guard.consume(randomUUID(), CAPS, 1, NOW);
    const asked = bridge.requests();

    await Promise.all(times(50, () => guard.consume(randomUUID(), CAPS, 1, NOW)));

    expect(bridge.requests()).toBe(asked);
  });

  test("a charge whose answer was lost is not sent again", async () => {
    const { guard } = connect();
    const bucket = randomUUID();
    bridge.setTime(new Date(Date.now() + 7_200_000));
    await guard.consume(bucket, CAPS, 1, NOW);

    await bridge.fail("lose");
    await guard.consume(bucket, CAPS, 1, NOW);

    expect(guard.state().failures).toBe(1);
    expect(await bridge.redis.hget(`portico:limit:${bucket}`, "hourUsed")).toBe("2");
  });

  test("a wrong token is a store that is away, not an answer", async () => {
    const { guard } = makeGuard(new UpstashLimitStore(makeUpstash({ url: bridge.url, token: "wrong" })));

    const verdict = await guard.consume(randomUUID(), CAPS, 1, NOW);

    expect(verdict).toMatchObject({ allowed: true, remaining: 24 });
    expect(guard.state().degraded).toBe(true);
  });
});
