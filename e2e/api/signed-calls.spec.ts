import { becomePartner, expect, purchase, SUBMIT, test } from "@/e2e/support/fixtures";
import type { ServerProcess } from "@/e2e/support/server-process";
import { findFreePort, startServer } from "@/e2e/support/server-process";
import { ApiClient, type Credentials, signature } from "@/e2e/support/signing-client";
import { isGenuine, isStandard } from "@/e2e/support/webhook-receiver";

const CUSTOMER = "jane+tag@example.com";
const ENCODED_TARGET = "/v1/partner/users/jane%2Btag%40example.com/balance";

/** The same server twice over one database: with its fast lane, and with every request going through Next. */
test.describe("a signed call", () => {
  let withoutLane: ServerProcess;

  test.beforeAll(async () => {
    const dataDir = process.env.E2E_DATA_DIR!;
    withoutLane = await startServer({
      port: await findFreePort(0),
      logFile: `${dataDir}/without-lane.log`,
      env: {
        PORTICO_DATA_DIR: dataDir,
        PORTICO_FAST_LANE: "false",
        ALLOW_INSECURE_WEBHOOKS: "true",
        TRUSTED_PROXY_HOPS: "1",
        LOG_LEVEL: "warn",
      },
    });
  });

  test.afterAll(async () => {
    await withoutLane.stop();
  });

  for (const way of ["through the fast lane", "through Next's handlers"]) {
    const clientFor = (baseURL: string | undefined, address: string) =>
      new ApiClient(way === "through the fast lane" ? baseURL! : withoutLane.url, { "x-forwarded-for": address });

    test(`${way} is accepted with its percent-encoding untouched, and refused when anything differs`, async ({
      baseURL,
      address,
    }) => {
      const api = clientFor(baseURL, address);
      const { keys } = await becomePartner(api);
      const earned = await api.signed(keys, { ...SUBMIT, body: purchase("order-1", CUSTOMER) });
      expect(earned.status, earned.text).toBe(200);

      const balance = await api.signed(keys, { target: ENCODED_TARGET });
      expect(balance.status, balance.text).toBe(200);
      expect(balance.body).toMatchObject({ externalId: CUSTOMER, available: 50, lifetimeEarned: 50 });

      for (const refused of await sendAltered(api, keys)) {
        expect(refused.status, refused.text).toBe(401);
        expect(refused.body).toMatchObject({ code: "INVALID_SIGNATURE", statusCode: 401 });
      }
      const unsigned = await api.send({ target: ENCODED_TARGET, headers: { "x-partner-key": keys.publicKey } });
      expect([unsigned.status, unsigned.body.code]).toEqual([401, "MISSING_SIGNATURE"]);
    });

    test(`${way} carries a request id and the limit in its headers`, async ({ baseURL, address }) => {
      const api = clientFor(baseURL, address);
      const { keys } = await becomePartner(api);
      const answer = await api.signed(keys, { target: "/v1/partner/token-pools?page=1&limit=20" });
      expect(answer.status).toBe(200);
      expect(answer.headers["x-request-id"]).toMatch(/^req_[0-9a-f]{24}$/);
      expect(answer.headers["x-ratelimit-limit"]).toBe("1000");
      expect(Number(answer.headers["x-ratelimit-remaining"])).toBeLessThan(1000);
    });

    test(`${way} is answered in the API's own envelope when there is no such path or method`, async ({
      baseURL,
      address,
    }) => {
      const api = clientFor(baseURL, address);
      const unknown = await api.send({ target: "/v1/partner/no-such-thing" });
      expect([unknown.status, unknown.body.code]).toEqual([404, "ROUTE_NOT_FOUND"]);
      const wrongMethod = await api.send({ method: "PATCH", target: "/v1/partner/actions/submit", body: {} });
      expect([wrongMethod.status, wrongMethod.body.code]).toEqual([405, "METHOD_NOT_ALLOWED"]);
    });
  }

  test("with a key revoked a moment ago is refused by both servers", async ({ api, address }) => {
    const partner = await becomePartner(api);
    const other = new ApiClient(withoutLane.url, { "x-forwarded-for": address });
    const call = { target: "/v1/partner/users" };
    expect((await api.signed(partner.keys, call)).status).toBe(200);
    expect((await other.signed(partner.keys, call)).status).toBe(200);

    const revoked = await api.as(partner.token, { method: "DELETE", target: `/v1/partner/keys/${partner.keyId}` });
    expect(revoked.status).toBe(204);
    for (const each of [await api.signed(partner.keys, call), await other.signed(partner.keys, call)]) {
      expect([each.status, each.body.code]).toEqual([401, "API_KEY_REVOKED"]);
    }
  });
});

test("a reward is paid once however often it is asked for, and its webhook verifies", async ({ api, receiver }) => {
  const { keys } = await becomePartner(api);
  const webhook = await api.signed<{ secret: string }>(keys, {
    method: "POST",
    target: "/v1/partner/webhooks",
    body: { url: receiver.url, eventTypes: ["action.completed"], headers: { "X-Shop": "harbour" } },
  });
  expect(webhook.status, webhook.text).toBe(201);

  const call = { ...SUBMIT, body: purchase("order-7001") };
  const answers = await Promise.all(Array.from({ length: 8 }, () => api.signed(keys, call)));
  expect(new Set(answers.map((answer) => answer.body.actionId)).size).toBe(1);
  expect(answers.filter((answer) => answer.headers["x-idempotent-replay"] !== "true")).toHaveLength(1);

  const delivery = await receiver.waitFor(({ event }) => event.type === "action.completed");
  expect(isGenuine(delivery, webhook.body.secret)).toBe(true);
  expect(isStandard(delivery, webhook.body.secret)).toBe(true);
  expect(isGenuine({ ...delivery, body: `${delivery.body} ` }, webhook.body.secret)).toBe(false);
  expect(delivery.headers["x-shop"]).toBe("harbour");
  expect(delivery.event.data).toMatchObject({ environment: "sandbox", tokensDistributed: 50 });

  const pools = await api.signed<{ data: { balance: number }[] }>(keys, { target: "/v1/partner/token-pools" });
  expect(pools.body.data[0]?.balance).toBe(99_950);

  const changed = await api.signed(keys, { ...SUBMIT, body: purchase("order-7001", "cust-314", 50) });
  expect([changed.status, changed.body.code]).toEqual([409, "IDEMPOTENCY_KEY_REUSED"]);
});

/** The same call with one thing changed after it was signed. */
async function sendAltered(api: ApiClient, keys: Credentials) {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signed = (hmacSecret: string, target: string) =>
    signature(hmacSecret, { timestamp, method: "GET", target, body: "" });
  const headers = (value: string) => ({
    "x-partner-key": keys.secretKey!,
    "x-timestamp": timestamp,
    "x-signature": value,
  });
  const decoded = decodeURIComponent(ENCODED_TARGET);
  return [
    await api.send({ target: ENCODED_TARGET, headers: headers(signed(keys.hmacSecret!, decoded)) }),
    await api.send({ target: ENCODED_TARGET, headers: headers(signed(keys.secretKey!, ENCODED_TARGET)) }),
    await api.send({ target: `${ENCODED_TARGET}?a=1`, headers: headers(signed(keys.hmacSecret!, ENCODED_TARGET)) }),
  ];
}
