import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HOUR_MS } from "@/lib/domain/shared/duration";
import { EmbeddedLimitStore } from "@/lib/http/limits/embedded-store";
import type { Caps, LimitStore } from "@/lib/http/limits/limit-store";
import { UpstashLimitStore } from "@/lib/http/limits/upstash-store";
import { makeUpstash } from "@/lib/platform/redis";
import { type RedisRestBridge, startRedisRestBridge } from "@/lib/testing/redis-rest-bridge";

const redisUrl = process.env.TEST_REDIS_URL;
/** An hour ahead of Redis's own clock, so that keys written by a stopped clock do not expire under the test. */
const HOUR_START_MS = Math.ceil(Date.now() / HOUR_MS) * HOUR_MS + HOUR_MS;
const at = (seconds: number) => new Date(HOUR_START_MS + seconds * 1000);
const newBucket = () => `test:${randomUUID()}`;

type Clocked = { store: LimitStore; stopClock(time: Date): Date };

function limitStoreGuarantees(make: () => Clocked): void {
  async function charge(clocked: Clocked, options: { bucket: string; caps: Caps; time: Date; cost?: number }) {
    const { bucket, caps, time, cost = 1 } = options;
    return clocked.store.consume(bucket, caps, cost, clocked.stopClock(time));
  }

  test("of five times as many simultaneous calls as the cap exactly the cap is allowed", async () => {
    const clocked = make();
    const options = { bucket: newBucket(), caps: { hour: 1000, minute: 40 }, time: at(10) };

    const verdicts = await Promise.all(Array.from({ length: 200 }, () => charge(clocked, options)));

    expect(verdicts.filter((verdict) => verdict.allowed)).toHaveLength(40);
  });

  test("the numbers describe the hour, and on a burst refusal the wait alone describes the minute", async () => {
    const clocked = make();
    const options = { bucket: newBucket(), caps: { hour: 10, minute: 2 }, time: new Date(at(61).getTime() + 250) };

    const first = await charge(clocked, options);
    await charge(clocked, options);
    const refused = await charge(clocked, options);

    const hour = { limit: 10, resetAt: at(3600).getTime() / 1000 };
    const allowed = { allowed: true, window: null, windowLimit: 10, remaining: 9, retryAfterSeconds: 0 };
    expect(first).toEqual({ ...hour, ...allowed });
    const burst = { allowed: false, window: "minute", windowLimit: 2, remaining: 8, retryAfterSeconds: 59 };
    expect(refused).toEqual({ ...hour, ...burst });
  });

  test("a refused call charges neither window, even when only one of them is full", async () => {
    const clocked = make();
    const bucket = newBucket();
    const caps = { hour: 10, minute: 4 };

    await charge(clocked, { bucket, caps, time: at(0), cost: 3 });
    const refused = await charge(clocked, { bucket, caps, time: at(1), cost: 2 });
    const single = await charge(clocked, { bucket, caps, time: at(2) });

    expect(refused).toMatchObject({ allowed: false, window: "minute", remaining: 7 });
    expect(single).toMatchObject({ allowed: true, remaining: 6 });
  });

  test("a weighted call is refused whole when the hour has less room, and the room stays", async () => {
    const clocked = make();
    const bucket = newBucket();
    const caps = { hour: 10, minute: 8 };

    await charge(clocked, { bucket, caps, time: at(0), cost: 8 });
    const refused = await charge(clocked, { bucket, caps, time: at(60), cost: 3 });
    const fitting = await charge(clocked, { bucket, caps, time: at(60), cost: 2 });

    expect(refused).toMatchObject({ allowed: false, window: "hour", windowLimit: 10, remaining: 2 });
    expect(refused.retryAfterSeconds).toBe(3540);
    expect(fitting).toMatchObject({ allowed: true, remaining: 0 });
  });

  test("when both windows are exhausted the stated wait is the hour's", async () => {
    const clocked = make();
    const bucket = newBucket();
    const caps = { hour: 2, minute: 2 };

    await charge(clocked, { bucket, caps, time: at(90), cost: 2 });
    const refused = await charge(clocked, { bucket, caps, time: at(91) });

    expect(refused).toMatchObject({ allowed: false, window: "hour", remaining: 0, retryAfterSeconds: 3509 });
  });

  test.each([
    { name: "minute", caps: { hour: 50, minute: 5 }, cost: 5, time: new Date(at(59).getTime() + 999) },
    { name: "minute, one millisecond in", caps: { hour: 50, minute: 5 }, cost: 4, time: new Date(at(0).getTime() + 1) },
    { name: "hour", caps: { hour: 5, minute: 5 }, cost: 5, time: new Date(at(1800).getTime() + 500) },
    { name: "hour's last minute", caps: { hour: 50, minute: 5 }, cost: 5, time: at(3599) },
  ])("waiting the stated seconds suffices: $name", async ({ caps, cost, time }) => {
    const clocked = make();
    const bucket = newBucket();

    await charge(clocked, { bucket, caps, time, cost });
    const refused = await charge(clocked, { bucket, caps, time, cost });
    const waited = new Date(time.getTime() + refused.retryAfterSeconds * 1000);
    const second = await charge(clocked, { bucket, caps, time: waited, cost });

    expect(refused.allowed).toBe(false);
    expect(second.allowed).toBe(true);
  });

  test("windows roll with the UTC minute and the UTC hour", async () => {
    const clocked = make();
    const bucket = newBucket();
    const caps = { hour: 3, minute: 1 };
    const allowed: boolean[] = [];

    for (const time of [at(59), at(59.999), at(60), at(120), at(180), at(3599.999), at(3600)]) {
      allowed.push((await charge(clocked, { bucket, caps, time })).allowed);
    }

    expect(allowed).toEqual([true, false, true, true, false, false, true]);
  });

  test("a minute opened by the first call runs for sixty seconds from it, and a refused call does not extend it", async () => {
    const clocked = make();
    const bucket = newBucket();
    const caps = { hour: 100, minute: 1, minuteFromFirstCall: true };

    const opened = await charge(clocked, { bucket, caps, time: at(50) });
    const refused = await charge(clocked, { bucket, caps, time: at(109) });
    const next = await charge(clocked, { bucket, caps, time: at(110) });

    expect(opened.allowed).toBe(true);
    expect(refused).toMatchObject({ allowed: false, window: "minute", retryAfterSeconds: 1 });
    expect(next.allowed).toBe(true);
  });

  test("a clock that is set back neither empties a window nor locks the caller out", async () => {
    const clocked = make();
    const bucket = newBucket();
    const caps = { hour: 10, minute: 1 };

    await charge(clocked, { bucket, caps, time: at(7200) });
    const justBefore = await charge(clocked, { bucket, caps, time: new Date(at(7200).getTime() - 5) });
    const longBefore = await charge(clocked, { bucket, caps, time: at(1000) });

    expect(justBefore).toMatchObject({ allowed: false, window: "minute", remaining: 9, retryAfterSeconds: 60 });
    expect(longBefore.allowed).toBe(true);
  });

  test("reading charges nothing, and says when there is no room for one more", async () => {
    const clocked = make();
    const bucket = newBucket();
    const caps = { hour: 1, minute: 1 };
    const now = clocked.stopClock(at(0));

    const before = [await clocked.store.peek(bucket, caps, now), await clocked.store.peek(bucket, caps, now)];
    await charge(clocked, { bucket, caps, time: at(0) });
    const after = await clocked.store.peek(bucket, caps, now);

    expect(before).toMatchObject(Array(2).fill({ allowed: true, remaining: 1 }));
    expect(after).toMatchObject({ allowed: false, window: "hour", remaining: 0 });
  });

  test("buckets do not share, and a changed tier keeps what was used", async () => {
    const clocked = make();
    const [one, other] = [newBucket(), newBucket()];
    const caps = { hour: 5, minute: 5 };

    await charge(clocked, { bucket: one, caps, time: at(0), cost: 4 });
    const stranger = await charge(clocked, { bucket: other, caps, time: at(0) });
    const raised = await charge(clocked, { bucket: one, caps: { hour: 20, minute: 20 }, time: at(1) });
    const lowered = await charge(clocked, { bucket: one, caps: { hour: 3, minute: 3 }, time: at(2) });

    expect(stranger.remaining).toBe(4);
    expect(raised).toMatchObject({ allowed: true, remaining: 15 });
    expect(lowered).toMatchObject({ allowed: false, remaining: 0 });
  });

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("a cost of %s is a bug, not a charge", async (cost) => {
    const clocked = make();
    const options = { bucket: newBucket(), caps: { hour: 5, minute: 5 }, time: at(0), cost };

    await expect(charge(clocked, options)).rejects.toThrow(RangeError);
  });
}

describe("embedded store", () => {
  limitStoreGuarantees(() => ({ store: new EmbeddedLimitStore(), stopClock: (time) => time }));
});

describe.skipIf(!redisUrl)(redisUrl ? "upstash store" : "UPSTASH STORE SKIPPED: TEST_REDIS_URL IS NOT SET", () => {
  let bridge: RedisRestBridge;
  beforeAll(async () => {
    bridge = await startRedisRestBridge(redisUrl!);
  });
  afterAll(() => bridge.stop());

  const connect = () => new UpstashLimitStore(makeUpstash({ ...bridge, timeoutMs: 5_000 }));
  /** What the application says the time is must not matter. */
  const WRONG_TIME = new Date(0);
  const stopClock = (time: Date) => {
    bridge.setTime(time);
    return WRONG_TIME;
  };

  limitStoreGuarantees(() => ({ store: connect(), stopClock }));

  test("two processes on one Redis share the count", async () => {
    const processes = [connect(), connect()];
    const bucket = newBucket();
    stopClock(at(0));

    const calls = processes.flatMap((store) => Array.from({ length: 50 }, () => store));
    const caps = { hour: 20, minute: 20 };
    const verdicts = await Promise.all(calls.map((store) => store.consume(bucket, caps, 1, WRONG_TIME)));

    expect(verdicts.filter((verdict) => verdict.allowed)).toHaveLength(20);
  });

  test("a charge runs on an unmodified Redis by its own clock, and its key ends with the hour", async () => {
    const store = connect();
    const bucket = newBucket();
    bridge.setTime(null);
    await bridge.redis.script("FLUSH");

    const first = await store.consume(bucket, { hour: 5, minute: 5 }, 1, WRONG_TIME);
    const [seconds] = await bridge.redis.time();
    const endsAt = await bridge.redis.expiretime(`portico:limit:${bucket}`);

    expect(first).toMatchObject({ allowed: true, remaining: 4, resetAt: endsAt });
    expect(endsAt - Number(seconds)).toBeLessThanOrEqual(3600);
  });

  test("a request that is not answered is given up, not left hanging", async () => {
    const store = new UpstashLimitStore(makeUpstash({ ...bridge, timeoutMs: 50 }));
    await bridge.fail("hang");

    const refusal = await store.claim(randomUUID(), 600).catch((error: unknown) => error);
    await bridge.fail("none");

    expect(refusal).toMatchObject({ name: "TimeoutError" });
  });

  test("of simultaneous claims one wins; released it can be claimed again; it ends by itself", async () => {
    const processes = [connect(), connect()];
    const key = randomUUID();

    const claims = await Promise.all(Array.from({ length: 20 }, (_, n) => processes[n % 2]!.claim(key, 600)));
    const ttlSeconds = await bridge.redis.ttl(`portico:claim:${key}`);
    await processes[0]!.release(key);

    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(ttlSeconds).toBeGreaterThan(590);
    expect(await processes[1]!.claim(key, 600)).toBe(true);
  });
});
