import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EmbeddedLimitStore } from "@/lib/http/limits/embedded-store";
import { type Caps, UNLIMITED } from "@/lib/http/limits/limit-store";

const START_MS = Date.UTC(2026, 0, 1);
const at = (ms: number) => new Date(START_MS + ms);

/** The rule in its plainest form: every accepted charge is kept, and a window's use is the sum of those within it. */
class Model {
  private readonly charges: { bucket: string; ms: number; cost: number }[] = [];

  used(bucket: string, lengthMs: number, ms: number): number {
    const isWithin = (other: number) => Math.floor(other / lengthMs) === Math.floor(ms / lengthMs);
    const charges = this.charges.filter((charge) => charge.bucket === bucket && isWithin(charge.ms));
    return charges.reduce((sum, charge) => sum + charge.cost, 0);
  }

  consume(call: { bucket: string; ms: number; cost: number }, caps: Caps) {
    const hour = this.used(call.bucket, 3_600_000, call.ms);
    const minute = this.used(call.bucket, 60_000, call.ms);
    const window = hour + call.cost > caps.hour ? "hour" : minute + call.cost > caps.minute ? "minute" : null;
    if (window === null) this.charges.push(call);
    return { allowed: window === null, window, remaining: caps.hour - this.used(call.bucket, 3_600_000, call.ms) };
  }
}

const Call = fc.record({
  bucket: fc.constantFrom("a", "b", "c"),
  waitMs: fc.oneof(fc.nat(900), fc.nat(90_000), fc.nat(4_000_000)),
  cost: fc.integer({ min: 1, max: 6 }),
});
const AnyCaps = fc.record({ hour: fc.integer({ min: 1, max: 30 }), minute: fc.integer({ min: 1, max: 10 }) });

describe("embedded store, whatever the calls", () => {
  test("it answers as the plain model does", () => {
    fc.assert(
      fc.property(fc.array(Call, { maxLength: 120 }), AnyCaps, (calls, caps) => {
        const store = new EmbeddedLimitStore();
        const model = new Model();
        let ms = 0;
        for (const { bucket, waitMs, cost } of calls) {
          ms += waitMs;
          const verdict = store.consume(bucket, caps, cost, at(ms));
          expect(verdict).toMatchObject(model.consume({ bucket, ms, cost }, caps));
        }
      }),
      { numRuns: 500 },
    );
  });

  test("after the stated wait a refused call that fits its caps is allowed", () => {
    fc.assert(
      fc.property(fc.array(Call, { maxLength: 60 }), AnyCaps, (calls, caps) => {
        const store = new EmbeddedLimitStore();
        let ms = 0;
        for (const { bucket, waitMs, cost } of calls) {
          ms += waitMs;
          const verdict = store.consume(bucket, caps, cost, at(ms));
          if (verdict.allowed || cost > Math.min(caps.hour, caps.minute)) continue;
          ms += verdict.retryAfterSeconds * 1000;
          expect(store.consume(bucket, caps, cost, at(ms)).allowed).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("with a clock that jumps either way it never throws and its numbers stay in range", () => {
    const Jump = fc.record({ ms: fc.nat(20_000_000), cost: fc.integer({ min: 1, max: 6 }) });
    fc.assert(
      fc.property(fc.array(Jump, { maxLength: 80 }), AnyCaps, fc.boolean(), (jumps, caps, minuteFromFirstCall) => {
        const store = new EmbeddedLimitStore();
        for (const { ms, cost } of jumps) {
          const verdict = store.consume("a", { ...caps, minuteFromFirstCall }, cost, at(ms));
          expect(verdict.remaining).toBeGreaterThanOrEqual(0);
          expect(verdict.remaining).toBeLessThanOrEqual(caps.hour);
          expect(verdict.retryAfterSeconds > 0).toBe(!verdict.allowed);
          expect(verdict.retryAfterSeconds).toBeLessThanOrEqual(verdict.window === "minute" ? 60 : 3600);
        }
      }),
    );
  });
});

describe("embedded store, memory", () => {
  const caps = { hour: 1000, minute: 1000 };

  test("a flood of random addresses stays within the bound and does not clear a busy caller's count", () => {
    const store = new EmbeddedLimitStore(1_000);
    store.consume("busy", caps, 900, at(0));

    for (let n = 0; n < 50_000; n++) store.consume(`address:${n}`, caps, 1, at(n));

    expect(store.size).toBeLessThanOrEqual(1_000);
    expect(store.peek("busy", caps, at(50_000)).remaining).toBe(100);
  });

  test("buckets whose windows have ended leave as new ones come", () => {
    const store = new EmbeddedLimitStore();
    const byMinute = { hour: UNLIMITED, minute: 60 };

    for (let n = 0; n < 10_000; n++) store.consume(`first:${n}`, byMinute, 1, at(0));
    for (let n = 0; n < 2_000; n++) store.consume(`second:${n}`, byMinute, 1, at(60_000));

    expect(store.size).toBe(2_000);
  });

  test("reading and refusing make no bucket", () => {
    const store = new EmbeddedLimitStore();

    store.peek("reader", caps, at(0));
    const refused = store.consume("greedy", caps, 1001, at(0));

    expect(refused.allowed).toBe(false);
    expect(store.size).toBe(0);
  });
});
