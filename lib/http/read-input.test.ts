import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { actions, partnerUsers } from "@/db/schema/giving";
import { apiKeys } from "@/db/schema/keys";
import { webhooks } from "@/db/schema/webhooks";
import type { Endpoint } from "@/lib/contract/endpoint";
import { givingRoutes } from "@/lib/http/routes/giving";
import { casesThrough, type Mounted, mounts } from "@/lib/testing/mounts";
import { admittedCall, bodyFor, makeWorld, pathFor, submitBody, type World } from "@/lib/testing/worlds";

const { db } = database();

const withBody = givingRoutes.routes.map((route) => route.endpoint).filter((endpoint) => endpoint.body);
const submit = withBody.find((endpoint) => endpoint.id === "submitAction")!;

const TYPE = { "Content-Type": "application/json" };

/** A body with another text in the place of each text it holds, one place at a time. */
function withTextEverywhere(value: unknown, text: string): unknown[] {
  if (typeof value === "string") return [text];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, part]) =>
    withTextEverywhere(part, text).map((changed) =>
      Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed },
    ),
  );
}

describe.each(mounts)("through $name", ({ name, start }) => {
  let mounted: Mounted;
  let world: World;
  beforeAll(async () => {
    mounted = await start();
  });
  afterAll(() => mounted.close());
  // One for each group: what a test asserts to be unchanged is this world's own.
  const makeOwnWorld = async () => {
    world = await makeWorld({ tier: "ENTERPRISE" });
  };

  const send = (endpoint: Endpoint, body: string | Buffer) => {
    const call = { method: endpoint.method, target: pathFor(endpoint, world.sandbox), headers: TYPE, body };
    return mounted.call(admittedCall(endpoint, world, call));
  };
  const sendJson = (endpoint: Endpoint, body: unknown) => send(endpoint, JSON.stringify(body));
  const rows = async () => {
    const own = [actions, partnerUsers, apiKeys, webhooks] as const;
    const lists = await Promise.all(
      own.map((table) => db.select().from(table).where(eq(table.partnerId, world.partner.id)).orderBy(table.id)),
    );
    // When a key was last used is written whenever the usage rows are.
    return lists.flat().map((row) => ({ ...row, lastUsedAt: null }));
  };

  describe.each(casesThrough({ name }, withBody, ({ auth }) => auth))("$method $path", (endpoint) => {
    beforeAll(makeOwnWorld);
    const MALFORMED: [what: string, body: string | Buffer][] = [
      ["nothing", ""],
      ["an open brace", "{"],
      ["a trailing comma", '{"a":1,}'],
      ["two values", "{} {}"],
      ["single quotes", "{'a':1}"],
      ["NaN", '{"a":NaN}'],
      ["a raw NUL in a string", '{"a":"\u0000"}'],
      ["bytes that are no UTF-8", Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
      ["an overlong encoding", Buffer.from([0x22, 0xc0, 0xaf, 0x22])],
      ["half a surrogate pair in UTF-8", Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
      ["UTF-16", Buffer.from("{}", "utf16le")],
    ];
    const MISSHAPEN: [what: string, body: unknown][] = [
      ["null", null],
      ["a list", [1]],
      ["text", "text"],
      ["a number", 1],
      ["an empty object", {}],
    ];

    test("refuses what is not JSON in UTF-8, and stores nothing", async () => {
      const before = await rows();
      for (const [what, body] of MALFORMED) {
        expect([what, (await send(endpoint, body)).code]).toEqual([what, "MALFORMED_JSON"]);
      }
      expect(await rows()).toEqual(before);
    });

    test("refuses JSON of another shape, unknown fields and prototypes, saying where", async () => {
      const before = await rows();
      // Where every field may be left out, nothing at all is an input too.
      const takesNothing = endpoint.body!.safeParse({}).success;
      for (const [what, body] of MISSHAPEN.filter(([what]) => !(takesNothing && what === "an empty object"))) {
        expect([what, (await sendJson(endpoint, body)).code]).toEqual([what, "VALIDATION_ERROR"]);
      }
      const valid = bodyFor(endpoint)!;
      const unknown = await sendJson(endpoint, { ...valid, isAdmin: true });
      expect(unknown).toMatchObject({
        code: "VALIDATION_ERROR",
        body: { details: [{ field: "isAdmin", issue: "is not a known field" }] },
      });
      const prototype = await send(endpoint, JSON.stringify(valid).replace("{", '{"__proto__":{"isAdmin":true},'));
      expect(prototype).toMatchObject({ code: "VALIDATION_ERROR", body: { details: [{ field: "__proto__" }] } });
      expect((await sendJson(endpoint, { ...valid, constructor: 1 })).code).toBe("VALIDATION_ERROR");
      expect(await rows()).toEqual(before);
    });

    test("refuses another type in each of its fields, naming the field", async () => {
      const valid = bodyFor(endpoint)!;
      for (const field of Object.keys(valid)) {
        const answer = await sendJson(endpoint, { ...valid, [field]: { a: [1] } });
        expect([field, answer.code]).toEqual([field, "VALIDATION_ERROR"]);
        expect(answer.body.details[0].field).toMatch(new RegExp(`^${field}`));
      }
    });

    test("refuses NUL and half surrogate pairs in every text", async () => {
      const before = await rows();
      for (const text of ["a\u0000b", "a\ud800b", "\udc00"]) {
        for (const body of withTextEverywhere(bodyFor(endpoint), text)) {
          expect((await sendJson(endpoint, body)).code).toBe("VALIDATION_ERROR");
        }
      }
      expect(await rows()).toEqual(before);
    });

    test("refuses absurd depth and width without breaking, in an answer of modest size", async () => {
      const deep = (open: string, close: string) => open.repeat(60_000) + close.repeat(60_000);
      for (const body of [
        deep("[", "]"),
        `{"a":${deep("[", "]")},"b":"\\u0041"}`,
        `${'{"a":'.repeat(30_000)}1${"}".repeat(30_000)}`,
      ]) {
        expect((await send(endpoint, body)).code).toBe("VALIDATION_ERROR");
      }
      const wide = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`field${index}`, index]));
      const answer = await sendJson(endpoint, wide);
      expect(answer.code).toBe("VALIDATION_ERROR");
      expect(answer.text.length).toBeLessThan(20_000);
    });
  });

  describe("texts inside a submit", () => {
    beforeAll(makeOwnWorld);
    const places: [string, (text: string) => Record<string, unknown>][] = [
      ["metadata's values", (text) => ({ metadata: { note: text } })],
      ["metadata's keys", (text) => ({ metadata: { [text]: 1 } })],
      ["description", (text) => ({ description: text })],
      ["userFirstName", (text) => ({ stakeholders: [{ ...submitBody().stakeholders[0], userFirstName: text }] })],
    ];
    test.each(places)(
      "%s hold neither NUL nor half a surrogate pair, and everything else as it was sent",
      async (_, place) => {
        for (const text of ["\u0000", "\ud83d", "a\udc00"]) {
          expect((await sendJson(submit, submitBody(place(text)))).code).toBe("VALIDATION_ERROR");
        }
        const body = submitBody(place("Zoë 🎉 \\u0000 ' or 1=1 -- <b>"));
        expect((await sendJson(submit, body)).status).toBe(200);
      },
    );
  });

  describe("amounts and numbers", () => {
    beforeAll(makeOwnWorld);
    const raw = (amount: string) => JSON.stringify({ ...submitBody(), amount: "@" }).replace('"@"', amount);

    test.each([
      "1e400",
      "-1e400",
      "0.30000000000000004",
      '"1e3"',
      "1e-7",
      "-1",
      '"-1"',
      "0",
      '"0.00"',
      "1.001",
      '"1.001"',
      "null",
      "true",
      "[]",
      '"12,5"',
      '" 1"',
      "1234567890123",
      '"١"',
      '""',
    ])("%s is refused", async (amount) => {
      const before = await rows();
      expect((await send(submit, raw(amount))).code).toBe("VALIDATION_ERROR");
      expect(await rows()).toEqual(before);
    });

    test.each([
      ["49.990", 50],
      ["1e2", 100],
      ['"000049.99"', 50],
    ])("%s is %d tokens", async (amount, tokens) => {
      expect((await send(submit, raw(amount))).body.tokensDistributed).toBe(tokens);
    });

    test("a number that is none is refused in metadata too", async () => {
      const body = JSON.stringify({ ...submitBody(), metadata: { n: "@" } }).replace('"@"', "1e400");
      expect((await send(submit, body)).code).toBe("VALIDATION_ERROR");
    });
  });

  describe("limits of a submit's fields", () => {
    beforeAll(makeOwnWorld);
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ stakeholderTypeCode: "CUSTOMER", partnerUserId: `u${index}` }));
    const keys = (count: number, length = 1) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [String(index).padStart(length, "k"), 1]));
    const refused: [string, Record<string, unknown>][] = [
      ["21 stakeholders", { stakeholders: many(21) }],
      ["no stakeholder", { stakeholders: [] }],
      ["a stakeholder twice", { stakeholders: [...many(1), ...many(1)] }],
      ["a user id with a slash", { stakeholders: [{ stakeholderTypeCode: "CUSTOMER", partnerUserId: "a/b" }] }],
      [
        "a user id of 129 characters",
        { stakeholders: [{ stakeholderTypeCode: "CUSTOMER", partnerUserId: "a".repeat(129) }] },
      ],
      ["51 metadata keys", { metadata: keys(51) }],
      ["a metadata key of 41 characters", { metadata: keys(1, 41) }],
      ["a metadata value of 501 characters", { metadata: { a: "x".repeat(501) } }],
      ["nested metadata", { metadata: { a: { b: 1 } } }],
      [
        "9 KiB of metadata",
        { metadata: Object.fromEntries(Object.keys(keys(19)).map((key) => [key, "x".repeat(490)])) },
      ],
      ["a key of 256 characters", { idempotencyKey: "k".repeat(256) }],
      ["a key with a space", { idempotencyKey: "a b" }],
      ["an empty key", { idempotencyKey: "" }],
      ["a description of 501 characters", { description: "x".repeat(501) }],
      ["a pool id of another form", { tokenPoolId: "pool" }],
      ["a currency in lower case", { currency: "usd" }],
    ];
    test.each(refused)("%s", async (_, change) => {
      expect((await sendJson(submit, submitBody(change))).code).toBe("VALIDATION_ERROR");
    });

    test("their edges are served", async () => {
      const edges = {
        stakeholders: many(20),
        metadata: { ...keys(49), ["m".repeat(40)]: "x".repeat(500) },
        idempotencyKey: `k${world.partner.id}`.padEnd(255, "k"),
      };
      expect((await sendJson(submit, submitBody(edges))).status).toBe(200);
    });
  });

  test("an id longer than any is refused or not found, never an error of ours", async () => {
    await makeOwnWorld();
    const endpoints = givingRoutes.routes.map((route) => route.endpoint).filter((each) => each.path.includes(":"));
    for (const endpoint of endpoints) {
      for (const id of ["x".repeat(5_000), "' or 1=1 --", "__proto__", "%E2%98%83"]) {
        const target = endpoint.path.replace(/:\w+/g, encodeURIComponent(id));
        const body = endpoint.body && JSON.stringify(bodyFor(endpoint));
        const answer = await mounted.call(
          admittedCall(endpoint, world, { method: endpoint.method, target, headers: TYPE, body }),
        );
        expect([400, 404]).toContain(answer.status);
      }
    }
  });
});
