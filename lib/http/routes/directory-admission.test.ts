import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { apiClientKeys, apiClients } from "@/db/schema/api-clients";
import { apiRequests } from "@/db/schema/records";
import { makeClientKey, makePartner } from "@/db/testing/factories";
import type { ApiScope } from "@/lib/domain/api-clients/scopes";
import { connection } from "@/lib/domain/connection";
import { directoryRoutes } from "@/lib/http/routes/directory";
import { usageBuffer } from "@/lib/http/usage-buffer";
import { changeListener } from "@/lib/platform/change-listener";
import { callAs, makeClient } from "@/lib/testing/directory";
import { type Mounted, mounts } from "@/lib/testing/mounts";

const db = connection();
const USAGE = "/api/v1/partner/usage";

type ClientOverrides = { status?: "paused"; scopes?: readonly ApiScope[] };

const attemptsOf = async (apiClientId: string) => {
  await usageBuffer().flush();
  return db.select().from(apiRequests).where(eq(apiRequests.apiClientId, apiClientId)).orderBy(apiRequests.at);
};

describe.each(mounts)("through $name", ({ start }) => {
  let mounted: Mounted;
  beforeAll(async () => {
    mounted = await start(directoryRoutes);
  });
  afterAll(() => mounted.close());

  test("a key in either header is let in, the API's own header wins, and blanks around it do not matter", async () => {
    const { secret } = await makeClient();
    const by = (headers: Record<string, string>) => mounted.call({ target: USAGE, headers });
    expect((await by({ "x-senior-guru-api-key": `  ${secret} ` })).status).toBe(200);
    expect((await by({ Authorization: `bEaReR   ${secret}` })).status).toBe(200);
    expect((await by({ "x-senior-guru-api-key": secret, Authorization: "Bearer tsg_live_wrong" })).status).toBe(200);
    expect((await by({ "x-senior-guru-api-key": "wrong", Authorization: `Bearer ${secret}` })).code).toBe(
      "invalid_api_key",
    );
    expect((await by({ "x-senior-guru-api-key": "  ", Authorization: `Bearer ${secret}` })).status).toBe(200);
  });

  test("every answer to a known client carries its headers, and a success the envelope", async () => {
    const { client, key, secret } = await makeClient({ rateLimitPerMinute: 7 });
    const answer = await mounted.call(callAs(secret, USAGE));
    expect(answer.headers).toMatchObject({
      "x-senior-guru-envelope-version": "2026-05-14.partner.v1",
      "x-senior-guru-api-client": client.id,
      "x-senior-guru-api-key": key.id,
      "x-senior-guru-sandbox": "true",
      "x-senior-guru-api-status": "allowed",
      "x-ratelimit-limit": "7",
      "x-ratelimit-window": "60",
      "cache-control": "no-store",
    });
    expect(answer.body.meta).toEqual({
      apiClientId: client.id,
      sandboxMode: true,
      responseEnvelope: {
        version: "2026-05-14.partner.v1",
        dataPath: "data",
        metaPath: "meta",
        errorPath: "error",
      },
    });
  });

  test("without a key, and with one that is unknown, revoked or expired, nobody is let in and nobody is named", async () => {
    const { client } = await makeClient();
    const revoked = await makeClientKey(db, { apiClientId: client.id, status: "revoked", revokedAt: new Date() });
    const expired = await makeClientKey(db, { apiClientId: client.id, expiresAt: new Date(Date.now() - 1000) });
    const without = await mounted.call({ target: USAGE });
    expect(without).toMatchObject({ status: 401, code: "missing_api_key" });
    for (const secret of ["nonsense", `tsg_live_${"A".repeat(32)}`, revoked.secret, expired.secret]) {
      const answer = await mounted.call(callAs(secret, USAGE));
      expect(answer).toMatchObject({ status: 401, code: "invalid_api_key" });
      expect(answer.headers["x-senior-guru-api-status"]).toBe("blocked");
      expect(answer.headers).not.toHaveProperty("x-senior-guru-api-client");
    }
    expect(await attemptsOf(client.id)).toEqual([]);
  });

  test.each(["paused", "revoked"] as const)("a %s client is refused and hears who it is", async (status) => {
    const { client, secret } = await makeClient({ status });
    const answer = await mounted.call(callAs(secret, USAGE));
    expect(answer).toMatchObject({ status: 403, code: "client_inactive" });
    expect(answer.headers).toMatchObject({
      "x-senior-guru-api-client": client.id,
      "x-senior-guru-api-status": "blocked",
    });
  });

  test("a client of a partner is served only while that partner is active", async () => {
    const partner = await makePartner(db, { status: "SUSPENDED" });
    const { secret } = await makeClient({ partnerId: partner.id });
    expect((await mounted.call(callAs(secret, USAGE))).code).toBe("client_inactive");
  });

  test("a missing scope is named before a used-up budget, and costs none of it", async () => {
    const { client, secret } = await makeClient({ scopes: ["providers:read"], rateLimitPerMinute: 1 });
    for (const _ of [1, 2, 3]) {
      const answer = await mounted.call(callAs(secret, USAGE));
      expect(answer).toMatchObject({ status: 403, code: "missing_scope" });
      expect(answer.body.error).toContain("usage:read");
    }
    expect((await attemptsOf(client.id)).map(({ outcome, metadata }) => ({ outcome, ...metadata }))).toEqual(
      Array(3).fill({
        outcome: "blocked",
        reason: "missing_scope",
        requiredScope: "usage:read",
        apiKeyId: expect.stringMatching(/^api-key-/),
      }),
    );
  });

  test("all keys of a client share one budget: of five times as many calls at once exactly that many pass", async () => {
    const { client, secret } = await makeClient({ rateLimitPerMinute: 6 });
    const second = await makeClientKey(db, { apiClientId: client.id });
    const calls = Array.from({ length: 30 }, (_, n) => mounted.call(callAs(n % 2 ? secret : second.secret, USAGE)));
    const answers = await Promise.all(calls);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(6);
    for (const refused of answers.filter(({ status }) => status !== 200)) {
      expect(refused).toMatchObject({ status: 429, code: "rate_limit_exceeded" });
      expect(refused.headers["x-senior-guru-api-status"]).toBe("rate_limited");
      expect(Number(refused.headers["retry-after"])).toBeLessThanOrEqual(60);
    }
    const outcomes = (await attemptsOf(client.id)).map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === "rate_limited")).toHaveLength(24);
  });

  test("what an administrator changes at client or key holds from the next call on", async () => {
    const { client, key, secret } = await makeClient();
    expect((await mounted.call(callAs(secret, USAGE))).status).toBe(200);
    await db.update(apiClients).set({ status: "paused" }).where(eq(apiClients.id, client.id));
    await changeListener().settle();
    expect((await mounted.call(callAs(secret, USAGE))).code).toBe("client_inactive");
    await db.update(apiClients).set({ status: "active" }).where(eq(apiClients.id, client.id));
    await db
      .update(apiClientKeys)
      .set({ status: "revoked", revokedAt: new Date() })
      .where(eq(apiClientKeys.id, key.id));
    await changeListener().settle();
    expect((await mounted.call(callAs(secret, USAGE))).code).toBe("invalid_api_key");
  });

  test.each([
    ["served", {}, 200, USAGE],
    ["without the scope", { scopes: ["events:read"] as const }, 403, USAGE],
    ["of a paused client", { status: "paused" as const }, 403, USAGE],
    ["of nothing that is there", {}, 404, "/api/v1/partner/providers/nobody"],
  ])("a key that was found says when: %s", async (_, { scopes, ...client }: ClientOverrides, status, target) => {
    const { key, secret } = await makeClient({ ...client, ...(scopes && { scopes: [...scopes] }) });
    expect((await mounted.call(callAs(secret, target))).status).toBe(status);
    await usageBuffer().flush();
    const [row] = await db.select().from(apiClientKeys).where(eq(apiClientKeys.id, key.id));
    expect(row!.lastUsedAt).toBeInstanceOf(Date);
  });

  test("every attempt stands in the log by what became of it, and of what", async () => {
    const scopes = ["providers:read"] as const;
    const [own, paused, blind] = [
      await makeClient({ scopes: [...scopes], rateLimitPerMinute: 1 }),
      await makeClient({ status: "paused" }),
      await makeClient({ scopes: [] }),
    ];
    const target = "/api/v1/partner/providers/provider-nobody";
    const cases = [
      ["", "blocked", "missing_api_key"],
      [`tsg_live_${"B".repeat(32)}`, "blocked", "invalid_api_key"],
      [paused.secret, "blocked", "client_inactive", { apiKeyId: paused.key.id }],
      [blind.secret, "blocked", "missing_scope", { apiKeyId: blind.key.id }],
      [own.secret, "allowed", undefined, { apiKeyId: own.key.id }],
      [own.secret, "rate_limited", "rate_limit_exceeded", { apiKeyId: own.key.id, limit: 1 }],
    ] as const;
    for (const [secret, outcome, reason, more] of cases) {
      const { headers } = await mounted.call(callAs(secret, target));
      await usageBuffer().flush();
      const [row] = await db.select().from(apiRequests).where(eq(apiRequests.id, headers["x-request-id"]!));
      expect(row).toMatchObject({
        ...{ id: expect.stringMatching(/^api-audit-[0-9a-f-]{36}$/), outcome },
        ...{ eventType: "partner.providers.detail", subjectType: "providers", subjectId: "provider-nobody" },
      });
      expect(row!.metadata).toEqual({ requiredScope: "providers:read", ...(reason && { reason }), ...more });
    }
  });

  test("a wrong method and an unknown path are answered in this API's envelope", async () => {
    expect(await mounted.call({ method: "DELETE", target: USAGE })).toMatchObject({
      status: 405,
      code: "method_not_allowed",
    });
    const unknown = await mounted.call({ target: "/api/v1/partner/nothing" });
    expect(unknown).toMatchObject({ status: 404, code: "route_not_found" });
    expect(unknown.headers["x-senior-guru-envelope-version"]).toBe("2026-05-14.partner.v1");
    expect(unknown.body).toEqual({ error: expect.any(String), code: "route_not_found" });
  });

  test("a body that is not JSON is refused as such, of any content type, and an unreadable field by its name", async () => {
    const { secret } = await makeClient();
    const post = (body: string, type = "text/plain") =>
      mounted.call(
        callAs(secret, {
          ...{ method: "POST", target: "/api/v1/partner/claims", body },
          headers: { "Content-Type": type, "x-senior-guru-api-key": secret },
        }),
      );
    for (const body of ["{", "nonsense", "{'a':1}"]) {
      expect(await post(body)).toMatchObject({ status: 400, code: "malformed_json" });
    }
    const empty = await post("");
    expect(empty).toMatchObject({ status: 422, code: "validation_failed" });
    for (const field of ["providerId", "claimantName", "claimantEmail"]) {
      expect(empty.body.error).toContain(`${field} is required`);
    }
    expect((await post('{"providerId":7}', "application/json")).body.error).toContain("providerId must be of type");
  });

  test("no browser of another origin is let in", async () => {
    const { secret } = await makeClient();
    const headers = { Origin: "https://shop.example", "Access-Control-Request-Method": "GET" };
    for (const call of [
      callAs(secret, { target: USAGE, headers: { ...headers, "x-senior-guru-api-key": secret } }),
      { method: "OPTIONS", target: USAGE, headers },
    ]) {
      const answer = await mounted.call(call);
      expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control-"))).toEqual([]);
    }
  });
});
