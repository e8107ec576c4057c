import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { apiKeys } from "@/db/schema/keys";
import { partners } from "@/db/schema/partners";
import { type MadeKey, makeKey, makePartner, makePool } from "@/db/testing/factories";
import type { PartnerStatus } from "@/lib/domain/partners/statuses";
import { newSecretHex } from "@/lib/platform/ids";
import type { Call } from "@/lib/testing/call";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { jsonCall, sign } from "@/lib/testing/sign";
import { submitBody, submitCall } from "@/lib/testing/worlds";

const { db } = database();

type PartnerOverrides = Parameters<typeof makePartner>[1];
type KeyOverrides = Parameters<typeof makeKey>[1];

async function makePair(key: KeyOverrides = {}, partner: PartnerOverrides = {}): Promise<MadeKey> {
  const { id: partnerId } = await makePartner(db, partner);
  return makeKey(db, { partnerId, ...key });
}

const USERS = { target: "/v1/partner/users" };
const CONFIG = { target: "/v1/partner/config" };

/** A widget call: a publishable key, unsigned. */
const widget = (key: MadeKey, more: Partial<Call> = {}): Call => ({
  ...CONFIG,
  ...more,
  headers: { "X-Partner-Key": key.publicKey, ...more.headers },
});

const fromOrigin = (origin: string) => ({ headers: { Origin: origin } });

afterEach(() => {
  vi.useRealTimers();
});

describe.each(mounts)("through $name", ({ start }) => {
  let mounted: Mounted;
  beforeAll(async () => {
    mounted = await start();
  });
  afterAll(() => mounted.close());

  describe("a key", () => {
    test("that is missing or empty is told apart from one that is wrong", async () => {
      expect(await mounted.call(USERS)).toMatchObject({ status: 401, code: "MISSING_PARTNER_KEY" });
      const empty = { ...USERS, headers: { "X-Partner-Key": "" } };
      expect(await mounted.call(empty)).toMatchObject({ status: 401, code: "MISSING_PARTNER_KEY" });
    });

    test.each([
      ["is unknown", `sk_test_${newSecretHex()}`],
      ["is unknown and publishable", `pk_test_${newSecretHex()}`],
      ["has no form", "secret"],
      ["is in upper case", `SK_TEST_${newSecretHex().toUpperCase()}`],
      ["is too short", `sk_test_${newSecretHex().slice(1)}`],
      ["is too long", `sk_test_${newSecretHex()}0`],
      ["names no mode", `sk_${newSecretHex()}`],
      ["holds a statement", "sk_test_' or 1=1 --"],
    ])("that %s is refused", async (_, presented) => {
      const answer = await mounted.call({ ...USERS, headers: { "X-Partner-Key": presented } });
      expect(answer).toMatchObject({ status: 401, code: "INVALID_API_KEY" });
    });

    test("whose mode was exchanged is another key, and unknown", async () => {
      const key = await makePair();
      const secretKey = key.secretKey.replace("sk_test_", "sk_live_");
      expect(await mounted.call(sign({ ...key, secretKey }, USERS))).toMatchObject({ code: "INVALID_API_KEY" });
    });

    test.each(["secretKey", "publicKey"] as const)(
      "revoked: its %s dies at once, also from the cache",
      async (present) => {
        const key = await makePair();
        expect((await mounted.call(sign(key, USERS, { present }))).status).toBe(200);
        await db.update(apiKeys).set({ isActive: false, revokedAt: new Date() }).where(eq(apiKeys.id, key.key.id));
        await expect
          .poll(async () => (await mounted.call(sign(key, USERS, { present }))).code, { timeout: 1_500 })
          .toBe("API_KEY_REVOKED");
        expect((await mounted.call(widget(key))).code).toBe("API_KEY_REVOKED");
      },
    );

    test("that is deactivated is refused like a revoked one", async () => {
      const key = await makePair({ isActive: false });
      expect(await mounted.call(sign(key, USERS))).toMatchObject({ status: 401, code: "API_KEY_REVOKED" });
    });

    test("is served until the instant of its expiry and refused from then on, without another look at its row", async () => {
      const expiresAt = new Date("2026-04-01T12:00:00.000Z");
      const key = await makePair({ expiresAt });
      vi.useFakeTimers({ toFake: ["Date"], now: expiresAt.getTime() - 1 });
      expect((await mounted.call(sign(key, USERS))).status).toBe(200);
      vi.setSystemTime(expiresAt);
      expect(await mounted.call(sign(key, USERS))).toMatchObject({ status: 401, code: "API_KEY_EXPIRED" });
      expect(await mounted.call(widget(key))).toMatchObject({ status: 401, code: "API_KEY_EXPIRED" });
    });
  });

  describe("kinds of keys and endpoints", () => {
    test("a publishable key reads a widget endpoint unsigned, signed, and signed endpoints signed", async () => {
      const key = await makePair();
      expect((await mounted.call(widget(key))).status).toBe(200);
      expect((await mounted.call(sign(key, CONFIG, { present: "publicKey" }))).status).toBe(200);
      expect((await mounted.call(sign(key, USERS, { present: "publicKey" }))).status).toBe(200);
    });

    test("a publishable key's wrong signature on a widget endpoint is refused, not ignored", async () => {
      const key = await makePair();
      const call = sign({ ...key, hmacSecret: newSecretHex() }, CONFIG, { present: "publicKey" });
      expect(await mounted.call(call)).toMatchObject({ status: 401, code: "INVALID_SIGNATURE" });
    });

    test("a publishable key may not read a signed endpoint unsigned", async () => {
      const key = await makePair();
      expect(await mounted.call({ ...USERS, headers: { "X-Partner-Key": key.publicKey } })).toMatchObject({
        status: 401,
        code: "MISSING_SIGNATURE",
      });
    });

    test.each([true, false])("a publishable key may not write, signed or not (signed: %s)", async (isSigned) => {
      const key = await makePair();
      const write = jsonCall("POST", "/v1/partner/actions/submit", submitBody());
      const unsigned = { ...write, headers: { ...write.headers, "X-Partner-Key": key.publicKey } };
      const call = isSigned ? sign(key, write, { present: "publicKey" }) : unsigned;
      expect(await mounted.call(call)).toMatchObject({ status: 403, code: "SECRET_KEY_REQUIRED" });
    });

    test("a secret key must sign, on widget endpoints too", async () => {
      const key = await makePair();
      const unsigned = { ...CONFIG, headers: { "X-Partner-Key": key.secretKey } };
      expect(await mounted.call(unsigned)).toMatchObject({ status: 401, code: "MISSING_SIGNATURE" });
      expect((await mounted.call(sign(key, CONFIG))).status).toBe(200);
    });
  });

  describe("the address lists", () => {
    const served: [list: string, address: string][] = [
      ["203.0.113.7", "203.0.113.7"],
      ["203.0.113.0/24", "203.0.113.255"],
      ["203.0.113.0/24", "::ffff:203.0.113.9"],
      ["::ffff:203.0.113.0/120", "203.0.113.9"],
      ["0.0.0.0/0", "198.51.100.1"],
      ["2001:db8::/32", "2001:db8:1:2::3"],
      ["2001:db8::1", "2001:DB8:0:0:0:0:0:1"],
    ];
    const refused: [list: string, address: string][] = [
      ["203.0.113.7", "203.0.113.8"],
      ["203.0.113.0/24", "203.0.114.0"],
      ["203.0.113.0/24", "::ffff:203.0.114.1"],
      ["2001:db8::/32", "2001:db9::1"],
      ["2001:db8::/32", "203.0.113.7"],
      ["203.0.113.0/24", "2001:db8::cb00:7107"],
      ["203.0.113.0/24", "not an address"],
    ];
    const listed = (ipAllowlist: string[], of: "key" | "partner") =>
      of === "key" ? makePair({ ipAllowlist }) : makePair({}, { ipAllowlist });

    describe.each(["key", "partner"] as const)("of the %s", (of) => {
      test.each(served)("%s serves %s", async (range, address) => {
        const key = await listed([range], of);
        expect((await mounted.call({ ...sign(key, USERS), address })).status).toBe(200);
      });

      test.each(refused)("%s refuses %s", async (range, address) => {
        const key = await listed([range], of);
        const answer = await mounted.call({ ...sign(key, USERS), address });
        expect(answer).toMatchObject({ status: 403, code: "IP_NOT_ALLOWED" });
      });
    });

    test("both must match when both are set", async () => {
      const key = await makePair({ ipAllowlist: ["198.51.100.0/24"] }, { ipAllowlist: ["198.51.0.0/16"] });
      const from = async (address: string) => (await mounted.call({ ...sign(key, USERS), address })).code;
      expect(await from("198.51.100.9")).toBeNull();
      expect(await from("198.51.101.9")).toBe("IP_NOT_ALLOWED");
      expect(await from("203.0.113.9")).toBe("IP_NOT_ALLOWED");
    });

    test("do not bind unsigned widget calls, which come from donors' browsers", async () => {
      const key = await makePair({ ipAllowlist: ["198.51.100.0/24"] });
      expect((await mounted.call({ ...widget(key), address: "203.0.113.9" })).status).toBe(200);
      const signed = sign(key, CONFIG, { present: "publicKey" });
      expect((await mounted.call({ ...signed, address: "203.0.113.9" })).code).toBe("IP_NOT_ALLOWED");
    });

    test("heed only the proxy that is trusted: what stands further left is the client's own claim", async () => {
      const key = await makePair({ ipAllowlist: ["198.51.100.9"] });
      const claimed = { ...sign(key, USERS), address: "198.51.100.9, 203.0.113.9" };
      expect((await mounted.call(claimed)).code).toBe("IP_NOT_ALLOWED");
      expect((await mounted.call({ ...claimed, address: "203.0.113.9, 198.51.100.9" })).status).toBe(200);
    });
  });

  describe("origins", () => {
    const HOME = "https://shop.example";
    const readable = { "access-control-allow-origin": HOME, vary: "Origin" };

    test("an empty list lets every page read, with the limit headers exposed", async () => {
      const answer = await mounted.call(widget(await makePair(), fromOrigin(HOME)));
      expect(answer).toMatchObject({ status: 200, headers: readable });
      const exposed = answer.headers["access-control-expose-headers"];
      for (const name of [
        "X-RateLimit-Limit",
        "X-RateLimit-Remaining",
        "X-RateLimit-Reset",
        "X-RateLimit-RetryAfter",
      ]) {
        expect(exposed).toContain(name);
      }
      expect(answer.headers["access-control-allow-credentials"]).toBeUndefined();
    });

    test("a listed origin may read; another is refused and may not even read the refusal", async () => {
      const key = await makePair({}, { allowedOrigins: [HOME] });
      expect(await mounted.call(widget(key, fromOrigin(HOME)))).toMatchObject({ status: 200, headers: readable });
      for (const origin of ["https://evil.example", "http://shop.example", `${HOME}.evil.example`, "null"]) {
        const answer = await mounted.call(widget(key, fromOrigin(origin)));
        expect(answer).toMatchObject({ status: 403, code: "ORIGIN_NOT_ALLOWED" });
        expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
      }
    });

    test("a call that names no origin is no browser's, and is served", async () => {
      const key = await makePair({}, { allowedOrigins: [HOME] });
      expect((await mounted.call(widget(key))).status).toBe(200);
    });

    test("a page may read an error of the widget's, such as an expired key", async () => {
      const key = await makePair({ isActive: false });
      expect(await mounted.call(widget(key, fromOrigin(HOME)))).toMatchObject({ status: 401, headers: readable });
    });

    test("only widget endpoints answer browsers", async () => {
      const key = await makePair();
      const answer = await mounted.call(sign(key, { ...USERS, ...fromOrigin(HOME) }));
      expect(answer.status).toBe(200);
      expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
    });

    test("a preflight of a widget endpoint names the two headers, without a key; others get none", async () => {
      const asked = { method: "OPTIONS", headers: { Origin: HOME, "Access-Control-Request-Method": "GET" } };
      const answer = await mounted.call({ ...CONFIG, ...asked });
      expect(answer).toMatchObject({ status: 204, text: "" });
      expect(answer.headers).toMatchObject({
        "access-control-allow-origin": HOME,
        "access-control-allow-headers": "X-Partner-Key, Content-Type",
        "access-control-allow-methods": "GET, OPTIONS",
        allow: "GET, OPTIONS",
      });
      const other = await mounted.call({ ...USERS, ...asked });
      expect(other.status).toBe(204);
      expect(other.headers["access-control-allow-origin"]).toBeUndefined();
    });
  });

  describe("the partner's status", () => {
    const refusals: [PartnerStatus, string][] = [
      ["PENDING_APPROVAL", "PARTNER_NOT_ACTIVE"],
      ["SUSPENDED", "PARTNER_SUSPENDED"],
      ["INACTIVE", "PARTNER_NOT_ACTIVE"],
      ["TERMINATED", "PARTNER_NOT_ACTIVE"],
    ];
    test.each(refusals)("%s refuses each kind of call with %s", async (status, code) => {
      const key = await makePair({}, { status });
      const calls = [
        widget(key),
        sign(key, CONFIG),
        sign(key, USERS),
        sign(key, USERS, { present: "publicKey" }),
        submitCall(key, submitBody()),
      ];
      for (const call of calls) expect(await mounted.call(call)).toMatchObject({ status: 401, code });
    });

    test("a suspension and its end both take effect on keys in use", async () => {
      const key = await makePair();
      const becomes = async (status: PartnerStatus, code: string | null) => {
        await db.update(partners).set({ status }).where(eq(partners.id, key.key.partnerId));
        await expect.poll(async () => (await mounted.call(sign(key, USERS))).code, { timeout: 1_500 }).toBe(code);
      };
      expect((await mounted.call(sign(key, USERS))).status).toBe(200);
      await becomes("SUSPENDED", "PARTNER_SUSPENDED");
      await becomes("ACTIVE", null);
    });
  });

  describe("of two reasons to refuse, the earlier step's is told", () => {
    const ELSEWHERE = "203.0.113.99";
    const HERE = { ipAllowlist: ["198.51.100.0/24"] };
    const submit = (key: MadeKey, body: unknown = submitBody(), options: Parameters<typeof sign>[2] = {}) =>
      sign(key, jsonCall("POST", "/v1/partner/actions/submit", body), options);
    const production = { environment: "production" } as const;

    const pairs: [steps: string, code: string, make: () => Promise<Call>][] = [
      ["1 before 7: no key, nor a signature", "MISSING_PARTNER_KEY", async () => USERS],
      [
        "2 before 7: an unknown key, and no signature",
        "INVALID_API_KEY",
        async () => ({ ...USERS, headers: { "X-Partner-Key": `sk_test_${newSecretHex()}` } }),
      ],
      [
        "3 before 4: revoked, from elsewhere",
        "API_KEY_REVOKED",
        async () => ({ ...sign(await makePair({ ...HERE, isActive: false }), USERS), address: ELSEWHERE }),
      ],
      [
        "3 before 4: expired, from elsewhere",
        "API_KEY_EXPIRED",
        async () => ({ ...sign(await makePair({ ...HERE, expiresAt: new Date(0) }), USERS), address: ELSEWHERE }),
      ],
      [
        "3: revoked is told before expired",
        "API_KEY_REVOKED",
        async () => sign(await makePair({ isActive: false, expiresAt: new Date(0) }), USERS),
      ],
      [
        "4 before 5: from elsewhere, and suspended",
        "IP_NOT_ALLOWED",
        async () => ({ ...sign(await makePair(HERE, { status: "SUSPENDED" }), USERS), address: ELSEWHERE }),
      ],
      [
        "4 before 5: a foreign origin, and suspended",
        "ORIGIN_NOT_ALLOWED",
        async () =>
          widget(
            await makePair({}, { status: "SUSPENDED", allowedOrigins: ["https://shop.example"] }),
            fromOrigin("https://evil.example"),
          ),
      ],
      [
        "5 before 6: suspended, and a publishable key for a write",
        "PARTNER_SUSPENDED",
        async () => submit(await makePair({}, { status: "SUSPENDED" }), submitBody(), { present: "publicKey" }),
      ],
      [
        "6 before 7: a publishable key for a write, unsigned",
        "SECRET_KEY_REQUIRED",
        async () => {
          const call = jsonCall("POST", "/v1/partner/actions/submit", submitBody());
          return { ...call, headers: { ...call.headers, "X-Partner-Key": (await makePair()).publicKey } };
        },
      ],
      [
        "7 before 8: no signature, and a malformed timestamp",
        "MISSING_SIGNATURE",
        async () => {
          const call = submit(await makePair(), submitBody(), { timestamp: "yesterday" });
          delete call.headers!["X-Signature"];
          return call;
        },
      ],
      [
        "8 before 9: a malformed timestamp, and a wrong signature",
        "INVALID_TIMESTAMP",
        async () => submit({ ...(await makePair()), hmacSecret: newSecretHex() }, {}, { timestamp: "yesterday" }),
      ],
      [
        "8 before 9: an old timestamp, and a wrong signature",
        "TIMESTAMP_OUT_OF_RANGE",
        async () => submit({ ...(await makePair()), hmacSecret: newSecretHex() }, {}, { timestamp: 1767225600 }),
      ],
      [
        "9 before 10: a wrong signature, and production not approved",
        "INVALID_SIGNATURE",
        async () => submit({ ...(await makePair(production)), hmacSecret: newSecretHex() }),
      ],
      [
        "10 before 11: production not approved, and the feature off",
        "PRODUCTION_NOT_APPROVED",
        async () => submit(await makePair(production, { enabledFeatures: [] })),
      ],
      [
        "10 before 11: not live yet, and the scope missing",
        "GO_LIVE_INCOMPLETE",
        async () => submit(await makePair({ ...production, scopes: [] }, { productionAccess: "APPROVED" })),
      ],
      [
        "11: a missing feature is told before a missing scope",
        "FEATURE_NOT_ENABLED",
        async () => submit(await makePair({ scopes: [] }, { enabledFeatures: [] })),
      ],
      [
        "11 before 13: the scope missing, and a malformed body",
        "INSUFFICIENT_SCOPE",
        async () => sign(await makePair({ scopes: [] }), { ...submit(await makePair()), headers: {}, body: "{" }),
      ],
      [
        "13 before 14: a field too many, and an unregistered type",
        "VALIDATION_ERROR",
        async () => submit(await makePair(), submitBody({ extra: 1, actionType: "UNHEARD_OF" })),
      ],
      [
        "14: business rules come last",
        "ACTION_TYPE_NOT_REGISTERED",
        async () => {
          const key = await makePair();
          await makePool(db, { partnerId: key.key.partnerId });
          return submit(key, submitBody({ actionType: "UNHEARD_OF" }));
        },
      ],
    ];
    test.each(pairs)("%s", async (_, code, make) => {
      expect((await mounted.call(await make())).code).toBe(code);
    });

    /** Uses the minute up without sending a hundred requests through the server. */
    async function usedUp(key: MadeKey): Promise<void> {
      const { limitStore } = await import("@/lib/http/limits/limit-store-chooser");
      const caps = { hour: 1_000, minute: 100 };
      await limitStore().consume(`${key.key.partnerId}:sandbox:sk`, caps, 100, new Date());
    }

    test("11 before 12 before 13: the scope, then the limit, then the body", async () => {
      vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-01T12:00:30.000Z") });
      const lacking = await makePair({ scopes: [] });
      await usedUp(lacking);
      expect((await mounted.call(submit(lacking, { extra: 1 }))).code).toBe("INSUFFICIENT_SCOPE");
      const scoped = await makePair();
      await usedUp(scoped);
      expect((await mounted.call(submit(scoped, { extra: 1 }))).code).toBe("RATE_LIMIT_EXCEEDED");
    });
  });
});
