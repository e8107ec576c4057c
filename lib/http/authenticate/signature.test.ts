import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { database } from "@/db/client";
import { webhooks } from "@/db/schema/webhooks";
import { type MadeKey, makeKey, makePartner, makePool, makeWebhook } from "@/db/testing/factories";
import { endpoint } from "@/lib/contract/endpoint";
import * as giving from "@/lib/contract/giving";
import { submitAction } from "@/lib/domain/giving/actions/submit-action";
import { listUsers } from "@/lib/domain/giving/users/list-users";
import { UserParams } from "@/lib/domain/giving/users/schemas";
import { deleteWebhook } from "@/lib/domain/webhooks/delete-webhook";
import { givingSurface } from "@/lib/http/giving-surface";
import { routes } from "@/lib/http/route-table";
import { encryptSecret } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";
import { newPrefixedId } from "@/lib/platform/ids";
import type { Call } from "@/lib/testing/call";
import { type Mounted, mounts, routeHandlersAlone } from "@/lib/testing/mounts";
import { jsonCall, sign } from "@/lib/testing/sign";

const { db } = database();

const VECTOR_SECRET = "8f1c0d5e2a7b46939c0e1f2d3a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d";
const VECTOR_WEBHOOK = "695b9e0d4f1a2b3c4d5e6f70";

/** The contract's fourth vector calls an operation of a later day; here it answers what it was sent. */
const echoUser = endpoint({
  method: "PATCH",
  path: "/v1/partner/users/:externalId",
  id: "echoUser",
  tag: "Users",
  summary: "Echo",
  auth: "signed-secret",
  params: UserParams,
  body: z.strictObject({ firstName: z.string(), metadata: z.record(z.string(), z.string()) }),
  response: z.object({ externalId: z.string(), firstName: z.string(), metadata: z.record(z.string(), z.string()) }),
  status: 200,
  errors: [],
});

const table = routes(givingSurface, [
  [giving.listUsers, listUsers],
  [giving.submitAction, submitAction],
  [giving.deleteWebhook, deleteWebhook],
  [echoUser, async (_ctx, input) => input],
]);

type Vector = { timestamp: number; call: Call; signature: string };

const VECTORS: Record<"get" | "post" | "delete" | "patch", Vector> = {
  get: {
    timestamp: 1767225600,
    call: { method: "GET", target: "/v1/partner/users?page=1&limit=20" },
    signature: "be96b6070b18bca6a7984ab1b5f174ebcee5adfcbb7c72a96260dcfac863cec2",
  },
  post: {
    timestamp: 1767225660,
    call: {
      method: "POST",
      target: "/v1/partner/actions/submit",
      body: '{"idempotencyKey":"order-7001","actionType":"PURCHASE","amount":49.99,"currency":"USD","stakeholders":[{"stakeholderTypeCode":"CUSTOMER","partnerUserId":"cust-314"}],"autoCreateUsers":true}',
    },
    signature: "441e0e2c8b7a11a3af849b654ec7ee80c81afc1f18e0128b9a29e74f736a04cb",
  },
  delete: {
    timestamp: 1767225720,
    call: { method: "DELETE", target: `/v1/partner/webhooks/${VECTOR_WEBHOOK}` },
    signature: "63f7a5bd43ec668f0c9c35c45cbd9d4b6511366a13c3a39faad5910fdfdfd782",
  },
  patch: {
    timestamp: 1767225780,
    call: {
      method: "PATCH",
      target: "/v1/partner/users/jane%2Btag%40example.com",
      body: '{"firstName":"Zoë","metadata":{"city":"Kraków"}}',
    },
    signature: "575dcb52eaa479830d4e55f0ff56fffa6293e4fb0f5cc67561ab41bf29d38d1f",
  },
};

async function makeVectorKey(): Promise<MadeKey> {
  const id = newPrefixedId("key");
  const { id: partnerId } = await makePartner(db);
  await makePool(db, { partnerId });
  const hmacSecretEncrypted = encryptSecret(env().keyRing, `api_keys:${id}:hmac_secret`, VECTOR_SECRET);
  return { ...(await makeKey(db, { id, partnerId, hmacSecretEncrypted })), hmacSecret: VECTOR_SECRET };
}

/** The vector as a call of this key, with the signature that the contract prints. */
function vectorCall(key: MadeKey, { call, timestamp, signature }: Vector, headers: Record<string, string> = {}): Call {
  return {
    ...call,
    headers: {
      "X-Partner-Key": key.secretKey,
      "X-Timestamp": String(timestamp),
      "X-Signature": signature,
      ...(call.body !== undefined && { "Content-Type": "application/json" }),
      ...headers,
    },
  };
}

function setClock(unixSeconds: number): void {
  vi.useFakeTimers({ toFake: ["Date"], now: unixSeconds * 1000 });
}

afterEach(() => {
  vi.useRealTimers();
});

describe.each([...mounts, routeHandlersAlone])("through $name", ({ start }) => {
  let mounted: Mounted;
  let key: MadeKey;
  beforeAll(async () => {
    mounted = await start(table);
  });
  afterAll(() => mounted.close());
  beforeEach(async () => {
    key = await makeVectorKey();
  });

  describe("the contract's vectors verify", () => {
    test("1: a read with a query", async () => {
      setClock(VECTORS.get.timestamp);
      const answer = await mounted.call(vectorCall(key, VECTORS.get));
      expect(answer.status).toBe(200);
      expect(answer.body.pagination).toMatchObject({ page: 1, limit: 20 });
    });

    test("2: a write with a body", async () => {
      setClock(VECTORS.post.timestamp);
      const answer = await mounted.call(vectorCall(key, VECTORS.post));
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({ idempotencyKey: "order-7001", status: "COMPLETED", tokensDistributed: 50 });
    });

    test("3: a write with an empty body", async () => {
      await db.delete(webhooks).where(eq(webhooks.id, VECTOR_WEBHOOK));
      await makeWebhook(db, { id: VECTOR_WEBHOOK, partnerId: key.key.partnerId });
      setClock(VECTORS.delete.timestamp);
      expect((await mounted.call(vectorCall(key, VECTORS.delete))).status).toBe(204);
    });

    test("4: a path with percent-encoding, and a body that is not ASCII", async () => {
      setClock(VECTORS.patch.timestamp);
      const answer = await mounted.call(vectorCall(key, VECTORS.patch));
      expect(answer.body).toEqual({
        externalId: "jane+tag@example.com",
        firstName: "Zoë",
        metadata: { city: "Kraków" },
      });
    });
  });

  test("the negative control, made with a hex-decoded key, is refused", async () => {
    setClock(VECTORS.get.timestamp);
    const signature = "ebf79546f67576158886c2d07cc3b3a8ad3a5bfc947b300719a02063bf33f812";
    const answer = await mounted.call(vectorCall(key, VECTORS.get, { "X-Signature": signature }));
    expect(answer).toMatchObject({ status: 401, code: "INVALID_SIGNATURE" });
    expect(answer.text).not.toContain(VECTORS.get.signature);
  });

  describe("the signature covers", () => {
    const refused: [what: string, vector: Vector, change: (call: Call) => Call][] = [
      [
        "each byte of the body",
        VECTORS.post,
        (call) => ({ ...call, body: String(call.body).replace("49.99", "49.98") }),
      ],
      ["spaces in the body", VECTORS.post, (call) => ({ ...call, body: `${call.body} ` })],
      ["the absence of a body", VECTORS.delete, (call) => ({ ...call, body: "{}" })],
      [
        "the method",
        VECTORS.get,
        (call) => ({ ...call, method: "DELETE", target: `/v1/partner/webhooks/${VECTOR_WEBHOOK}` }),
      ],
      ["the order of the query", VECTORS.get, (call) => ({ ...call, target: "/v1/partner/users?limit=20&page=1" })],
      ["the value of the query", VECTORS.get, (call) => ({ ...call, target: "/v1/partner/users?page=2&limit=20" })],
      ["a query's presence", VECTORS.get, (call) => ({ ...call, target: "/v1/partner/users" })],
      [
        "the case of percent-encoding",
        VECTORS.patch,
        (call) => ({ ...call, target: call.target.replace("%2B", "%2b") }),
      ],
      ["percent-encoding as written", VECTORS.patch, (call) => ({ ...call, target: call.target.replace("%40", "@") })],
      ["the path", VECTORS.patch, (call) => ({ ...call, target: call.target.replace("jane", "john") })],
      [
        "the timestamp",
        VECTORS.get,
        (call) => ({ ...call, headers: { ...call.headers, "X-Timestamp": String(VECTORS.get.timestamp + 1) } }),
      ],
    ];
    test.each(refused)("%s", async (_, vector, change) => {
      setClock(vector.timestamp);
      const answer = await mounted.call(change(vectorCall(key, vector)));
      expect(answer).toMatchObject({ status: 401, code: "INVALID_SIGNATURE" });
    });
  });

  describe("the signature's form", () => {
    const sent = (signature: string) => {
      setClock(VECTORS.get.timestamp);
      return mounted.call(vectorCall(key, VECTORS.get, { "X-Signature": signature }));
    };
    const right = VECTORS.get.signature;

    test("may be of either case", async () => {
      expect((await sent(right.toUpperCase())).status).toBe(200);
    });

    test.each([
      ["a prefix", `sha256=${right}`],
      ["63 characters", right.slice(1)],
      ["65 characters", `${right}0`],
      ["no hex", `${right.slice(1)}g`],
      ["base64", Buffer.from(right, "hex").toString("base64")],
      ["two signatures", `${right}, ${right}`],
    ])("is refused with %s", async (_, signature) => {
      expect(await sent(signature)).toMatchObject({ status: 401, code: "INVALID_SIGNATURE" });
    });
  });

  describe("the timestamp", () => {
    const NOW = 1767225600;
    const at = (timestamp: number | string) => {
      setClock(NOW);
      return mounted.call(sign(key, { target: "/v1/partner/users" }, { timestamp }));
    };

    test.each([-300, -1, 0, 1, 300])("is accepted %d seconds away", async (seconds) => {
      expect((await at(NOW + seconds)).status).toBe(200);
    });

    test.each([-301, 301, -86_400, 86_400])("is refused %d seconds away, naming the server's time", async (seconds) => {
      const answer = await at(NOW + seconds);
      expect(answer).toMatchObject({ status: 401, code: "TIMESTAMP_OUT_OF_RANGE" });
      expect(answer.body.details).toEqual({ serverTime: NOW });
    });

    test("counts whole seconds of the server's clock", async () => {
      vi.useFakeTimers({ toFake: ["Date"], now: NOW * 1000 + 999 });
      expect((await mounted.call(sign(key, { target: "/v1/partner/users" }, { timestamp: NOW - 300 }))).status).toBe(
        200,
      );
    });

    test.each([
      ["milliseconds", `${NOW}000`],
      ["nine digits", "176722560"],
      ["eleven digits", "17672256000"],
      ["a sign", "+767225600"],
      ["a fraction", "1767225.60"],
      ["an exponent", "17672256e2"],
      ["hex", "0x69557280"],
      ["a date", "2026-01-01T00:00:00Z"],
      ["two values", `${NOW}, ${NOW}`],
    ])("is refused as %s", async (_, timestamp) => {
      expect(await at(timestamp)).toMatchObject({ status: 401, code: "INVALID_TIMESTAMP" });
    });
  });

  test.each(["X-Timestamp", "X-Signature"])("a call without %s is told so", async (missing) => {
    const call = sign(key, { target: "/v1/partner/users" });
    delete call.headers![missing];
    expect(await mounted.call(call)).toMatchObject({ status: 401, code: "MISSING_SIGNATURE" });
  });

  test("the secret key's own text does not sign for a pair that has an HMAC secret", async () => {
    const call = sign({ ...key, hmacSecret: key.secretKey }, { target: "/v1/partner/users" });
    expect(await mounted.call(call)).toMatchObject({ status: 401, code: "INVALID_SIGNATURE" });
  });

  test("another key's secret does not sign", async () => {
    const other = await makeKey(db, { partnerId: key.key.partnerId });
    const call = sign({ ...key, hmacSecret: other.hmacSecret }, { target: "/v1/partner/users" });
    expect(await mounted.call(call)).toMatchObject({ status: 401, code: "INVALID_SIGNATURE" });
  });

  test("a pair without secrets cannot sign", async () => {
    const pair = await makeKey(db, { keyType: "publishable" });
    const call = sign(pair, { target: "/v1/partner/users" }, { present: "publicKey" });
    expect(await mounted.call(call)).toMatchObject({ status: 401, code: "INVALID_SIGNATURE" });
  });

  describe("a legacy pair", () => {
    test("signs with its secret key, and every answer to it says that this will end", async () => {
      const { id: partnerId } = await makePartner(db);
      const pair = await makeKey(db, { partnerId, legacyHmac: true, hmacSecretEncrypted: null });
      const legacy = { ...pair, hmacSecret: pair.secretKey };
      const served = await mounted.call(sign(legacy, { target: "/v1/partner/users" }));
      expect(served).toMatchObject({ status: 200, headers: { deprecation: "true" } });
      const refused = await mounted.call(sign(legacy, { target: "/v1/partner/users?page=0" }));
      expect(refused).toMatchObject({ status: 400, headers: { deprecation: "true" } });
    });
  });

  test("header names are read in any case, and a chunked body by its bytes", async () => {
    const body = JSON.stringify({ firstName: "Zoë", metadata: {} });
    const signed = sign(key, { method: "PATCH", target: "/v1/partner/users/jane%2Btag", body }).headers!;
    const bytes = Buffer.from(body);
    const split = bytes.indexOf(Buffer.from("ë")) + 1;
    const chunk = (part: Buffer) =>
      Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from("\r\n")]);
    const head = [
      "PATCH /v1/partner/users/jane%2Btag HTTP/1.1",
      "host: localhost",
      "connection: close",
      "content-type: application/json",
      "transfer-encoding: chunked",
      `X-PARTNER-KEY: ${signed["X-Partner-Key"]}`,
      `x-timestamp:   ${signed["X-Timestamp"]}  `,
      `x-SIGNATURE: ${signed["X-Signature"]}`,
    ].join("\r\n");
    const answer = await mounted.sendRaw(
      Buffer.concat([
        Buffer.from(`${head}\r\n\r\n`),
        chunk(bytes.subarray(0, split)),
        chunk(bytes.subarray(split)),
        Buffer.from("0\r\n\r\n"),
      ]),
    );
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).toContain('"externalId":"jane+tag"');
  });

  test.each(["X-Partner-Key", "X-Timestamp", "X-Signature"])("a second %s header is not ignored", async (name) => {
    const { headers } = sign(key, { target: "/v1/partner/users" });
    const lines = Object.entries(headers!).map(([each, value]) => `${each}: ${value}`);
    const again = `${name}: ${headers![name]}`;
    const head = ["GET /v1/partner/users HTTP/1.1", "Host: localhost", "Connection: close", ...lines, again];
    const answer = await mounted.sendRaw(`${head.join("\r\n")}\r\n\r\n`);
    const code = {
      "X-Partner-Key": "INVALID_API_KEY",
      "X-Timestamp": "INVALID_TIMESTAMP",
      "X-Signature": "INVALID_SIGNATURE",
    };
    expect(answer).toMatch(/^HTTP\/1\.1 401 /);
    expect(answer).toContain(code[name as keyof typeof code]);
  });

  test("a secret key never verifies what a body's re-serialisation would", async () => {
    const spaced = '{ "firstName" : "Jane", "metadata" : {} }';
    const call = jsonCall("PATCH", "/v1/partner/users/jane", { firstName: "Jane", metadata: {} });
    const overOther = sign(key, call);
    expect(await mounted.call({ ...overOther, body: spaced })).toMatchObject({ code: "INVALID_SIGNATURE" });
    expect((await mounted.call(sign(key, { ...call, body: spaced }))).status).toBe(200);
  });
});
