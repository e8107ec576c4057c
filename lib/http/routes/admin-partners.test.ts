import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { partners as partnerRows } from "@/db/schema/partners";
import { productionRequests } from "@/db/schema/readiness";
import { events } from "@/db/schema/webhooks";
import {
  COMPLIANT,
  makeKey,
  makePartner,
  makePartnerUser,
  makePool,
  makePortalUser,
  makeWebhook,
} from "@/db/testing/factories";
import { connection } from "@/lib/domain/connection";
import { PARTNER_STATUSES, PARTNER_TRANSITIONS } from "@/lib/domain/partners/statuses";
import { ENVIRONMENTS } from "@/lib/domain/shared/schemas";
import { adminRoutes } from "@/lib/http/routes/admin";
import { newObjectId } from "@/lib/platform/ids";
import { type SignedInAdmin, signInAdmin } from "@/lib/testing/admins";
import type { Call } from "@/lib/testing/call";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { jsonCall, sign } from "@/lib/testing/sign";
import { submitBody, submitCall, tokenFor, withToken } from "@/lib/testing/worlds";

const db = connection();
const PARTNERS = "/api/v1/admin/partners";
const REASON = "Repeated submissions for the same order";

/** A partner that waits for approval and lacks nothing. */
async function makeActivatable() {
  const partner = await makePartner(db, { status: "PENDING_APPROVAL", ...COMPLIANT });
  const key = await makeKey(db, { partnerId: partner.id });
  const pool = await makePool(db, { partnerId: partner.id });
  return { partner, key, pool };
}

describe.each(mounts)("through $name", ({ start }) => {
  let mounted: Mounted;
  let partners: Mounted;
  let superadmin: SignedInAdmin;
  beforeAll(async () => {
    [mounted, partners, superadmin] = await Promise.all([start(adminRoutes), start(), signInAdmin()]);
  });
  afterAll(() => Promise.all([mounted.close(), partners.close()]));

  const call = (one: Call, { token } = superadmin) => mounted.call(withToken(token, one));
  const read = (target: string) => call({ target: `${PARTNERS}${target}` });
  const setStatus = (id: string, body: unknown, query = "") =>
    call(jsonCall("PUT", `${PARTNERS}/${id}/status${query}`, body));

  describe("each role", () => {
    test("hears of its role before anything about the body or the partner", async () => {
      const reviewer = await signInAdmin({ role: "REVIEWER" });
      const one = jsonCall("PUT", `${PARTNERS}/${newObjectId()}/status`, {});
      expect(await call(one, reviewer)).toMatchObject({ status: 403, code: "FORBIDDEN" });
    });
  });

  test("without a token every path behind the sign-in is closed, and a person's token does not open it", async () => {
    const { partner } = await makeActivatable();
    const token = await tokenFor(await makePortalUser(db, { partnerId: partner.id }));
    for (const target of [PARTNERS, `${PARTNERS}/${partner.id}`, `${PARTNERS}/${partner.id}/audit`]) {
      expect(await mounted.call({ target })).toMatchObject({ status: 401, code: "INVALID_TOKEN" });
      expect(await mounted.call(withToken(token, { target }))).toMatchObject({ status: 401, code: "INVALID_TOKEN" });
    }
  });

  test("an unknown partner, and what is no id at all, are not found by any endpoint", async () => {
    for (const id of [newObjectId(), "no-id", "%27", "ffffffffffffffffffffffff"]) {
      const missing = { status: 404, code: "PARTNER_NOT_FOUND" };
      expect(await read(`/${id}`)).toMatchObject(missing);
      expect(await read(`/${id}/audit`)).toMatchObject(missing);
      expect(await setStatus(id, { status: "SUSPENDED", reason: REASON })).toMatchObject(missing);
    }
  });

  test("paths and methods that do not exist are told in the same envelope", async () => {
    expect(await call({ target: "/api/v1/admin/nothing" })).toMatchObject({ status: 404, code: "ROUTE_NOT_FOUND" });
    const answer = await call(jsonCall("PUT", PARTNERS, {}));
    expect(answer).toMatchObject({ status: 405, code: "METHOD_NOT_ALLOWED" });
    expect(answer.headers.allow).toBe("POST, GET, OPTIONS");
  });

  describe("the list of partners", () => {
    const mark = newObjectId();
    beforeAll(async () => {
      const on = (day: number) => new Date(Date.UTC(2026, 0, day));
      const named = (name: string, day: number) => ({ name: `${name} ${mark}`, createdAt: on(day) });
      await makePartner(db, { ...named("beta", 1), slug: `birch-${newObjectId()}`, tier: "ENTERPRISE" });
      await makePartner(db, { ...named("Alpha", 2), status: "SUSPENDED", productionAccess: "REQUESTED" });
      await makePartner(db, { ...named("Gamma_1", 3), status: "SUSPENDED", contactEmail: `Ann-${mark}@Example.org` });
    });

    const names = async (query: string) => {
      const { status, body } = await read(`?search=${mark}${query}`);
      expect(status).toBe(200);
      return body.data.map(({ name }: { name: string }) => name.split(" ")[0]);
    };

    test("is newest first, and sorts by name in any case", async () => {
      expect(await names("")).toEqual(["Gamma_1", "Alpha", "beta"]);
      expect(await names("&sort=createdAt")).toEqual(["beta", "Alpha", "Gamma_1"]);
      expect(await names("&sort=name")).toEqual(["Alpha", "beta", "Gamma_1"]);
      expect(await names("&sort=-name")).toEqual(["Gamma_1", "beta", "Alpha"]);
    });

    test("filters by status, tier and production access", async () => {
      expect(await names("&status=SUSPENDED")).toEqual(["Gamma_1", "Alpha"]);
      expect(await names("&tier=ENTERPRISE")).toEqual(["beta"]);
      expect(await names("&productionAccess=REQUESTED")).toEqual(["Alpha"]);
      expect(await names("&tier=ENTERPRISE&status=SUSPENDED")).toEqual([]);
    });

    test.each([
      ["a part of the name", `A%20${mark.slice(0, 12)}`, 2],
      ["the contact in any case", `ANN-${mark.toUpperCase()}@`, 1],
      ["a wildcard, taken literally", `%25${mark}`, 0],
      ["an underscore, taken literally", `mma_1%20${mark}`, 1],
      ["a backslash, taken literally", `%5C${mark}`, 0],
    ])("is searched by %s", async (_, search, found) => {
      expect((await read(`?search=${search}`)).body.pagination.total).toBe(found);
    });

    test("is searched by slug", async () => {
      const { slug } = await makePartner(db);
      expect((await read(`?search=${slug.slice(3)}`)).body.data).toMatchObject([{ slug }]);
    });

    test("is served in pages that hold each partner once", async () => {
      const first = await read(`?search=${mark}&limit=2`);
      const second = await read(`?search=${mark}&limit=2&page=2`);
      expect(first.body.pagination).toEqual({ page: 1, limit: 2, total: 3, totalPages: 2 });
      expect([...first.body.data, ...second.body.data].map(({ id }) => id)).toHaveLength(3);
      expect(second.body.data).toHaveLength(1);
      expect((await read(`?search=${mark}&page=9`)).body.data).toEqual([]);
    });

    test.each([
      "status=GONE",
      "tier=GOLD",
      "productionAccess=YES",
      "sort=id",
      "limit=101",
      "page=0",
      "limit=x",
      "who=me",
      "status=ACTIVE&status=ACTIVE",
    ])("refuses ?%s and names the field", async (query) => {
      const answer = await read(`?${query}`);
      expect(answer).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
      expect(answer.body.details[0].field).toBe(query.split("=")[0]);
    });
  });

  test("the full record counts keys, users and people by environment and shows the pools' figures", async () => {
    const partner = await makePartner(db, { productionAccess: "LIVE", legacyReplay409: true });
    const own = { partnerId: partner.id };
    await makeKey(db, own);
    await makeKey(db, { ...own, isActive: false, revokedAt: new Date() });
    await makeKey(db, { ...own, expiresAt: new Date("2026-01-02T00:00:00.000Z") });
    const { key } = await makeKey(db, { ...own, environment: "production" });
    const pools = [];
    for (const environment of ENVIRONMENTS) pools.push(await makePool(db, { ...own, environment, allocated: 500 }));
    await makePartnerUser(db, { ...own, environment: "sandbox" });
    await makePortalUser(db, own);
    await makePortalUser(db, own);
    await makeKey(db);

    const { status, body, text } = await read(`/${partner.id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: partner.id,
      slug: partner.slug,
      status: "ACTIVE",
      productionAccess: "LIVE",
      legacyReplay409: true,
      keys: { sandbox: { active: 1, total: 3 }, production: { active: 1, total: 1 } },
      users: { sandbox: 1, production: 0 },
      people: 2,
    });
    expect(body.pools.map(({ id }: { id: string }) => id).toSorted()).toEqual(pools.map(({ id }) => id).toSorted());
    expect(body.pools[0]).toMatchObject({ balance: 500, allocated: 500, distributed: 0, returned: 0, withdrawn: 0 });
    expect(body).not.toHaveProperty("dryRun");
    for (const secret of [key.secretKeyHash, key.hmacSecretEncrypted]) expect(text).not.toContain(secret);
  });

  describe("a change of status", () => {
    const moves = PARTNER_STATUSES.flatMap((from) => PARTNER_STATUSES.map((to) => [from, to] as const));

    test.each(moves)("from %s to %s follows the transition table", async (from, to) => {
      const { partner } = await makeActivatable();
      const { id } = from === "PENDING_APPROVAL" ? partner : await makePartner(db, { status: from });
      const answer = await setStatus(id, { status: to, reason: REASON });
      if (PARTNER_TRANSITIONS[from].includes(to)) {
        expect(answer).toMatchObject({ status: 200, body: { id, status: to } });
        expect((await read(`/${id}`)).body.status).toBe(to);
      } else {
        expect(answer).toMatchObject({ status: 409, code: "INVALID_STATE_TRANSITION" });
        expect(answer.body.details).toEqual({ from, to, allowed: PARTNER_TRANSITIONS[from] });
        expect((await read(`/${id}`)).body.status).toBe(from);
        expect((await read(`/${id}/audit`)).body.data).toEqual([]);
      }
    });

    test("suspends: the partner's key is refused from the answer on, and served again once active", async () => {
      const { partner, key } = await makeActivatable();
      const submit = () => partners.call(submitCall(key, submitBody()));
      expect(await submit()).toMatchObject({ status: 401, code: "PARTNER_NOT_ACTIVE" });
      for (const [status, expected] of [
        ["ACTIVE", { status: 200 }],
        ["SUSPENDED", { status: 401, code: "PARTNER_SUSPENDED" }],
        ["ACTIVE", { status: 200 }],
        ["INACTIVE", { status: 401, code: "PARTNER_NOT_ACTIVE" }],
      ] as const) {
        expect((await setStatus(partner.id, { status, reason: REASON })).status).toBe(200);
        expect(await submit(), status).toMatchObject(expected);
      }
    });

    test("terminates: every key of both environments is revoked for good, each with its record", async () => {
      const partner = await makePartner(db, { productionAccess: "LIVE" });
      const keys = [];
      for (const environment of ENVIRONMENTS) keys.push(await makeKey(db, { partnerId: partner.id, environment }));
      const stranger = await makeKey(db);
      for (const key of keys)
        expect((await partners.call(sign(key, { target: "/v1/partner/users" }))).status).toBe(200);

      const answer = await setStatus(partner.id, { status: "TERMINATED", reason: REASON });
      expect(answer.body.keys).toEqual({ sandbox: { active: 0, total: 1 }, production: { active: 0, total: 1 } });
      for (const key of keys) {
        const refused = await partners.call(sign(key, { target: "/v1/partner/users" }));
        expect(refused).toMatchObject({ status: 401, code: "API_KEY_REVOKED" });
      }
      expect((await partners.call(sign(stranger, { target: "/v1/partner/users" }))).status).toBe(200);
      const { body } = await read(`/${partner.id}/audit?action=api_key.revoked`);
      expect(body.data.map(({ targetId }: { targetId: string }) => targetId).toSorted()).toEqual(
        keys.map(({ key }) => key.id).toSorted(),
      );
      for (const record of body.data)
        expect(record).toMatchObject({ reason: REASON, requestId: answer.headers["x-request-id"] });
    });

    test("is recorded with who, from what to what, and why", async () => {
      const { id } = await makePartner(db);
      const compliance = await signInAdmin({ role: "COMPLIANCE" });
      const one = jsonCall("PUT", `${PARTNERS}/${id}/status`, { status: "SUSPENDED", reason: `  ${REASON}  ` });
      const answer = await call(one, compliance);
      const { body } = await read(`/${id}/audit`);
      expect(body.pagination.total).toBe(1);
      expect(body.data[0]).toMatchObject({
        actorType: "ADMIN",
        actorId: compliance.admin.id,
        actorName: compliance.admin.email,
        action: "partner.status_changed",
        targetType: "partner",
        targetId: id,
        partnerId: id,
        environment: null,
        before: { status: "ACTIVE" },
        after: { status: "SUSPENDED" },
        reason: REASON,
        ip: expect.stringMatching(/^10\./),
        requestId: answer.headers["x-request-id"],
      });
    });

    test("that two people make at once happens once", async () => {
      const { id } = await makePartner(db);
      const answers = await Promise.all(
        Array.from({ length: 6 }, () => setStatus(id, { status: "SUSPENDED", reason: REASON })),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409, 409]);
      expect((await read(`/${id}/audit`)).body.pagination.total).toBe(1);
    });

    test("rehearsed, shows what would be and does nothing", async () => {
      const { partner, key } = await makeActivatable();
      await setStatus(partner.id, { status: "ACTIVE", reason: REASON });
      const rehearsed = await setStatus(partner.id, { status: "TERMINATED", reason: REASON }, "?dryRun=true");
      expect(rehearsed).toMatchObject({ status: 200, body: { status: "TERMINATED", dryRun: true } });
      expect(rehearsed.body.keys.sandbox).toEqual({ active: 0, total: 1 });
      expect((await read(`/${partner.id}`)).body).toMatchObject({ status: "ACTIVE", keys: { sandbox: { active: 1 } } });
      expect((await read(`/${partner.id}/audit`)).body.pagination.total).toBe(1);
      expect((await partners.call(submitCall(key, submitBody()))).status).toBe(200);
      const impossible = await setStatus(partner.id, { status: "PENDING_APPROVAL", reason: REASON }, "?dryRun=true");
      expect(impossible).toMatchObject({ status: 409, code: "INVALID_STATE_TRANSITION" });
    });

    test.each([
      ["no reason", { status: "SUSPENDED" }, "reason"],
      ["a reason of two characters", { status: "SUSPENDED", reason: "no" }, "reason"],
      ["a reason of spaces", { status: "SUSPENDED", reason: "      " }, "reason"],
      ["a reason of 501 characters", { status: "SUSPENDED", reason: "x".repeat(501) }, "reason"],
      ["an unknown status", { status: "PAUSED", reason: REASON }, "status"],
      ["an unknown field", { status: "SUSPENDED", reason: REASON, force: true }, "force"],
    ])("with %s is refused and changes nothing", async (_, body, field) => {
      const { id } = await makePartner(db);
      const answer = await setStatus(id, body);
      expect(answer).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
      expect(answer.body.details.map((detail: { field: string }) => detail.field)).toEqual([field]);
      expect((await read(`/${id}`)).body.status).toBe("ACTIVE");
    });

    test("with an unknown word for dryRun is refused, not taken for a real change", async () => {
      const { id } = await makePartner(db);
      for (const query of ["?dryRun=yes", "?dryrun=true", "?dryRun="]) {
        expect((await setStatus(id, { status: "SUSPENDED", reason: REASON }, query)).status).toBe(400);
      }
      expect((await read(`/${id}`)).body.status).toBe("ACTIVE");
    });
  });

  describe("a first activation", () => {
    const activate = (id: string) => setStatus(id, { status: "ACTIVE", reason: "Contract signed" });

    test("names everything that is missing", async () => {
      const { id } = await makePartner(db, { status: "PENDING_APPROVAL" });
      const answer = await activate(id);
      expect(answer).toMatchObject({ status: 409, code: "ACTIVATION_PRECONDITIONS_UNMET" });
      const items = answer.body.details.map(({ item }: { item: string }) => item);
      expect(items).toEqual([
        ...["CONTRACT_SIGNED", "ACCEPTABLE_USE_ACCEPTED", "KYB_VERIFIED"],
        ...["ACTIVE_KEY", "POOL_ALLOCATED"],
      ]);
      expect((await read(`/${id}`)).body.status).toBe("PENDING_APPROVAL");
    });

    test.each([
      ["a revoked key", { isActive: false, revokedAt: new Date() }],
      ["an expired key", { expiresAt: new Date("2026-01-02T00:00:00.000Z") }],
    ])("does not take %s for an active one", async (_, state) => {
      const { id } = await makePartner(db, { status: "PENDING_APPROVAL", ...COMPLIANT });
      await makePool(db, { partnerId: id });
      await makeKey(db, { partnerId: id, ...state });
      expect((await activate(id)).body.details).toMatchObject([{ item: "ACTIVE_KEY" }]);
    });

    test("does not take an empty pool, or another partner's, for an allocation", async () => {
      const { id } = await makePartner(db, { status: "PENDING_APPROVAL", ...COMPLIANT });
      await makeKey(db, { partnerId: id });
      await makePool(db, { partnerId: id, allocated: 0 });
      await makePool(db);
      expect((await activate(id)).body.details).toMatchObject([{ item: "POOL_ALLOCATED" }]);
    });

    test.each([
      ["CONTRACT_SIGNED", { contractSignedAt: null }],
      ["ACCEPTABLE_USE_ACCEPTED", { acceptableUseAcceptedAt: null }],
      ["KYB_VERIFIED", { kybStatus: "PENDING", kybVerifiedAt: null }],
    ] as const)("waits for %s alone, when all else is there", async (item, lacking) => {
      const { id } = await makePartner(db, { status: "PENDING_APPROVAL", ...COMPLIANT, ...lacking });
      await makeKey(db, { partnerId: id });
      await makePool(db, { partnerId: id });
      expect((await activate(id)).body.details).toMatchObject([{ item }]);
    });

    test("needs no pool of a partner that only uses the widget", async () => {
      const { id } = await makePartner(db, {
        ...{ status: "PENDING_APPROVAL", ...COMPLIANT },
        integrationModel: "WIDGET_ONLY",
      });
      await makeKey(db, { partnerId: id, keyType: "publishable" });
      expect((await activate(id)).status).toBe(200);
    });

    const INTAKE = {
      legalEntity: "Acme Outdoor, Inc.",
      useCaseSummary: "Customers earn tokens for purchases.",
      integrationModel: "BOTH",
      expectedMonthlyActionVolume: 40_000,
    } as const;

    async function makeReviewed(lacking: Parameters<typeof makePartner>[1] = {}) {
      const partner = await makePartner(db, { status: "PENDING_APPROVAL", ...COMPLIANT, ...INTAKE, ...lacking });
      await makeKey(db, { partnerId: partner.id });
      await makePool(db, { partnerId: partner.id });
      return partner;
    }

    test("asks for production when all fields of the intake are there, once", async () => {
      const partner = await makeReviewed();
      await makeWebhook(db, { partnerId: partner.id });
      expect((await activate(partner.id)).body).toMatchObject({ status: "ACTIVE", productionAccess: "REQUESTED" });
      await setStatus(partner.id, { status: "SUSPENDED", reason: REASON });
      expect((await activate(partner.id)).body).toMatchObject({ status: "ACTIVE", productionAccess: "REQUESTED" });
      const requests = await db.select().from(productionRequests).where(eq(productionRequests.partnerId, partner.id));
      expect(requests).toMatchObject([
        {
          status: "OPEN",
          requestedBy: superadmin.admin.id,
          fields: { ...INTAKE, partnerName: partner.name, webhookUrl: "https://receiver.example/webhooks" },
        },
      ]);
      const actions = (await read(`/${partner.id}/audit`)).body.data.map((record: { action: string }) => record.action);
      expect(actions.filter((action: string) => action === "partner.production_access_changed")).toHaveLength(1);
      const told = await db
        .select({ type: events.type })
        .from(events)
        .where(eq(events.partnerId, partner.id))
        .orderBy(events.createdAt);
      expect(told.filter(({ type }) => type === "partner.production_access_changed")).toHaveLength(1);
    });

    test("does not ask for production while a field of the intake is missing", async () => {
      const withoutWebhook = await makeReviewed();
      expect((await activate(withoutWebhook.id)).body).toMatchObject({ status: "ACTIVE", productionAccess: "NONE" });
      const withoutEntity = await makeReviewed({ legalEntity: null });
      await makeWebhook(db, { partnerId: withoutEntity.id });
      expect((await activate(withoutEntity.id)).body).toMatchObject({ status: "ACTIVE", productionAccess: "NONE" });
    });

    test("needs the same of a partner that was set aside before it was ever active", async () => {
      const early = await makePartner(db, { status: "PENDING_APPROVAL" });
      await setStatus(early.id, { status: "INACTIVE", reason: "The contract takes longer" });
      expect(await activate(early.id)).toMatchObject({ status: 409, code: "ACTIVATION_PRECONDITIONS_UNMET" });
      expect((await read(`/${early.id}`)).body.status).toBe("INACTIVE");
    });

    test("asks for production after a while as INACTIVE, too, and never again", async () => {
      const { id } = await makeReviewed();
      await makeWebhook(db, { partnerId: id });
      await setStatus(id, { status: "INACTIVE", reason: "The contract takes longer" });
      expect((await activate(id)).body).toMatchObject({ status: "ACTIVE", productionAccess: "REQUESTED" });
      await db
        .update(partnerRows)
        .set({ contractSignedAt: null, productionAccess: "NONE" })
        .where(eq(partnerRows.id, id));
      await setStatus(id, { status: "INACTIVE", reason: "A pause" });
      expect((await activate(id)).body).toMatchObject({ status: "ACTIVE", productionAccess: "NONE" });
    });

    test("is not asked for again of a partner that comes back", async () => {
      const { id } = await makePartner(db, { status: "INACTIVE" });
      expect((await activate(id)).status).toBe(200);
    });
  });

  describe("the audit of a partner", () => {
    test("is the partner's own, latest first, in pages", async () => {
      const [{ id }, other] = await Promise.all([makePartner(db), makePartner(db)]);
      await setStatus(id, { status: "SUSPENDED", reason: "first" });
      await setStatus(other.id, { status: "SUSPENDED", reason: "of the other" });
      await setStatus(id, { status: "ACTIVE", reason: "second" });
      const { body } = await read(`/${id}/audit`);
      expect(body.data.map(({ reason }: { reason: string }) => reason)).toEqual(["second", "first"]);
      const second = await read(`/${id}/audit?limit=1&page=2`);
      expect(second.body.data).toMatchObject([{ reason: "first" }]);
      expect(second.body.pagination).toEqual({ page: 2, limit: 1, total: 2, totalPages: 2 });
    });

    test("is filtered by actor, action, target and time", async () => {
      const { id } = await makePartner(db);
      const { key } = await makeKey(db, { partnerId: id });
      const before = new Date().toISOString();
      await setStatus(id, { status: "TERMINATED", reason: REASON });
      const after = new Date(Date.now() + 1).toISOString();
      const totalOf = async (query: string) => (await read(`/${id}/audit?${query}`)).body.pagination.total;
      expect(await totalOf(`actor=${superadmin.admin.id}`)).toBe(2);
      expect(await totalOf(`actor=${newObjectId()}`)).toBe(0);
      expect(await totalOf("action=partner.status_changed")).toBe(1);
      expect(await totalOf(`target=${key.id}`)).toBe(1);
      expect(await totalOf(`from=${before}&to=${after}`)).toBe(2);
      expect(await totalOf(`to=${before}`)).toBe(0);
      expect(await totalOf(`from=${after}`)).toBe(0);
    });

    test.each(["from=yesterday", "limit=0", "actors=1"])("refuses ?%s", async (query) => {
      const { id } = await makePartner(db);
      expect(await read(`/${id}/audit?${query}`)).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
    });
  });
});
