import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { apiRequests } from "@/db/schema/records";
import { type MadeKey, makeKey, makePool } from "@/db/testing/factories";
import { usageBuffer } from "@/lib/http/usage-buffer";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { jsonCall, sign } from "@/lib/testing/sign";
import { startTcpProxy, type TcpProxy } from "@/lib/testing/tcp-proxy";
import { submitBody, submitCall } from "@/lib/testing/worlds";

// Before anything reads the settings: this file's database stands behind a way that can be cut.
const direct = new URL(process.env.DATABASE_URL!);
const proxy: TcpProxy = await startTcpProxy({ host: direct.hostname, port: Number(direct.port || 5432) });
const proxied = new URL(direct);
proxied.hostname = "127.0.0.1";
proxied.port = String(proxy.port);
process.env.DATABASE_URL = proxied.href;

const { db } = database();

afterAll(() => proxy.close());

describe.each(mounts)("through $name", ({ start }) => {
  let mounted: Mounted;
  let key: MadeKey;
  let isCut = false;
  const cut = async () => {
    isCut = true;
    await proxy.cut();
  };
  const restore = async () => {
    isCut = false;
    await proxy.restore();
  };
  beforeAll(async () => {
    mounted = await start();
  });
  afterAll(() => mounted.close());
  beforeEach(async () => {
    key = await makeKey(db);
    await makePool(db, { partnerId: key.key.partnerId });
  });
  afterEach(async () => {
    if (isCut) await restore();
    // The next test begins with a database that answers.
    await vi.waitFor(() => db.execute("select 1"), 5_000);
  });

  const users = () => mounted.call(sign(key, { target: "/v1/partner/users" }));
  const away = { status: 503, code: "SERVICE_UNAVAILABLE", headers: { "retry-after": expect.stringMatching(/^\d+$/) } };

  test("without a database every kind of call is told to come back, and when", async () => {
    expect((await users()).status).toBe(200);
    await cut();
    const signIn = jsonCall("POST", "/v1/partner/auth/login", {
      email: "jane@example.org",
      password: "wrong password",
    });
    const unseen = await import("@/lib/platform/ids").then(({ newSecretHex }) => `pk_test_${newSecretHex()}`);
    const calls = [
      sign(key, { target: "/v1/partner/users" }),
      submitCall(key, submitBody()),
      sign(key, { method: "DELETE", target: "/v1/partner/webhooks/695b9e0d4f1a2b3c4d5e6f70" }),
      signIn,
      { target: "/v1/partner/config", headers: { "X-Partner-Key": unseen } },
    ];
    for (const call of calls) expect(await mounted.call(call)).toMatchObject(away);
  });

  test("what needs no database is answered meanwhile", async () => {
    await cut();
    expect((await mounted.call({ target: "/v1/partner/nothing" })).status).toBe(404);
    expect((await mounted.call({ target: "/v1/partner/users" })).code).toBe("MISSING_PARTNER_KEY");
  });

  test("when it is back, calls are served again without a restart, and an action sent twice counts once", async () => {
    const call = submitCall(key, submitBody());
    expect((await users()).status).toBe(200);
    await cut();
    expect(await mounted.call(call)).toMatchObject(away);
    await restore();
    await vi.waitFor(async () => expect((await users()).status).toBe(200), { timeout: 5_000, interval: 100 });
    const served = await mounted.call(call);
    expect(served).toMatchObject({ status: 200, body: { tokensDistributed: 50 } });
    expect((await mounted.call(call)).headers["x-idempotent-replay"]).toBe("true");
  });

  test("connections that break under running requests fail those and no later ones", async () => {
    const calls = Array.from({ length: 20 }, () => submitCall(key, submitBody()));
    const answers = Promise.all(calls.map((call) => mounted.call(call)));
    await cut();
    await restore();
    for (const answer of await answers) expect([200, 503]).toContain(answer.status);
    await vi.waitFor(async () => expect((await users()).status).toBe(200), { timeout: 5_000, interval: 100 });
    // Whatever was answered, sending it again settles it, once.
    const again = [];
    for (const call of calls) again.push(await mounted.call(call));
    expect(again.every((answer) => answer.status === 200)).toBe(true);
    const pools = await mounted.call(sign(key, { target: "/v1/partner/token-pools" }));
    expect(pools.body.data[0].distributed).toBe(20 * 50);
  });

  test("usage rows wait for it and are written when it is back", async () => {
    const first = await users();
    await cut();
    const refused = await users();
    expect(refused).toMatchObject(away);
    await usageBuffer().flush();
    await restore();
    const rows = async () =>
      (await db.select().from(apiRequests).where(eq(apiRequests.apiKeyId, key.key.id))).map((row) => row.id);
    await vi.waitFor(
      async () => {
        await usageBuffer().flush();
        expect((await rows()).toSorted()).toEqual(
          [first, refused].map((answer) => answer.headers["x-request-id"]).toSorted(),
        );
      },
      { timeout: 5_000, interval: 100 },
    );
  });
});
