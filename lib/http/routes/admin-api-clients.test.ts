import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { apiClientKeys } from "@/db/schema/api-clients";
import { auditRecords } from "@/db/schema/records";
import { makePartner } from "@/db/testing/factories";
import { connection } from "@/lib/domain/connection";
import { adminRoutes } from "@/lib/http/routes/admin";
import { directoryRoutes } from "@/lib/http/routes/directory";
import { type SignedInAdmin, signInAdmin } from "@/lib/testing/admins";
import { callAs, makeClient } from "@/lib/testing/directory";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { jsonCall } from "@/lib/testing/sign";
import { withToken } from "@/lib/testing/worlds";

const db = connection();
const CLIENTS = "/api/v1/admin/api-clients";
const USAGE = "/api/v1/partner/usage";

let admin: SignedInAdmin;
let mounted: Mounted;
let directory: Mounted;
beforeAll(async () => {
  admin = await signInAdmin({ role: "SUPERADMIN" });
  mounted = await mounts[0]!.start(adminRoutes);
  directory = await mounts[0]!.start(directoryRoutes);
});
afterAll(() => Promise.all([mounted.close(), directory.close()]));

const call = (method: string, target: string, body?: unknown) =>
  mounted.call(withToken(admin.token, jsonCall(method, target, body)));
const use = (secret: string) => directory.call(callAs(secret, USAGE));
const auditOf = (targetId: string) =>
  db.select().from(auditRecords).where(eq(auditRecords.targetId, targetId)).orderBy(auditRecords.position);

describe("a client", () => {
  test("begins with the contract's defaults, in sandbox mode, and is the first of the list", async () => {
    const created = await call("POST", CLIENTS, { name: "  Backend " });
    expect(created.status).toBe(201);
    const { data } = created.body;
    expect(data).toEqual({
      id: expect.stringMatching(/^api-client-[0-9a-f-]{36}$/),
      name: "Backend",
      ownerType: "partner",
      scopes: ["providers:read", "events:read", "usage:read"],
      sandboxMode: true,
      rateLimitPerMinute: 60,
      status: "active",
      createdAt: expect.any(String),
    });
    expect((await call("GET", CLIENTS)).body.data[0]).toEqual(data);
    expect((await auditOf(data.id)).map(({ action }) => action)).toEqual(["api_client.created"]);
  });

  test("that names a partner of ours as its owner is served only while that partner is", async () => {
    const partner = await makePartner(db, { status: "SUSPENDED" });
    const { body } = await call("POST", CLIENTS, { name: "B", ownerId: partner.id, scopes: ["usage:read"] });
    const key = await call("POST", `${CLIENTS}/${body.data.id}/keys`, { name: "K" });
    expect((await use(key.body.data.secret)).code).toBe("client_inactive");
  });

  test.each([
    [{}, "name"],
    [{ name: " " }, "name"],
    [{ name: 7 }, "name must be of type string"],
    [{ name: "B", scopes: ["providers:write"] }, "scopes[0]"],
    [{ name: "B", rateLimitPerMinute: 0 }, "rateLimitPerMinute"],
    [{ name: "B", rateLimitPerMinute: 10_001 }, "rateLimitPerMinute"],
    [{ name: "B", rateLimitPerMinute: 1.5 }, "rateLimitPerMinute"],
    [{ name: "B", ownerType: "person" }, "ownerType"],
    [{ name: "B", sandboxMode: false }, "sandboxMode"],
  ])("is refused as %j, and told why", async (body, named) => {
    const answer = await call("POST", CLIENTS, body);
    expect(answer).toMatchObject({ status: 422, code: "validation_failed" });
    expect(answer.body.error).toContain(named);
  });

  test.each([
    [{ name: " " }, "name"],
    [{ status: "gone" }, "status"],
    [{ scopes: ["providers:write"] }, "scopes[0]"],
    [{ rateLimitPerMinute: 10_001 }, "rateLimitPerMinute"],
  ])("is not changed by %j, and told why", async (body, named) => {
    const { client } = await makeClient();
    const answer = await call("PATCH", `${CLIENTS}/${client.id}`, body);
    expect(answer).toMatchObject({ status: 422, code: "validation_failed" });
    expect(answer.body.error).toContain(named);
    expect(await auditOf(client.id)).toEqual([]);
  });

  test("is nobody's but an administrator's: without a token, or with a partner's key, the way in is named", async () => {
    const { secret } = await makeClient();
    for (const asked of [{ target: CLIENTS }, callAs(secret, CLIENTS), withToken(secret, { target: CLIENTS })]) {
      const refused = await mounted.call(asked);
      expect(refused.status).toBe(401);
      expect(refused.body).toEqual({ error: expect.any(String), code: expect.any(String), loginUrl: "/login" });
    }
  });

  test("is changed from the next call on; revoked, it stays so", async () => {
    const { client, secret } = await makeClient();
    const target = `${CLIENTS}/${client.id}`;
    const patch = (body: unknown) => call("PATCH", target, body);
    expect((await use(secret)).status).toBe(200);
    expect((await patch({ scopes: ["providers:read", "providers:read"] })).body.data.scopes).toEqual([
      "providers:read",
    ]);
    expect((await use(secret)).code).toBe("missing_scope");
    await patch({ status: "paused", scopes: ["usage:read"] });
    expect((await use(secret)).code).toBe("client_inactive");
    await patch({ status: "active", rateLimitPerMinute: 321 });
    expect((await use(secret)).headers["x-ratelimit-limit"]).toBe("321");
    await patch({ status: "revoked" });
    expect((await use(secret)).code).toBe("client_inactive");
    const records = (await auditOf(client.id)).length;
    expect(await patch({ status: "active" })).toMatchObject({ status: 409, code: "client_revoked" });
    expect((await patch({ status: "revoked" })).status).toBe(200);
    expect((await call("POST", `${target}/keys`, { name: "K" })).code).toBe("client_revoked");
    expect(await auditOf(client.id)).toHaveLength(records);
  });

  test("that nobody knows is not found, by any of its addresses", async () => {
    const target = `${CLIENTS}/api-client-nobody`;
    const calls = [
      ["PATCH", target, { name: "B" }],
      ["GET", `${target}/keys`],
      ["POST", `${target}/keys`, { name: "K" }],
      ["POST", `${target}/keys/k/revoke`, {}],
      ["POST", `${target}/production-promotion`, {}],
      ["GET", "/api/v1/admin/api-usage-analytics?apiClientId=api-client-nobody"],
    ] as const;
    for (const [method, path, body] of calls) {
      expect(await call(method, path, body)).toMatchObject({ status: 404, code: "api_client_not_found" });
    }
  });
});

describe("a key", () => {
  test("shows its secret once: it works, and nothing we keep or show holds it", async () => {
    const { client } = await makeClient();
    const created = await call("POST", `${CLIENTS}/${client.id}/keys`, { name: "Backend" });
    const { secret, ...key } = created.body.data;
    expect(secret).toMatch(/^tsg_live_[A-Za-z0-9_-]{32}$/);
    expect(key.keyPreview).toBe(`tsg_live...${secret.slice(-4)}`);
    expect((await use(secret)).status).toBe(200);
    const listed = await call("GET", `${CLIENTS}/${client.id}/keys`);
    expect(listed.body.data[0]).toMatchObject(key);
    const [row] = await db.select().from(apiClientKeys).where(eq(apiClientKeys.id, key.id));
    const kept = JSON.stringify([listed.body, row, await auditOf(key.id)]);
    expect(kept).not.toContain(secret.slice("tsg_live_".length, -4));
  });

  test("that is revoked is refused from the next call on; repeating it records nothing", async () => {
    const { client, key, secret } = await makeClient();
    const revoke = () => call("POST", `${CLIENTS}/${client.id}/keys/${key.id}/revoke`, { reason: "Custody in doubt" });
    expect((await use(secret)).status).toBe(200);
    expect((await revoke()).body.data).toMatchObject({ id: key.id, status: "revoked" });
    expect((await use(secret)).code).toBe("invalid_api_key");
    expect((await revoke()).status).toBe(200);
    expect(await auditOf(key.id)).toMatchObject([{ action: "api_key.revoked", reason: "Custody in doubt" }]);
  });

  test("needs no body to be revoked, and is found under its own client only", async () => {
    const { client, key } = await makeClient();
    const other = await makeClient();
    const revoke = (id: string) => call("POST", `${CLIENTS}/${id}/keys/${key.id}/revoke`);
    expect((await revoke(other.client.id)).code).toBe("api_client_not_found");
    expect((await revoke(client.id)).status).toBe(200);
  });

  test("cannot expire in the past", async () => {
    const { client } = await makeClient();
    const body = { name: "K", expiresAt: new Date(Date.now() - 1000).toISOString() };
    expect(await call("POST", `${CLIENTS}/${client.id}/keys`, body)).toMatchObject({ status: 422 });
  });
});

describe("promotion", () => {
  const promote = async (id: string, body: object) =>
    (await call("POST", `${CLIENTS}/${id}/production-promotion`, body)).body.data;

  test("names every blocker, and changes nothing while there is one", async () => {
    const { client, secret } = await makeClient({ scopes: ["providers:read", "webhooks:write"] });
    await use(secret);
    const review = await promote(client.id, { ownerApproved: true });
    expect(review).toMatchObject({
      status: "blocked",
      dryRun: false,
      ownerApproved: true,
      client: { sandboxMode: true },
    });
    expect(review.evidence).toMatchObject({
      activeKeys: 1,
      allowedRequests: 0,
      blockedRequests: 1,
      usageWindowDays: 30,
    });
    expect(review.blockers.map((text: string) => /allowed|blocked|subscription/.exec(text)?.[0])).toEqual([
      "allowed",
      "blocked",
      "subscription",
    ]);
    expect(await auditOf(client.id)).toMatchObject([{ action: "api_client.production_promotion_reviewed" }]);
  });

  test("names what stands against it in the contract's order, approval and content policy last", async () => {
    const { client, key } = await makeClient({
      ...{ status: "paused", scopes: [], sandboxMode: false, promotedAt: new Date() },
    });
    await db
      .update(apiClientKeys)
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .where(eq(apiClientKeys.id, key.id));
    const approvalNotes = "Signed by 123-45-6789";
    const review = await promote(client.id, { approvalNotes });
    expect(review).toMatchObject({ status: "blocked", dryRun: true, ownerApproved: false });
    expect(review.blockers).toEqual([
      "The client is paused, not active.",
      "The client is live already.",
      "The client holds no scope.",
      "The client has no active key.",
      "No call was allowed in the last 30 days.",
      "The owner has not approved the promotion.",
      "approvalNotes: The content policy does not allow a social security number here.",
    ]);
    expect(JSON.stringify([review, await auditOf(client.id)])).not.toContain("123-45");
  });

  test.each([
    ["the rate limit", { rateLimitPerMinute: 1 }, 2, "1 calls met the rate limit in the last 7 days."],
    ["the content policy", {}, 1, "approvalNotes: The content policy does not allow markup here."],
  ])("is kept back by %s alone, though the owner approved", async (_, overrides, calls, blocker) => {
    const { client, secret } = await makeClient({ scopes: ["usage:read"], ...overrides });
    for (let n = 0; n < calls; n++) await use(secret);
    const approvalNotes = blocker.startsWith("approvalNotes") ? "Signed <b>today</b>" : "Signed today";
    const review = await promote(client.id, { ownerApproved: true, approvalNotes, windowDays: 7 });
    expect(review).toMatchObject({ status: "blocked", blockers: [blocker], client: { sandboxMode: true } });
  });

  test.each([{ windowDays: 0 }, { windowDays: 366 }, { windowDays: 1.5 }, { ownerApproved: "yes" }, { dryRun: 1 }])(
    "is refused as %j",
    async (body) => {
      const { client } = await makeClient();
      const refused = await call("POST", `${CLIENTS}/${client.id}/production-promotion`, body);
      expect(refused).toMatchObject({ status: 422, code: "validation_failed" });
      expect(refused.body.error).toContain(Object.keys(body)[0]);
    },
  );

  test("is looked at without a trace: the same judgement as a review, and no record of it", async () => {
    const { client, secret } = await makeClient({ scopes: ["usage:read"] });
    await use(secret);
    const look = async (query = "") => (await call("GET", `${CLIENTS}/${client.id}/production-promotion${query}`)).body;
    const { data } = await look();
    expect(await auditOf(client.id)).toEqual([]);
    const review = await promote(client.id, {});
    expect({ ...data, generatedAt: review.generatedAt }).toEqual(review);
    expect((await look("?windowDays=7")).data.evidence.usageWindowDays).toBe(7);
    expect(await auditOf(client.id)).toHaveLength(1);
    expect(await call("GET", `${CLIENTS}/api-client-none/production-promotion`)).toMatchObject({ status: 404 });
  });

  test("is a dry run until the owner approves; then the client is live, once", async () => {
    const { client, secret } = await makeClient({ scopes: ["usage:read"] });
    expect((await use(secret)).headers["x-senior-guru-sandbox"]).toBe("true");
    expect(await promote(client.id, {})).toMatchObject({
      status: "ready_for_owner_approval",
      dryRun: true,
      blockers: ["The owner has not approved the promotion."],
    });
    expect(await promote(client.id, { dryRun: false })).toMatchObject({
      ...{ status: "ready_for_owner_approval", dryRun: false, client: { sandboxMode: true } },
    });
    expect(await promote(client.id, { ownerApproved: true, dryRun: true })).toMatchObject({
      status: "ready_for_owner_approval",
      client: { sandboxMode: true },
    });
    expect(await promote(client.id, { ownerApproved: true, approvalNotes: "Signed on paper" })).toMatchObject({
      status: "promoted",
      client: { sandboxMode: false },
    });
    const answer = await use(secret);
    expect(answer.headers["x-senior-guru-sandbox"]).toBe("false");
    expect(answer.body.meta.sandboxMode).toBe(false);
    expect(await promote(client.id, { ownerApproved: true })).toMatchObject({
      status: "blocked",
      blockers: ["The client is live already."],
    });
    expect((await auditOf(client.id)).filter(({ action }) => action === "api_client.production_promoted")).toHaveLength(
      1,
    );
  });
});

describe("usage", () => {
  test("counts a client's calls by outcome, completely, and the call that asks", async () => {
    const { client, secret } = await makeClient({ rateLimitPerMinute: 3 });
    const answers = [];
    for (const _ of [1, 2, 3, 4]) answers.push(await use(secret));
    expect(answers[2]!.body.data.totals).toMatchObject({ clients: 1, requests: 3, allowed: 3, blocked: 0 });
    const { body } = await call("GET", `/api/v1/admin/api-usage-analytics?apiClientId=${client.id}`);
    expect(body.data).toMatchObject({
      source: "database",
      windowDays: 30,
      totals: { requests: 4, allowed: 3, rateLimited: 1, activeKeys: 1, revokedKeys: 0 },
      topEvents: [{ eventType: "partner.usage.summary", count: 4 }],
      retentionPolicy: { auditRetentionDays: 730, purgeStatus: "blocked_pending_owner_approval" },
    });
  });

  test("is given to administrators as the same file, over all clients or one", async () => {
    const { client, secret } = await makeClient();
    await use(secret);
    const usage = "/api/v1/admin/api-usage-analytics?format=csv&windowDays=7";
    const own = await directory.call(callAs(secret, `${USAGE}?format=csv&windowDays=7`));
    const [one, all] = [await call("GET", `${usage}&apiClientId=${client.id}`), await call("GET", usage)];
    expect(one.headers["content-disposition"]).toBe(own.headers["content-disposition"]);
    const [header, ...rows] = one.text.split("\n");
    expect(header).toBe(own.text.split("\n")[0]);
    expect(rows).toEqual([expect.stringContaining(`${client.id},${client.name},partner,active,2,2,0,0,1,0,0,0,`)]);
    expect(all.text.startsWith(`${header}\n`) && all.text.includes(`\n${client.id},`)).toBe(true);
  });

  test("is a client's own: another's name, id or calls are nowhere in it", async () => {
    const [a, b] = [await makeClient({ name: "Alpha" }), await makeClient({ name: "Beta" })];
    await use(b.secret);
    for (const target of [USAGE, `${USAGE}?format=csv`, `${USAGE}?apiClientId=${b.client.id}`]) {
      const { text } = await directory.call(callAs(a.secret, target));
      expect(text).toContain(a.client.id);
      expect(text).not.toContain(b.client.id);
      expect(text).not.toContain("Beta");
    }
  });

  test.each([
    ["0", 1],
    ["9999", 365],
    ["abc", 30],
    ["", 30],
    ["7.9", 7],
  ])("of a window of %j days is that of %i", async (asked, windowDays) => {
    const { secret } = await makeClient();
    const { body } = await directory.call(callAs(secret, `${USAGE}?windowDays=${asked}`));
    expect(body.data.windowDays).toBe(windowDays);
  });

  test("as CSV has the contract's header, file name and quoting, and defuses formulas", async () => {
    const { client, secret } = await makeClient({ name: '=1+1, "two"' });
    const { headers, text } = await directory.call(callAs(secret, `${USAGE}?format=csv&windowDays=7`));
    const day = new Date().toISOString().slice(0, 10);
    expect(headers).toMatchObject({
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="senior-guru-api-usage-7d-${day}.csv"`,
      "x-senior-guru-api-client": client.id,
    });
    const [header, row, ...rest] = text.split("\n");
    expect(header).toBe(
      "api_client_id,name,owner_type,status,requests,allowed,blocked,rate_limited,active_keys,revoked_keys,webhook_subscriptions,webhook_deliveries,last_request_at,top_events,retention_cutoff,retention_candidates,purge_status",
    );
    expect(row).toContain(`${client.id},"'=1+1, ""two""",partner,active,1,1,0,0,1,0,0,0,`);
    expect(row).toContain(",partner.usage.summary:1,");
    expect(rest).toEqual([]);
  });
});

test("the list of audit events has attempted calls and acts on the client, newest first, and no secret", async () => {
  const { client, key, secret } = await makeClient({ scopes: ["providers:read"] });
  await use(secret);
  await call("PATCH", `${CLIENTS}/${client.id}`, { name: "Renamed", reason: "Typing mistake" });
  const { body, text } = await call("GET", `/api/v1/admin/api-audit-events?apiClientId=${client.id}`);
  expect(body.data).toEqual([
    {
      id: expect.stringMatching(/^api-audit-[0-9a-f-]{36}$/),
      apiClientId: client.id,
      eventType: "api_client.updated",
      subjectType: "api_client",
      subjectId: client.id,
      status: "allowed",
      requestMetadata: { name: "Renamed", reason: "Typing mistake", actorType: "ADMIN" },
      createdAt: expect.any(String),
    },
    {
      id: expect.stringMatching(/^api-audit-[0-9a-f-]{36}$/),
      apiClientId: client.id,
      eventType: "partner.usage.summary",
      subjectType: "api_usage",
      status: "blocked",
      requestMetadata: { requiredScope: "usage:read", reason: "missing_scope", apiKeyId: key.id },
      createdAt: expect.any(String),
    },
  ]);
  expect(text).not.toContain(secret);
});

test("the list of audit events ends with the hundredth", async () => {
  const { client, secret } = await makeClient();
  for (let n = 0; n < 101; n++) await use(secret);
  const { data } = (await call("GET", `/api/v1/admin/api-audit-events?apiClientId=${client.id}`)).body;
  expect(data).toHaveLength(100);
  const times = data.map(({ createdAt }: { createdAt: string }) => createdAt);
  expect(times).toEqual(times.toSorted().toReversed());
});
