import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { type MadeKey, makeKey, makePartner, makePortalUser } from "@/db/testing/factories";
import { register } from "@/lib/contract/giving";
import { TIER_CAPS, TIERS } from "@/lib/domain/partners/statuses";
import { addressBucket } from "@/lib/http/limits/charge";
import { limitStore } from "@/lib/http/limits/limit-store-chooser";
import { newSecretHex } from "@/lib/platform/ids";
import type { Answered } from "@/lib/testing/answers";
import { type Mounted, mounts, newAddress } from "@/lib/testing/mounts";
import { jsonCall, sign } from "@/lib/testing/sign";
import { bodyFor, tokenFor, withToken } from "@/lib/testing/worlds";

const { db } = database();

/** Thirty seconds into a minute, twelve minutes into an hour. */
const NOW = new Date("2026-03-01T12:12:30.000Z");
const HOUR_END = Date.parse("2026-03-01T13:00:00.000Z") / 1000;
const USERS = { target: "/v1/partner/users" };

const limitsOf = ({ headers }: Answered) => ({
  limit: Number(headers["x-ratelimit-limit"]),
  remaining: Number(headers["x-ratelimit-remaining"]),
  reset: Number(headers["x-ratelimit-reset"]),
});

/** Counts calls as the pipeline would, without making them. */
const use = (bucket: string, count: number, caps = TIER_CAPS.STANDARD, at = NOW) =>
  limitStore().consume(bucket, caps, count, at);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("an address", () => {
  test.each([
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
    ["2001:db8::9", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["203.0.113.7", "203.0.113.7"],
  ])("%s counts as %s", (address, bucket) => {
    expect(addressBucket(address)).toBe(bucket);
  });
});

describe.each(mounts)("through $name", ({ start }) => {
  let mounted: Mounted;
  beforeAll(async () => {
    mounted = await start();
  });
  afterAll(() => mounted.close());

  describe("a partner's bucket", () => {
    let key: MadeKey;
    beforeEach(async () => {
      key = await makeKey(db);
    });
    const bucket = (half: "pk" | "sk") => `${key.key.partnerId}:sandbox:${half}`;
    const unsigned = () => ({ target: "/v1/partner/config", headers: { "X-Partner-Key": key.publicKey } });

    test("counts each request once, and says what is left until the hour ends", async () => {
      const first = limitsOf(await mounted.call(sign(key, USERS)));
      expect(first).toEqual({ limit: 1_000, remaining: 999, reset: HOUR_END });
      expect(limitsOf(await mounted.call(sign(key, USERS))).remaining).toBe(998);
    });

    test("counts requests that are refused later, for their scope, body or business", async () => {
      const refused = [
        sign(key, { target: "/v1/partner/users?page=0" }),
        sign(key, { target: "/v1/partner/users/nobody" }),
        sign(key, jsonCall("POST", "/v1/partner/actions/submit", {})),
      ];
      let left = 1_000;
      for (const call of refused) {
        left -= 1;
        expect(limitsOf(await mounted.call(call)).remaining).toBe(left);
      }
    });

    test.each(TIERS)("has the numbers of the tier: %s", async (tier) => {
      const { id: partnerId } = await makePartner(db, { tier });
      const own = await makeKey(db, { partnerId });
      const caps = TIER_CAPS[tier];
      expect(limitsOf(await mounted.call(sign(own, USERS)))).toMatchObject({
        limit: caps.hour,
        remaining: caps.hour - 1,
      });
      await use(`${partnerId}:sandbox:sk`, caps.minute - 1, caps);
      expect(await mounted.call(sign(own, USERS))).toMatchObject({
        status: 429,
        body: { details: { window: "minute", limit: caps.minute, retryAfter: 30 } },
      });
    });

    test("refuses beyond the minute, tells the seconds, keeps describing the hour, and does not count the refusal", async () => {
      await use(bucket("sk"), 99);
      expect((await mounted.call(sign(key, USERS))).status).toBe(200);
      for (const _ of [1, 2, 3]) {
        const answer = await mounted.call(sign(key, USERS));
        expect(answer).toMatchObject({ status: 429, code: "RATE_LIMIT_EXCEEDED" });
        expect(answer.body.details).toEqual({ window: "minute", limit: 100, retryAfter: 30 });
        expect(answer.headers).toMatchObject({ "retry-after": "30", "x-ratelimit-retryafter": "30" });
        expect(limitsOf(answer)).toEqual({ limit: 1_000, remaining: 900, reset: HOUR_END });
      }
    });

    test("serves again after the stated seconds", async () => {
      await use(bucket("sk"), 100);
      const { headers } = await mounted.call(sign(key, USERS));
      vi.setSystemTime(NOW.getTime() + Number(headers["retry-after"]) * 1_000);
      expect((await mounted.call(sign(key, USERS))).status).toBe(200);
    });

    test("refuses beyond the hour until the hour ends", async () => {
      for (let minute = 0; minute < 10; minute += 1) {
        await use(bucket("sk"), 100, TIER_CAPS.STANDARD, new Date(NOW.getTime() + minute * 60_000));
      }
      const later = NOW.getTime() + 20 * 60_000;
      vi.setSystemTime(later);
      const answer = await mounted.call(sign(key, USERS));
      const seconds = HOUR_END - later / 1000;
      expect(answer.body.details).toEqual({ window: "hour", limit: 1_000, retryAfter: seconds });
      expect(limitsOf(answer)).toEqual({ limit: 1_000, remaining: 0, reset: HOUR_END });
      vi.setSystemTime(later + seconds * 1000);
      expect((await mounted.call(sign(key, USERS))).status).toBe(200);
    });

    test("is its own for publishable keys: a leaked one does not starve the backend", async () => {
      await use(bucket("pk"), 100);
      expect((await mounted.call(unsigned())).status).toBe(429);
      expect((await mounted.call(sign(key, USERS, { present: "publicKey" }))).status).toBe(429);
      expect((await mounted.call(sign(key, USERS))).status).toBe(200);
    });

    test("is one for all keys of its class, and another for each environment", async () => {
      const { partnerId } = key.key;
      const [second, live] = [
        await makeKey(db, { partnerId }),
        await makeKey(db, { partnerId, environment: "production" }),
      ];
      await use(bucket("sk"), 100);
      expect((await mounted.call(sign(second, USERS))).status).toBe(429);
      expect((await mounted.call(sign(live, USERS))).status).toBe(403);
      expect(limitsOf(await mounted.call(sign(live, USERS))).remaining).toBe(998);
    });

    test("lets exactly what is left of the minute pass, of many at once", async () => {
      await use(bucket("sk"), 80);
      const answers = await Promise.all(Array.from({ length: 100 }, () => mounted.call(sign(key, USERS))));
      expect(answers.filter((answer) => answer.status === 200)).toHaveLength(20);
      expect(answers.filter((answer) => answer.status === 429)).toHaveLength(80);
    });
  });

  describe("requests that fail authentication", () => {
    const wrong = (address: string) => ({
      ...USERS,
      address,
      headers: { "X-Partner-Key": `sk_test_${newSecretHex()}` },
    });

    test("leave the partner's bucket alone", async () => {
      const key = await makeKey(db);
      for (const call of [
        sign({ ...key, hmacSecret: newSecretHex() }, USERS),
        { ...USERS, headers: { "X-Partner-Key": key.secretKey } },
      ]) {
        expect((await mounted.call(call)).status).toBe(401);
      }
      expect(limitsOf(await mounted.call(sign(key, USERS))).remaining).toBe(999);
    });

    test("are answered 429 after 60 in a minute from one address, and counted for no other", async () => {
      const address = newAddress();
      await use(`failure:${address}`, 59, { hour: 1_000, minute: 60 });
      expect(await mounted.call(wrong(address))).toMatchObject({ status: 401, code: "INVALID_API_KEY" });
      const answer = await mounted.call(wrong(address));
      expect(answer).toMatchObject({ status: 429, body: { details: { window: "minute", limit: 60, retryAfter: 30 } } });
      expect((await mounted.call(wrong(newAddress()))).status).toBe(401);
      vi.setSystemTime(NOW.getTime() + 30_000);
      expect((await mounted.call(wrong(address))).status).toBe(401);
    });

    test("of every kind are counted: tokens, signatures, addresses, oversized bodies", async () => {
      const key = await makeKey(db, { ipAllowlist: ["192.0.2.1"] });
      const open = await makeKey(db);
      const oversized = sign(open, {
        method: "POST",
        target: "/v1/partner/actions/submit",
        body: "x".repeat(256 * 1024 + 1),
      });
      for (const call of [USERS, withToken("no token", USERS), sign(key, USERS), oversized]) {
        const address = newAddress();
        await use(`failure:${address}`, 60, { hour: 1_000, minute: 60 });
        expect((await mounted.call({ ...call, address })).status).toBe(429);
      }
    });

    test("do not keep a key in use from being served from the same address", async () => {
      const address = newAddress();
      const key = await makeKey(db);
      expect((await mounted.call({ ...sign(key, USERS), address })).status).toBe(200);
      await use(`failure:${address}`, 60, { hour: 1_000, minute: 60 });
      expect((await mounted.call(wrong(address))).status).toBe(429);
      expect((await mounted.call({ ...sign(key, USERS), address })).status).toBe(200);
    });

    test("cost the database nothing once their address is blocked", async () => {
      const address = newAddress();
      await use(`failure:${address}`, 60, { hour: 1_000, minute: 60 });
      expect((await mounted.call(wrong(address))).status).toBe(429);
      const { sql } = database();
      const [before] = await sql`select xact_commit from pg_stat_database where datname = current_database()`;
      expect(before).toBeDefined();
      const fresh = await makeKey(db);
      // A key that exists but is not in use: had the row been read, this would be served.
      expect((await mounted.call({ ...sign(fresh, USERS), address })).status).toBe(429);
    });
  });

  describe("people and passers-by", () => {
    test("each user has a bucket with Standard's numbers, whatever the partner's tier", async () => {
      const { id: partnerId } = await makePartner(db, { tier: "ENTERPRISE" });
      const [one, other] = [await makePortalUser(db, { partnerId }), await makePortalUser(db, { partnerId })];
      const ask = async (user: typeof one) => mounted.call(withToken(await tokenFor(user, NOW), USERS));
      expect(limitsOf(await ask(one))).toEqual({ limit: 1_000, remaining: 999, reset: HOUR_END });
      await use(`user:${one.id}`, 99);
      expect((await ask(one)).status).toBe(429);
      expect((await ask(other)).status).toBe(200);
    });

    test("anonymous requests share the bucket of their address", async () => {
      const address = newAddress();
      const calls = [
        { target: "/v1/partner/nothing" },
        { method: "PUT", target: "/v1/partner/users" },
        { method: "OPTIONS", target: "/v1/partner/config" },
        jsonCall("POST", "/v1/partner/auth/logout", { refreshToken: "unknown" }),
      ];
      let left = 1_000;
      for (const call of calls) {
        left -= 1;
        expect(limitsOf(await mounted.call({ ...call, address })).remaining).toBe(left);
      }
      await use(`address:${address}`, 96);
      for (const call of calls) expect((await mounted.call({ ...call, address })).status).toBe(429);
    });

    test("registration is held to ten an hour for each address; the headers keep describing the address", async () => {
      const address = newAddress();
      await use(`endpoint:register:${address}`, 9, { hour: 10, minute: 10 });
      const ask = () => mounted.call({ ...jsonCall("POST", "/v1/partner/auth/register", bodyFor(register)), address });
      expect((await ask()).status).toBe(201);
      const answer = await ask();
      expect(answer).toMatchObject({ status: 429, body: { details: { window: "hour", limit: 10 } } });
      expect(answer.headers["retry-after"]).toBe(String(HOUR_END - NOW.getTime() / 1000));
      expect(limitsOf(answer)).toMatchObject({ limit: 1_000, remaining: 998 });
    });
  });
});
