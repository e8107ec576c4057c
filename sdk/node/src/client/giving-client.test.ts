import { createHash, createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from "vitest";
import { database } from "@/db/client";
import { makeKey, makePartner, makePool } from "@/db/testing/factories";
import { newObjectId } from "@/lib/platform/ids";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { createGivingClient, GivingApiError, type GivingClient, GivingConnectionError } from "./giving-client.js";

const HMAC_SECRET = "8f1c0d5e2a7b46939c0e1f2d3a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d";
const PURCHASE = {
  idempotencyKey: "order-7001",
  actionType: "PURCHASE",
  amount: 49.99,
  currency: "USD",
  stakeholders: [{ stakeholderTypeCode: "CUSTOMER", partnerUserId: "cust-314" }],
  autoCreateUsers: true,
};

type Sent = { url: URL; init: RequestInit; headers: Record<string, string>; body: Record<string, unknown> };

/** A client whose server gives these answers in turn; an Error in place of one breaks the connection. */
function scripted(...answers: (Response | Error)[]) {
  const sent: Sent[] = [];
  const waits: number[] = [];
  let clockMs = 1_767_225_660_000;
  const client = createGivingClient({
    baseUrl: "https://partners.example.org",
    key: "sk_test_1",
    hmacSecret: HMAC_SECRET,
    now: () => clockMs,
    wait: async (ms) => {
      waits.push(ms);
      clockMs += ms;
    },
    fetch: async (url, init = {}) => {
      const body = init.body ? JSON.parse(String(init.body)) : {};
      sent.push({ url: url as URL, init, headers: init.headers as Record<string, string>, body });
      const answer = answers[sent.length - 1]!;
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  return { client, sent, waits };
}

const json = (status: number, body: object, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });
const refusal = (status: number, code: string, headers?: Record<string, string>) =>
  json(status, { statusCode: status, code, message: "No.", requestId: "req_1" }, headers);

describe("a request", () => {
  test("is signed over the bytes and the address that are sent", async () => {
    const { client, sent } = scripted(json(200, {}));
    await client.updateUser({ externalId: "jane+tag@example.com/ü", firstName: "Zoë" });
    const [{ url, init, headers }] = sent as [Sent];
    expect(url.href).toBe("https://partners.example.org/v1/partner/users/jane%2Btag%40example.com%2F%C3%BC");
    const bodyHash = createHash("sha256").update(String(init.body)).digest("hex");
    const payload = `1767225660PATCH${url.pathname}${bodyHash}`;
    expect(headers).toMatchObject({
      "X-Partner-Key": "sk_test_1",
      "X-Timestamp": "1767225660",
      "X-Signature": createHmac("sha256", HMAC_SECRET).update(payload).digest("hex"),
    });
    expect(init.redirect).toBe("error");
  });

  test("puts path, query and body where they belong, and sends no body where none is taken", async () => {
    const { client, sent } = scripted(json(200, {}), json(200, {}));
    await client.listUserTransactions({ externalId: "cust-314", page: 2, limit: undefined });
    expect(sent[0]!.url.href).toMatch(/\/v1\/partner\/users\/cust-314\/transactions\?page=2$/);
    expect(sent[0]!.init.body).toBeUndefined();
    await client.submitAction(PURCHASE);
    expect(sent[1]!.body).toEqual(PURCHASE);
  });

  test.each(["", ".", ".."])("to a thing named %j is not sent: the address would be another's", async (externalId) => {
    const { client, sent } = scripted();
    await expect(client.getUser({ externalId })).rejects.toThrow(TypeError);
    expect(sent).toEqual([]);
  });

  test("has types from the document", () => {
    expectTypeOf<Parameters<GivingClient["getUser"]>>().toEqualTypeOf<[input: { externalId: string }]>();
    expectTypeOf<Awaited<ReturnType<GivingClient["submitAction"]>>["tokensDistributed"]>().toEqualTypeOf<number>();
    expectTypeOf<Parameters<GivingClient["listActions"]>>().toExtend<[input?: object]>();
  });
});

describe("trying again", () => {
  test("keeps the idempotencyKey and signs anew", async () => {
    const { client, sent, waits } = scripted(new TypeError("reset"), json(503, {}), json(200, { actionId: "a" }));
    expect(await client.submitAction(PURCHASE)).toEqual({ actionId: "a" });
    expect(sent.map(({ body }) => body.idempotencyKey)).toEqual(Array(3).fill("order-7001"));
    expect(new Set(sent.map(({ init }) => init.body)).size).toBe(1);
    expect(new Set(sent.map(({ headers }) => headers["X-Signature"])).size).toBe(3);
    expect(waits[0]).toBeGreaterThanOrEqual(250);
    expect(waits[0]).toBeLessThanOrEqual(500);
    expect(waits[1]).toBeGreaterThanOrEqual(500);
    expect(waits[1]).toBeLessThanOrEqual(1000);
  });

  test("makes one idempotencyKey for all attempts where the caller gave none", async () => {
    const { client, sent } = scripted(json(500, {}), json(200, {}));
    await client.createDonationLink({ organizationSlug: "red-cross", amount: 500, currency: "USD" } as never);
    const [first, second] = sent.map(({ body }) => body.idempotencyKey);
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).toBe(first);
  });

  test("waits as long as Retry-After says", async () => {
    const { client, waits } = scripted(refusal(429, "RATE_LIMIT_EXCEEDED", { "Retry-After": "7" }), json(200, {}));
    await client.createCampaign({} as never);
    expect(waits).toEqual([7000]);
  });

  test("is not done when Retry-After asks for longer than the caller would wait", async () => {
    const { client, waits } = scripted(refusal(429, "RATE_LIMIT_EXCEEDED", { "Retry-After": "3000" }));
    await expect(client.listUsers()).rejects.toMatchObject({ retryAfterSeconds: 3000 });
    expect(waits).toEqual([]);
  });

  test.each([500, 503])("is not done after %d where it might do a thing twice", async (status) => {
    const { client, sent } = scripted(json(status, {}));
    await expect(client.createCampaign({} as never)).rejects.toBeInstanceOf(GivingApiError);
    expect(sent).toHaveLength(1);
  });

  test.each([
    [400, "VALIDATION_ERROR"],
    [401, "INVALID_SIGNATURE"],
    [402, "INSUFFICIENT_POOL"],
    [409, "IDEMPOTENCY_KEY_REUSED"],
  ])("is not done after %d %s", async (status, code) => {
    const { client, sent } = scripted(refusal(status, code));
    await expect(client.submitAction(PURCHASE)).rejects.toMatchObject({ status, code });
    expect(sent).toHaveLength(1);
  });

  test("ends after four attempts with the last failure", async () => {
    const broken = new TypeError("reset");
    const { client, sent } = scripted(broken, broken, broken, broken);
    const failure = await client.listUsers().catch((thrown) => thrown);
    expect(failure).toBeInstanceOf(GivingConnectionError);
    expect(failure.cause).toBe(broken);
    expect(sent).toHaveLength(4);
  });
});

describe("an answer", () => {
  test("outside 2xx is thrown with its code, details and the name of the request", async () => {
    const body = {
      code: "INSUFFICIENT_POOL",
      message: "The pool is short.",
      details: { required: 50 },
      requestId: "req_9",
    };
    const { client } = scripted(json(402, body));
    const failure = await client.submitAction(PURCHASE).catch((thrown) => thrown);
    expect(failure).toBeInstanceOf(GivingApiError);
    expect(failure).toMatchObject({ status: 402, ...body, retryAfterSeconds: null });
  });

  test("that is no JSON is thrown all the same", async () => {
    const { client } = scripted(
      new Response("<h1>Bad gateway</h1>", { status: 502, headers: { "x-request-id": "req_8" } }),
    );
    await expect(client.createCampaign({} as never)).rejects.toMatchObject({ code: "UNKNOWN", requestId: "req_8" });
  });

  test("without a body is undefined", async () => {
    const { client } = scripted(new Response(null, { status: 204 }));
    expect(await client.deleteWebhook({ webhookId: "695b9e0d4f1a2b3c4d5e6f70" })).toBeUndefined();
  });

  test("that repeats an earlier one under 409 is that answer", async () => {
    const repeated = {
      statusCode: 409,
      code: "IDEMPOTENT",
      message: "Served before.",
      actionId: "a",
      status: "COMPLETED",
    };
    const { client } = scripted(json(409, repeated));
    expect(await client.submitAction(PURCHASE)).toEqual({ actionId: "a", status: "COMPLETED" });
  });
});

describe("with the server", () => {
  let mounted: Mounted;
  beforeAll(async () => {
    mounted = await mounts[0]!.start();
  });
  afterAll(() => mounted.close());

  async function newClient() {
    const { db } = database();
    const partner = await makePartner(db);
    const key = await makeKey(db, { partnerId: partner.id });
    await makePool(db, { partnerId: partner.id, allocated: 1000 });
    const client = createGivingClient({
      baseUrl: `http://127.0.0.1:${mounted.port}`,
      key: key.secretKey,
      hmacSecret: key.hmacSecret,
    });
    return client;
  }

  test("a purchase becomes tokens, once however often it is sent, and can be read back", async () => {
    const client = await newClient();
    const order = { ...PURCHASE, idempotencyKey: `order-${newObjectId()}` };
    const first = await client.submitAction(order);
    expect(first).toMatchObject({ status: "COMPLETED", tokensDistributed: 50 });
    expect(await client.submitAction(order)).toEqual(first);
    const { data } = await client.listActions({ limit: 10 });
    expect(data.map(({ actionId }) => actionId)).toEqual([first.actionId]);
    expect(await client.getBalance({ externalId: "cust-314" })).toMatchObject({ available: 50 });
  });

  test("a refusal has the server's code and details", async () => {
    const client = await newClient();
    const failure = await client.getUser({ externalId: "jane+tag@example.com" }).catch((thrown) => thrown);
    expect(failure).toBeInstanceOf(GivingApiError);
    expect(failure).toMatchObject({ status: 404, code: "USER_NOT_FOUND", requestId: expect.stringMatching(/^req_/) });
  });
});
