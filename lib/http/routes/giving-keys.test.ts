import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { tokenPools } from "@/db/schema/giving";
import { apiKeys } from "@/db/schema/keys";
import { partners, portalUsers } from "@/db/schema/partners";
import { auditRecords } from "@/db/schema/records";
import { events } from "@/db/schema/webhooks";
import { makeKey, makePartner, makePortalUser, type PortalUserRow } from "@/db/testing/factories";
import { PUBLISHABLE_SCOPES, SCOPES } from "@/lib/domain/keys/scopes";
import { DEFAULT_ACTION_TYPES, DEFAULT_STAKEHOLDER_TYPES, FEATURES } from "@/lib/domain/partners/statuses";
import { usageBuffer } from "@/lib/http/usage-buffer";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { jsonCall, sign } from "@/lib/testing/sign";
import { submitBody, submitCall, tokenFor, withToken } from "@/lib/testing/worlds";

const { db, sql } = database();

const DAY_MS = 86_400_000;

/** Rows of any table that hold this text anywhere, as `table: count`. */
async function tablesHolding(text: string): Promise<string[]> {
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`;
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await sql`select 1 from ${sql(name)} as t where position(${text} in t::text) > 0 limit 1`;
    if (rows.length > 0) found.push(name);
  }
  return found;
}

describe.each(mounts)("through $name", ({ start }) => {
  let mounted: Mounted;
  let user: PortalUserRow;
  let token: string;
  beforeAll(async () => {
    mounted = await start();
  });
  afterAll(() => mounted.close());
  beforeEach(async () => {
    user = await makePortalUser(db, { organizationName: "Acme Outdoor" });
    token = await tokenFor(user);
  });

  const ask = (method: string, path: string, body?: unknown) =>
    mounted.call(withToken(token, jsonCall(method, `/v1/partner/keys${path}`, body)));
  const create = (more: Record<string, unknown> = {}) =>
    ask("POST", "", { name: "Backend", environment: "sandbox", ...more });
  const givePartner = async (overrides: Parameters<typeof makePartner>[1] = {}) => {
    const partner = await makePartner(db, overrides);
    user = await makePortalUser(db, { partnerId: partner.id });
    token = await tokenFor(user);
    return partner;
  };

  describe("the first key", () => {
    test("creates the partner with everything a sandbox needs, and works at once", async () => {
      const before = await ask("GET", "/partner-info");
      expect(before).toMatchObject({ status: 404, code: "PARTNER_NOT_FOUND" });
      expect((await ask("GET", "")).body).toEqual({ data: [] });
      const created = await create();
      expect(created).toMatchObject({
        status: 201,
        body: {
          id: expect.stringMatching(/^key_[0-9a-f]{24}$/),
          name: "Backend",
          environment: "sandbox",
          keyType: "secret",
          publicKey: expect.stringMatching(/^pk_test_[0-9a-f]{64}$/),
          secretKey: expect.stringMatching(/^sk_test_[0-9a-f]{64}$/),
          hmacSecret: expect.stringMatching(/^[0-9a-f]{64}$/),
          scopes: [...SCOPES],
          expiresAt: null,
        },
      });
      const info = await ask("GET", "/partner-info");
      expect(info.body).toMatchObject({
        id: created.body.partnerId,
        name: "Acme Outdoor",
        slug: expect.stringMatching(/^acme-outdoor/),
        status: "ACTIVE",
        tier: "STANDARD",
        rateLimit: 1_000,
        productionAccess: "NONE",
        environments: ["sandbox"],
        enabledFeatures: [...FEATURES],
        actionTypes: [...DEFAULT_ACTION_TYPES],
        stakeholderTypes: [...DEFAULT_STAKEHOLDER_TYPES],
        contactEmail: user.email,
      });
      const pools = await db.select().from(tokenPools).where(eq(tokenPools.partnerId, created.body.partnerId));
      expect(pools).toMatchObject([{ environment: "sandbox", isDefault: true, balance: 100_000, status: "ACTIVE" }]);
      const submitted = await mounted.call(submitCall(created.body, submitBody()));
      expect(submitted).toMatchObject({ status: 200, body: { tokensDistributed: 50 } });
      const told = await db
        .select({ type: events.type })
        .from(events)
        .where(eq(events.partnerId, created.body.partnerId));
      expect(told.map((row) => row.type)).toEqual(
        expect.arrayContaining(["partner.status_changed", "api_key.created"]),
      );
    });

    test("asked for many times at once creates one partner", async () => {
      const answers = await Promise.all(Array.from({ length: 8 }, () => create()));
      expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
      expect(new Set(answers.map((answer) => answer.body.partnerId)).size).toBe(1);
      expect(await db.select().from(partners).where(eq(partners.contactEmail, user.email))).toHaveLength(1);
    });

    test("for production is refused, and creates no partner", async () => {
      expect(await create({ environment: "production" })).toMatchObject({
        status: 403,
        code: "PRODUCTION_NOT_APPROVED",
      });
      const [row] = await db.select().from(portalUsers).where(eq(portalUsers.id, user.id));
      expect(row!.partnerId).toBeNull();
    });

    test("of two organisations of one name gives them different slugs", async () => {
      const first = await create();
      user = await makePortalUser(db, { organizationName: "Acme Outdoor" });
      token = await tokenFor(user);
      const second = await create();
      const rows = await db.select({ id: partners.id, slug: partners.slug }).from(partners);
      const slug = (id: string) => rows.find((row) => row.id === id)!.slug;
      expect(slug(first.body.partnerId)).not.toBe(slug(second.body.partnerId));
    });
  });

  describe("creating", () => {
    test("a publishable pair issues no secrets and only what a browser may do", async () => {
      const { body } = await create({ keyType: "publishable" });
      expect(body).toMatchObject({ secretKey: null, hmacSecret: null, scopes: [...PUBLISHABLE_SCOPES] });
    });

    test("keeps to the scopes, expiry and addresses asked for", async () => {
      const expiresAt = new Date(Date.now() + 30 * DAY_MS).toISOString();
      const { body } = await create({
        scopes: ["users:read", "config:read"],
        expiresAt,
        ipAllowlist: ["203.0.113.0/24", "2001:db8::/32"],
      });
      expect(body).toMatchObject({ scopes: ["config:read", "users:read"], expiresAt });
      const key = await ask("GET", `/${body.id}`);
      expect(key.body).toMatchObject({
        ipAllowlist: ["203.0.113.0/24", "2001:db8::/32"],
        isActive: true,
        lastUsedAt: null,
      });
    });

    test.each([
      [{ expiresAt: "2020-01-01T00:00:00.000Z" }],
      [{ expiresAt: new Date(Date.now() + 800 * DAY_MS).toISOString() }],
      [{ expiresAt: "tomorrow" }],
      [{ ipAllowlist: ["203.0.113.0/33"] }],
      [{ ipAllowlist: ["example.org"] }],
      [{ ipAllowlist: Array(51).fill("203.0.113.1") }],
      [{ scopes: ["everything"] }],
      [{ scopes: [] }],
      [{ name: "" }],
      [{ name: "x".repeat(81) }],
      [{ environment: "staging" }],
      [{ partnerId: "695b9e0d4f1a2b3c4d5e6f70" }],
    ])("refuses %j and creates nothing", async (change) => {
      expect(await create(change)).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
      const [row] = await db.select().from(portalUsers).where(eq(portalUsers.id, user.id));
      expect(row!.partnerId).toBeNull();
    });

    test("stops at ten active pairs of an environment, however many ask at once", async () => {
      const partner = await givePartner({ productionAccess: "APPROVED" });
      const answers = await Promise.all(Array.from({ length: 16 }, () => create()));
      expect(answers.filter((answer) => answer.status === 201)).toHaveLength(10);
      expect(answers.filter((answer) => answer.code === "KEY_LIMIT_REACHED")).toHaveLength(6);
      expect((await create({ environment: "production" })).body.publicKey).toMatch(/^pk_live_/);
      const first = answers.find((answer) => answer.status === 201)!.body.id;
      expect((await ask("PATCH", `/${first}`, { isActive: false })).status).toBe(200);
      const race = await Promise.all([create(), ask("PATCH", `/${first}`, { isActive: true }), create()]);
      expect(race.filter((answer) => answer.status < 300)).toHaveLength(1);
      expect(race.filter((answer) => answer.code === "KEY_LIMIT_REACHED")).toHaveLength(2);
      const active = await db.select().from(apiKeys).where(eq(apiKeys.partnerId, partner.id));
      expect(active.filter((key) => key.isActive && key.environment === "sandbox")).toHaveLength(10);
    });
  });

  describe("changing", () => {
    test("renames, deactivates, reactivates and sets the expiry, each at once", async () => {
      const { body: key } = await create();
      const code = async () => (await mounted.call(sign(key, { target: "/v1/partner/users" }))).code;
      const patch = (body: unknown) => ask("PATCH", `/${key.id}`, body);
      expect((await patch({ name: "Renamed" })).body).toMatchObject({ name: "Renamed", isActive: true });
      expect((await patch({ isActive: false })).body.isActive).toBe(false);
      expect(await code()).toBe("API_KEY_REVOKED");
      expect((await patch({ isActive: true })).body.isActive).toBe(true);
      expect(await code()).toBeNull();
      expect((await patch({ ipAllowlist: ["192.0.2.1"] })).body.ipAllowlist).toEqual(["192.0.2.1"]);
      expect(await code()).toBe("IP_NOT_ALLOWED");
      expect((await patch({ ipAllowlist: [] })).status).toBe(200);
      const expiresAt = new Date(Date.now() + DAY_MS).toISOString();
      expect((await patch({ expiresAt })).body.expiresAt).toBe(expiresAt);
      expect((await patch({ expiresAt: null })).body.expiresAt).toBeNull();
      expect(await code()).toBeNull();
    });

    test.each([
      {},
      { secretKey: "x" },
      { scopes: ["users:read"] },
      { isActive: "no" },
      { expiresAt: "2020-01-01T00:00:00.000Z" },
      { name: null },
    ])("refuses %j", async (body) => {
      const { body: key } = await create();
      expect(await ask("PATCH", `/${key.id}`, body)).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
    });
  });

  describe("revoking", () => {
    test("kills both keys before it answers, for good, and may be repeated", async () => {
      const { body: key } = await create();
      for (const present of ["secretKey", "publicKey"] as const) {
        expect((await mounted.call(sign(key, { target: "/v1/partner/users" }, { present }))).status).toBe(200);
      }
      expect((await ask("DELETE", `/${key.id}`)).status).toBe(204);
      for (const present of ["secretKey", "publicKey"] as const) {
        const answer = await mounted.call(sign(key, { target: "/v1/partner/users" }, { present }));
        expect(answer).toMatchObject({ status: 401, code: "API_KEY_REVOKED" });
      }
      expect((await ask("DELETE", `/${key.id}`)).status).toBe(204);
      expect(await ask("PATCH", `/${key.id}`, { isActive: true })).toMatchObject({
        status: 409,
        code: "INVALID_STATE_TRANSITION",
      });
      const told = await db.select().from(events).where(eq(events.partnerId, key.partnerId));
      expect(told.filter((row) => row.type === "api_key.revoked")).toHaveLength(1);
      const audited = await db
        .select()
        .from(auditRecords)
        .where(eq(auditRecords.targetId, key.id))
        .orderBy(auditRecords.position);
      expect(audited.map((row) => row.action)).toEqual(["api_key.created", "api_key.revoked"]);
    });
  });

  test("secrets are in the one answer that creates them, and nowhere else", async () => {
    const { body: key } = await create();
    await mounted.call(submitCall(key, submitBody()));
    const answers = [
      await ask("GET", ""),
      await ask("GET", `/${key.id}`),
      await ask("PATCH", `/${key.id}`, { name: "Renamed" }),
      await ask("GET", "/partner-info"),
      await mounted.call(withToken(token, { target: "/v1/partner/auth/me" })),
    ];
    await ask("DELETE", `/${key.id}`);
    await usageBuffer().flush();
    for (const secret of [
      key.secretKey,
      key.hmacSecret,
      key.secretKey.slice(8),
      Buffer.from(key.hmacSecret).toString("base64url"),
    ]) {
      for (const answer of answers) expect(answer.text).not.toContain(secret);
      expect(await tablesHolding(secret)).toEqual([]);
    }
    expect(answers[1]!.body.secretKeyLast4).toBe(key.secretKey.slice(-4));
    // The search does find what is there.
    expect(await tablesHolding(key.publicKey)).toContain("api_keys");
  });

  test("keys of another partner are neither listed nor found", async () => {
    await create();
    const { key: foreign } = await makeKey(db);
    const list = await ask("GET", "");
    expect(list.body.data).toHaveLength(1);
    expect(list.text).not.toContain(foreign.id);
    for (const method of ["GET", "DELETE"])
      expect((await ask(method, `/${foreign.id}`)).code).toBe("API_KEY_NOT_FOUND");
  });
});
