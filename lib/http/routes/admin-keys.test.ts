import { and, asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { auditRecords } from "@/db/schema/records";
import { events } from "@/db/schema/webhooks";
import { type MadeKey, makeKey, makePartner, makePool, type PartnerRow } from "@/db/testing/factories";
import { makeRequest } from "@/db/testing/make-readiness";
import { connection } from "@/lib/domain/connection";
import { ACTIVE_KEYS_MAX } from "@/lib/domain/keys/create-key";
import { SCOPES } from "@/lib/domain/keys/scopes";
import { HOUR_MS } from "@/lib/domain/shared/duration";
import { adminRoutes } from "@/lib/http/routes/admin";
import { usageBuffer } from "@/lib/http/usage-buffer";
import { newPrefixedId } from "@/lib/platform/ids";
import { type SignedInAdmin, signInAdmin } from "@/lib/testing/admins";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { type ClientKey, jsonCall, sign } from "@/lib/testing/sign";
import { submitBody, submitCall, withToken } from "@/lib/testing/worlds";

const db = connection();
const REASON = "Agreed with the partner";
let admin: Mounted;
let giving: Mounted;
let operator: SignedInAdmin;
let partner: PartnerRow;
let key: MadeKey;
beforeAll(async () => {
  const { start } = mounts[0]!;
  [admin, giving, operator] = await Promise.all([start(adminRoutes), start(), signInAdmin({ role: "OPERATOR" })]);
});
afterAll(() => Promise.all([admin.close(), giving.close()]));
beforeEach(async () => {
  partner = await makePartner(db, { productionAccess: "LIVE" });
  key = await makeKey(db, { partnerId: partner.id, name: "Checkout backend" });
});

const keys = () => `/api/v1/admin/partners/${partner.id}/keys`;
const one = (id = key.key.id) => `${keys()}/${id}`;
const call = (method: string, target: string, body?: Record<string, unknown>) =>
  admin.call(withToken(operator.token, jsonCall(method, target, body && { reason: REASON, ...body })));
const read = async (id = key.key.id) => {
  const { body } = await admin.call(withToken(operator.token, { target: keys() }));
  return body.data.find((each: { id: string }) => each.id === id);
};
const callWith = (by: ClientKey, address?: string) =>
  giving.call({ ...sign(by, { target: "/v1/partner/users" }), ...(address && { address }) });
const recordsOf = (targetId: string) =>
  db
    .select()
    .from(auditRecords)
    .where(and(eq(auditRecords.targetId, targetId), eq(auditRecords.partnerId, partner.id)))
    .orderBy(asc(auditRecords.position));
const eventsOf = async () => {
  const rows = await db.select().from(events).where(eq(events.partnerId, partner.id)).orderBy(asc(events.position));
  return rows.map(({ type, environment, body }) => ({ type, environment, data: JSON.parse(body).data }));
};

describe("a pair that is created", () => {
  test("works, shows its secrets once, and is recorded with the reason", async () => {
    const made = await call("POST", keys(), { name: "Second", environment: "production" });
    expect(made).toMatchObject({ status: 201, body: { environment: "production", keyType: "secret", scopes: SCOPES } });
    expect((await callWith(made.body)).status).toBe(200);
    expect(await recordsOf(made.body.id)).toMatchObject([
      { action: "api_key.created", actorType: "ADMIN", actorId: operator.admin.id, reason: REASON },
    ]);
    expect((await eventsOf()).map(({ type }) => type)).toEqual(["api_key.created"]);
    const { text } = await admin.call(withToken(operator.token, { target: keys() }));
    for (const secret of [made.body.secretKey, made.body.hmacSecret]) expect(text).not.toContain(secret);
  });

  test("is made while the partner waits for approval, and refused until it is active", async () => {
    partner = await makePartner(db, { status: "PENDING_APPROVAL" });
    const made = await call("POST", keys(), { name: "First", environment: "sandbox" });
    expect(made.status).toBe(201);
    expect(await callWith(made.body)).toMatchObject({ status: 401, code: "PARTNER_NOT_ACTIVE" });
    const refused = await call("POST", keys(), { name: "Live", environment: "production" });
    expect(refused).toMatchObject({ status: 403, code: "PRODUCTION_NOT_APPROVED" });
  });

  test("is one of ten, and none is made for a partner that is gone", async () => {
    for (let n = 1; n < ACTIVE_KEYS_MAX; n += 1) await makeKey(db, { partnerId: partner.id });
    const body = { name: "One more", environment: "sandbox" };
    expect(await call("POST", keys(), body)).toMatchObject({ status: 409, code: "KEY_LIMIT_REACHED" });
    expect(await call("POST", `${one()}/rotate`, {})).toMatchObject({ status: 409, code: "KEY_LIMIT_REACHED" });
    partner = await makePartner(db, { status: "TERMINATED" });
    expect(await call("POST", keys(), body)).toMatchObject({ status: 409, code: "INVALID_STATE_TRANSITION" });
    expect((await admin.call(withToken(operator.token, { target: keys() }))).status).toBe(200);
  });
});

describe("a rotation", () => {
  const rotate = (body: Record<string, unknown> = {}, id?: string) => call("POST", `${one(id)}/rotate`, body);

  test("gives the same powers to a fresh pair and leaves the former alone", async () => {
    const scopes = ["users:read", "actions:write"];
    const rules = { scopes, ipAllowlist: ["203.0.113.0/24"], expiresAt: new Date(Date.now() + 24 * HOUR_MS) };
    key = await makeKey(db, {
      partnerId: partner.id,
      name: "Backend",
      ...rules,
      scopes: ["users:read", "actions:write"],
    });
    const made = await rotate();
    expect(made).toMatchObject({ status: 201, body: { name: "Backend", scopes, keyType: "secret", expiresAt: null } });
    for (const pair of [key, made.body]) {
      expect((await callWith(pair, "203.0.113.5")).status).toBe(200);
      expect(await callWith(pair, "198.51.100.1")).toMatchObject({ status: 403, code: "IP_NOT_ALLOWED" });
    }
    expect(await read()).toMatchObject({ isActive: true, rotatedToKeyId: made.body.id, rotatedFromKeyId: null });
    expect(await read(made.body.id)).toMatchObject({ rotatedFromKeyId: key.key.id, ipAllowlist: rules.ipAllowlist });
    expect(await recordsOf(key.key.id)).toMatchObject([
      { action: "api_key.rotated", reason: REASON, after: { rotatedToKeyId: made.body.id } },
    ]);
    const told = (await eventsOf()).find(({ type }) => type === "api_key.rotated");
    expect(told).toMatchObject({ environment: null, data: { keyId: key.key.id, rotatedToKeyId: made.body.id } });
  });

  test("may overlap with others, and the former names its latest successor", async () => {
    const first = await rotate({ name: "Backend 2" });
    const second = await rotate();
    const third = await rotate({}, first.body.id);
    for (const pair of [key, first.body, second.body, third.body]) expect((await callWith(pair)).status).toBe(200);
    expect((await read()).rotatedToKeyId).toBe(second.body.id);
    expect((await read(third.body.id)).rotatedFromKeyId).toBe(first.body.id);
    expect(first.body.name).toBe("Backend 2");
  });

  test("is refused to a revoked pair, another's pair, and a live one without production access", async () => {
    const revoked = await makeKey(db, { partnerId: partner.id, isActive: false, revokedAt: new Date() });
    expect(await rotate({}, revoked.key.id)).toMatchObject({ status: 409, code: "INVALID_STATE_TRANSITION" });
    for (const id of [(await makeKey(db)).key.id, newPrefixedId("key")]) {
      expect(await rotate({}, id)).toMatchObject({ status: 404, code: "API_KEY_NOT_FOUND" });
    }
    partner = await makePartner(db, { productionAccess: "REVOKED" });
    const live = await makeKey(db, { partnerId: partner.id, environment: "production" });
    expect(await rotate({}, live.key.id)).toMatchObject({ status: 403, code: "PRODUCTION_NOT_APPROVED" });
  });

  test("of a publishable pair has no secrets", async () => {
    const widget = await makeKey(db, { partnerId: partner.id, keyType: "publishable" });
    const made = await rotate({}, widget.key.id);
    expect(made.body).toMatchObject({ keyType: "publishable", secretKey: null, hmacSecret: null });
  });
});

describe("a change", () => {
  const patch = (body: Record<string, unknown>, query = "") => call("PATCH", `${one()}${query}`, body);

  test("of scopes binds the next call, and is recorded", async () => {
    expect((await callWith(key)).status).toBe(200);
    const answer = await patch({ scopes: ["actions:write"], name: "Renamed" });
    expect(answer).toMatchObject({ status: 200, body: { scopes: ["actions:write"], name: "Renamed" } });
    expect(answer.body).not.toHaveProperty("dryRun");
    expect(await callWith(key)).toMatchObject({ status: 403, code: "INSUFFICIENT_SCOPE" });
    expect(await recordsOf(key.key.id)).toMatchObject([
      { action: "api_key.updated", reason: REASON, before: { name: "Checkout backend" }, after: { name: "Renamed" } },
    ]);
  });

  test.each([
    [{ isActive: false }, "API_KEY_REVOKED"],
    [{ ipAllowlist: ["192.0.2.1"] }, "IP_NOT_ALLOWED"],
  ])("%j is obeyed at once", async (body, code) => {
    expect((await callWith(key)).status).toBe(200);
    expect((await patch(body)).status).toBe(200);
    expect((await callWith(key)).code).toBe(code);
  });

  test("that cannot be is refused", async () => {
    expect(await patch({})).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
    expect(await patch({ scopes: [] })).toMatchObject({ status: 400 });
    expect(await patch({ expiresAt: "2020-01-01T00:00:00.000Z" })).toMatchObject({ status: 400 });
    key = await makeKey(db, { partnerId: partner.id, keyType: "publishable" });
    const answer = await patch({ scopes: ["config:read", "actions:write"] });
    expect(answer.body.details).toEqual([{ field: "scopes", issue: "a publishable key cannot have actions:write" }]);
    key = await makeKey(db, { partnerId: partner.id, isActive: false, revokedAt: new Date() });
    expect(await patch({ name: "Later" })).toMatchObject({ status: 409, code: "INVALID_STATE_TRANSITION" });
  });

  test("of the allow-list is rehearsed: it says what it would refuse, and does nothing", async () => {
    const own = { partnerId: partner.id, apiKeyId: key.key.id };
    for (const address of ["203.0.113.1", "198.51.100.1", "198.51.100.1"]) {
      await makeRequest(db, { ...own, address, at: new Date(Date.now() - HOUR_MS) });
    }
    const answer = await patch({ ipAllowlist: ["203.0.113.0/24"] }, "?dryRun=true");
    expect(answer.body).toMatchObject({
      ...{ dryRun: true, ipAllowlist: ["203.0.113.0/24"] },
      blastRadius: { callsRefused: 2, callsTotal: 3, keys: [{ id: key.key.id, calls: 2 }] },
    });
    expect((await read()).ipAllowlist).toEqual([]);
    expect(await recordsOf(key.key.id)).toEqual([]);
    expect((await patch({ isActive: false }, "?dryRun=true")).body.blastRadius.callsRefused).toBe(3);
    expect((await patch({ name: "Other" }, "?dryRun=true")).body).not.toHaveProperty("blastRadius");
  });
});

describe("a revocation", () => {
  test("holds from the answer on, and is told once however often it is asked for", async () => {
    expect((await callWith(key)).status).toBe(200);
    for (let again = 0; again < 3; again += 1) {
      expect(await call("DELETE", one(), {})).toMatchObject({ status: 204, text: "" });
      expect(await callWith(key)).toMatchObject({ status: 401, code: "API_KEY_REVOKED" });
    }
    expect(await recordsOf(key.key.id)).toMatchObject([{ action: "api_key.revoked", reason: REASON }]);
    expect((await eventsOf()).map(({ type }) => type)).toEqual(["api_key.revoked"]);
  });

  test("takes its reason from the query where there is no body, and asks for one", async () => {
    const reason = `?reason=${encodeURIComponent("Found in a public repository")}`;
    expect(await call("DELETE", one())).toMatchObject({ status: 400, body: { details: [{ field: "reason" }] } });
    expect(await call("DELETE", `${one()}?reason=no`)).toMatchObject({ status: 400 });
    expect(await call("DELETE", `${one()}${reason}&why=x`)).toMatchObject({ status: 400 });
    expect((await read()).isActive).toBe(true);
    expect((await call("DELETE", `${one()}${reason}`)).status).toBe(204);
    expect(await recordsOf(key.key.id)).toMatchObject([{ reason: "Found in a public repository" }]);
  });

  test("is rehearsed: it says what would be refused, and the key lives", async () => {
    await makeRequest(db, { partnerId: partner.id, apiKeyId: key.key.id, at: new Date(Date.now() - HOUR_MS) });
    for (const answer of [
      await call("DELETE", `${one()}?dryRun=true`, {}),
      await call("DELETE", `${one()}?dryRun=true&reason=Leaked`),
    ]) {
      expect(answer).toMatchObject({ status: 200, body: { isActive: false, dryRun: true } });
      expect(answer.body.blastRadius).toMatchObject({
        callsRefused: 1,
        routes: [{ method: "GET", route: "/v1/partner/users", calls: 1 }],
      });
    }
    expect((await callWith(key)).status).toBe(200);
    expect(await recordsOf(key.key.id)).toEqual([]);
  });

  test("of another's key is not possible, nor of one that never was", async () => {
    const other = await makeKey(db);
    for (const id of [other.key.id, newPrefixedId("key"), "no-id"]) {
      expect(await call("DELETE", one(id), {})).toMatchObject({ status: 404, code: "API_KEY_NOT_FOUND" });
    }
    expect((await callWith(other)).status).toBe(200);
  });
});

describe("the traffic of each key", () => {
  test("tells during a rotation which pair still carries it", async () => {
    const { body: successor } = await call("POST", `${one()}/rotate`, {});
    const before = await makeRequest(db, {
      ...{ partnerId: partner.id, apiKeyId: key.key.id, at: new Date(Date.now() - 2 * HOUR_MS) },
    });
    expect(before).toMatch(/^req_/);
    for (let n = 0; n < 3; n += 1) await callWith(key, "203.0.113.7");
    const agent = { "User-Agent": "acme-backend/2.1" };
    await giving.call({ ...sign(successor, { target: "/v1/partner/users", headers: agent }), address: "203.0.113.8" });
    // Not let in, so no use of the key.
    await giving.call({ ...sign({ ...key, hmacSecret: "0".repeat(64) }, { target: "/v1/partner/users" }) });
    await usageBuffer().flush();
    expect((await read()).traffic).toMatchObject({ callsLastHour: 3, lastCall: { address: "203.0.113.7" } });
    expect((await read(successor.id)).traffic).toEqual({
      callsLastHour: 1,
      lastCall: { at: expect.any(String), address: "203.0.113.8", userAgent: "acme-backend/2.1" },
    });
    const unused = await makeKey(db, { partnerId: partner.id });
    expect((await read(unused.key.id)).traffic).toEqual({ callsLastHour: 0, lastCall: null });
  });
});

describe("a scheduled end", () => {
  const end = (method: string, body: Record<string, unknown>) => call(method, `${one()}/schedule-end`, body);

  test("is set for a rotated pair, once for the same hours, and taken back", async () => {
    await call("POST", `${one()}/rotate`, {});
    const set = await end("POST", { quietHours: 24 });
    expect(set).toMatchObject({ status: 200, body: { ending: { quietHours: 24, scheduledBy: operator.admin.id } } });
    const { scheduledAt, quietUntil } = set.body.ending;
    expect(Date.parse(quietUntil) - Date.parse(scheduledAt)).toBe(24 * HOUR_MS);
    expect((await end("POST", { quietHours: 24 })).body.ending).toEqual(set.body.ending);
    expect((await end("POST", { quietHours: 1 })).body.ending.quietHours).toBe(1);
    for (let again = 0; again < 2; again += 1) expect((await end("DELETE", {})).status).toBe(204);
    expect((await read()).ending).toBeNull();
    expect((await recordsOf(key.key.id)).map(({ action }) => action)).toEqual([
      ...["api_key.rotated", "api_key.end_scheduled", "api_key.end_scheduled", "api_key.end_canceled"],
    ]);
  });

  test("is refused to a pair that was not rotated, is revoked, or whose successor does not work", async () => {
    const refused = { status: 409, code: "INVALID_STATE_TRANSITION" };
    expect(await end("POST", { quietHours: 24 })).toMatchObject(refused);
    const { body: successor } = await call("POST", `${one()}/rotate`, {});
    await call("DELETE", one(successor.id), {});
    expect(await end("POST", { quietHours: 24 })).toMatchObject(refused);
    await call("POST", `${one()}/rotate`, {});
    await call("DELETE", one(), {});
    expect(await end("POST", { quietHours: 24 })).toMatchObject(refused);
    for (const quietHours of [0, 169, 1.5]) expect((await end("POST", { quietHours })).status).toBe(400);
  });
});

describe("what an act would refuse", () => {
  test("is told of a suspension and of a withdrawal before they happen", async () => {
    const pool = await makePool(db, { partnerId: partner.id });
    expect((await giving.call(submitCall(key, submitBody()))).status).toBe(200);
    await usageBuffer().flush();
    const base = `/api/v1/admin/partners/${partner.id}`;
    const compliance = await signInAdmin({ role: "COMPLIANCE" });
    const body = { status: "SUSPENDED", reason: REASON };
    const suspension = await admin.call(
      withToken(compliance.token, jsonCall("PUT", `${base}/status?dryRun=true`, body)),
    );
    expect(suspension.body).toMatchObject({ dryRun: true, blastRadius: { callsRefused: 1, callsTotal: 1 } });
    const withdrawal = { amount: 99_940, reference: "back" };
    const target = `${base}/token-pools/${pool.id}/withdraw`;
    const rehearsed = await call("POST", `${target}?dryRun=true`, withdrawal);
    expect(rehearsed.body).toMatchObject({
      ...{ balance: 10, dryRun: true },
      blastRadius: { callsRefused: 1, pool: { balance: 10, distributedTokens: 50, runwayDays: 1.4 } },
    });
    expect((await call("POST", target, withdrawal)).body).not.toHaveProperty("blastRadius");
  });
});
