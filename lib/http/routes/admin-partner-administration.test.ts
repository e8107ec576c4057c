import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { campaigns } from "@/db/schema/campaigns";
import { mails } from "@/db/schema/mails";
import { partners } from "@/db/schema/partners";
import {
  makeCampaign,
  makeKey,
  makePartner,
  makePool,
  makePortalUser,
  makeWebhook,
  type PartnerRow,
} from "@/db/testing/factories";
import { connection } from "@/lib/domain/connection";
import { requestProduction } from "@/lib/domain/giving/production-requests/request-production";
import { ProductionRequest } from "@/lib/domain/giving/production-requests/schemas";
import { NO_RESTRICTIONS } from "@/lib/domain/giving/token-pools/schemas";
import { FEATURES } from "@/lib/domain/partners/statuses";
import { WEBHOOKS_MAX } from "@/lib/domain/webhooks/create-webhook";
import { adminRoutes } from "@/lib/http/routes/admin";
import { newObjectId } from "@/lib/platform/ids";
import { type SignedInAdmin, signInAdmin } from "@/lib/testing/admins";
import { partnerCtx } from "@/lib/testing/context";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { jsonCall, sign } from "@/lib/testing/sign";
import { productionRequestBody, stakeholder, submitBody, submitCall, withToken } from "@/lib/testing/worlds";

const db = connection();
const BASE = "/api/v1/admin/partners";
const REASON = "Agreed with the partner";

// What these verbs do does not depend on the mount; the pipeline's tests run through both.
let admin: Mounted;
let giving: Mounted;
let superadmin: SignedInAdmin;
beforeAll(async () => {
  const { start } = mounts[0]!;
  [admin, giving, superadmin] = await Promise.all([start(adminRoutes), start(), signInAdmin()]);
});
afterAll(() => Promise.all([admin.close(), giving.close()]));

const send = (method: string, path: string, body: Record<string, unknown>) =>
  admin.call(withToken(superadmin.token, jsonCall(method, `${BASE}/${path}`, { reason: REASON, ...body })));
const read = async (path: string) => admin.call(withToken(superadmin.token, { target: `${BASE}/${path}` }));
const audit = async (id: string) => (await read(`${id}/audit`)).body.data;
const fieldsOf = ({ body }: { body: { details: { field: string }[] } }) => body.details.map(({ field }) => field);

/** Every write: how it is called, and a body that changes something on a new partner. */
const WRITES: [name: string, method: string, path: string, body: Record<string, unknown>][] = [
  ["the description", "PATCH", "", { legalEntity: "Acme Outdoor, Inc." }],
  ["the tier", "PUT", "/tier", { tier: "PROFESSIONAL" }],
  ["compliance", "PUT", "/compliance", { contractSignedAt: "2026-01-02T00:00:00.000Z" }],
  ["the features", "PUT", "/features", { enabledFeatures: ["ACTIONS", "USERS"] }],
  ["the IP allow-list", "PUT", "/ip-allowlist", { ipAllowlist: ["192.0.2.0/24"] }],
  ["the action types", "PUT", "/action-types", { actionTypes: ["DONATION", "PURCHASE"] }],
  ["the stakeholder types", "PUT", "/stakeholder-types", { stakeholderTypes: ["DONOR", "CUSTOMER"] }],
];

describe.each(WRITES)("a change of %s", (_, method, path, body) => {
  const change = (id: string, more: Record<string, unknown> = {}) => send(method, `${id}${path}`, { ...body, ...more });

  test("answers the record, and is recorded with what differs, who and why", async () => {
    const { id } = await makePartner(db);
    const answer = await change(id);
    expect(answer).toMatchObject({ status: 200, body: { id, ...body } });
    expect((await read(id)).body).toEqual(answer.body);
    const [record, ...more] = await audit(id);
    expect(more).toEqual([]);
    expect(record).toMatchObject({ actorId: superadmin.admin.id, targetType: "partner", targetId: id, reason: REASON });
    expect(record.after).toEqual(body);
    expect(Object.keys(record.before)).toEqual(Object.keys(body));
    expect(record.before).not.toEqual(body);
  });

  test("repeated, changes nothing and records nothing", async () => {
    const { id } = await makePartner(db);
    const first = await change(id);
    const again = await change(id, { reason: "Once more, to be sure" });
    expect(again).toMatchObject({ status: 200, body: first.body });
    expect(await audit(id)).toHaveLength(1);
  });

  test("that several people make at once happens once", async () => {
    const { id } = await makePartner(db);
    const answers = await Promise.all(Array.from({ length: 5 }, () => change(id)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(await audit(id)).toHaveLength(1);
  });

  test("needs a reason, and fields that it knows", async () => {
    const { id, updatedAt } = await makePartner(db);
    for (const [wrong, field] of [[{ reason: "no" }, "reason"] as const, [{ status: "ACTIVE" }, "status"] as const]) {
      const answer = await change(id, wrong);
      expect(answer).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
      expect(fieldsOf(answer)).toEqual([field]);
    }
    expect((await read(id)).body.updatedAt).toBe(updatedAt.toISOString());
  });

  test("is refused for a partner that is not there, and for one that is terminated", async () => {
    expect(await change(newObjectId())).toMatchObject({ status: 404, code: "PARTNER_NOT_FOUND" });
    const { id } = await makePartner(db, { status: "TERMINATED" });
    expect(await change(id)).toMatchObject({ status: 409, code: "INVALID_STATE_TRANSITION" });
    expect(await audit(id)).toEqual([]);
  });
});

describe("the description", () => {
  test("changes where it is named, and nowhere else", async () => {
    const partner = await makePartner(db, { legalEntity: "Old, Inc." });
    const tipConfig = { enabled: false, defaultPercent: 5 };
    const answer = await send("PATCH", partner.id, { name: "New name", tipConfig, legacyReplay409: true });
    const { name, slug, legalEntity } = answer.body;
    expect({ name, slug, legalEntity }).toEqual({ name: "New name", slug: partner.slug, legalEntity: "Old, Inc." });
    expect(answer.body).toMatchObject({ tipConfig, legacyReplay409: true });
    expect((await audit(partner.id))[0].before).toMatchObject({ name: partner.name, legacyReplay409: false });
  });

  test("reaches the widget's configuration before the answer", async () => {
    const partner = await makePartner(db);
    const key = await makeKey(db, { partnerId: partner.id });
    const config = () => giving.call(sign(key, { target: "/v1/partner/config" }));
    expect((await config()).body).toMatchObject({ currencies: ["USD"] });
    await send("PATCH", partner.id, { currencies: ["EUR", "USD"], branding: { logo: null, primaryColor: "#1a7f5a" } });
    expect((await config()).body).toMatchObject({
      currencies: ["EUR", "USD"],
      branding: { logo: null, primaryColor: "#1a7f5a" },
    });
  });

  test.each([
    ["a logo that is no https URL", { branding: { logo: "javascript:alert(1)", primaryColor: null } }, "branding.logo"],
    ["a colour with a rule in it", { branding: { logo: null, primaryColor: "red;x:y" } }, "branding.primaryColor"],
    ["an origin with a path", { allowedOrigins: ["https://shop.example/cart"] }, "allowedOrigins[0]"],
    ["an origin without TLS", { allowedOrigins: ["http://shop.example"] }, "allowedOrigins[0]"],
    ["an origin twice", { allowedOrigins: ["https://a.example", "https://a.example"] }, "allowedOrigins"],
    ["no currency at all", { currencies: [] }, "currencies"],
    [
      "a tip above its maximum",
      { tipConfig: { enabled: true, defaultPercent: 50, maxPercent: 30 } },
      "tipConfig.maxPercent",
    ],
    ["a volume below zero", { expectedMonthlyActionVolume: -1 }, "expectedMonthlyActionVolume"],
    ["a slug", { name: "Acme", slug: "another" }, "slug"],
  ])("refuses %s", async (_, body, field) => {
    const { id } = await makePartner(db);
    const answer = await send("PATCH", id, body);
    expect(answer).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
    expect(fieldsOf(answer)).toEqual([field]);
  });

  test("refuses a currency that does not exist, and a call that names nothing", async () => {
    const { id } = await makePartner(db);
    expect(await send("PATCH", id, { currencies: ["USD", "XQX"] })).toMatchObject({
      ...{ status: 422, code: "CURRENCY_NOT_SUPPORTED" },
      body: { details: [{ field: "currencies[1]" }] },
    });
    expect(await send("PATCH", id, {})).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
  });
});

describe("the tier", () => {
  test("moves the caps at once, and the window that runs keeps its count", async () => {
    const partner = await makePartner(db);
    const key = await makeKey(db, { partnerId: partner.id });
    const left = async () => {
      const { headers } = await giving.call(sign(key, { target: "/v1/partner/users" }));
      return [Number(headers["x-ratelimit-limit"]), Number(headers["x-ratelimit-remaining"])];
    };
    expect(await left()).toEqual([1_000, 999]);
    expect(await left()).toEqual([1_000, 998]);
    await send("PUT", `${partner.id}/tier`, { tier: "ENTERPRISE" });
    expect(await left()).toEqual([20_000, 19_997]);
    await send("PUT", `${partner.id}/tier`, { tier: "STANDARD" });
    expect(await left()).toEqual([1_000, 996]);
  });

  test("is told by mail to the contact and the owners, once for each change", async () => {
    const { id, contactEmail } = await makePartner(db);
    const { email } = await makePortalUser(db, { partnerId: id });
    await makePortalUser(db, { partnerId: id, role: "DEVELOPER" });
    await send("PUT", `${id}/tier`, { tier: "PROFESSIONAL" });
    await send("PUT", `${id}/tier`, { tier: "PROFESSIONAL" });
    const sent = (await db.select().from(mails)).filter(({ subject }) => subject.includes(id.slice(-6)));
    expect(sent.map(({ recipient }) => recipient).toSorted()).toEqual([contactEmail, email].toSorted());
    expect(sent[0]!.body).toContain("5,000 requests an hour");
  });
});

describe("the IP allow-list", () => {
  test("holds from the answer on, for signed requests", async () => {
    const partner = await makePartner(db);
    const key = await makeKey(db, { partnerId: partner.id });
    const from = (address: string) => giving.call({ ...sign(key, { target: "/v1/partner/users" }), address });
    const inside = `10.99.${Math.floor(Math.random() * 256)}.7`;
    expect((await from(inside)).status).toBe(200);
    await send("PUT", `${partner.id}/ip-allowlist`, { ipAllowlist: ["192.0.2.0/24"] });
    expect(await from(inside)).toMatchObject({ status: 403, code: "IP_NOT_ALLOWED" });
    await send("PUT", `${partner.id}/ip-allowlist`, { ipAllowlist: ["10.99.0.0/16", "2001:db8::/32"] });
    expect((await from(inside)).status).toBe(200);
    await send("PUT", `${partner.id}/ip-allowlist`, { ipAllowlist: [] });
    expect((await from("10.1.2.3")).status).toBe(200);
  });

  test("that two people write at once is one after the other, each record beginning where the former ended", async () => {
    const { id } = await makePartner(db);
    const lists = [["192.0.2.0/24"], ["198.51.100.0/24"], ["203.0.113.0/24"]];
    await Promise.all(lists.map((ipAllowlist) => send("PUT", `${id}/ip-allowlist`, { ipAllowlist })));
    const records = (await audit(id)) as { before: unknown; after: unknown }[];
    expect(records).toHaveLength(3);
    const befores = records.map(({ before }) => JSON.stringify(before));
    const afters = records.map(({ after }) => JSON.stringify(after));
    expect(new Set([...befores, ...afters]).size).toBe(4);
    const [final] = afters.filter((after) => !befores.includes(after));
    expect(JSON.stringify({ ipAllowlist: (await read(id)).body.ipAllowlist })).toBe(final);
  });

  test("takes addresses and ranges only", async () => {
    const { id } = await makePartner(db);
    const answer = await send("PUT", `${id}/ip-allowlist`, { ipAllowlist: ["192.0.2.0/24", "home", "10.0.0.0/33"] });
    expect(fieldsOf(answer)).toEqual(["ipAllowlist[1]", "ipAllowlist[2]"]);
  });
});

test.each([
  ["the tier", "tier", { tier: "ENTERPRISE" }],
  ["the IP allow-list", "ip-allowlist", { ipAllowlist: ["192.0.2.0/24"] }],
])("a change of %s, rehearsed, shows what would be and does nothing", async (_, path, body) => {
  const { id, updatedAt } = await makePartner(db);
  const rehearsed = await send("PUT", `${id}/${path}?dryRun=true`, body);
  expect(rehearsed).toMatchObject({ status: 200, body: { ...body, dryRun: true, blastRadius: { callsRefused: 0 } } });
  const { body: now } = await read(id);
  expect(now).toMatchObject({ tier: "STANDARD", ipAllowlist: [], updatedAt: updatedAt.toISOString() });
  expect(now).not.toHaveProperty("dryRun");
  expect(await audit(id)).toEqual([]);
  expect((await db.select().from(mails)).filter(({ subject }) => subject.includes(id.slice(-6)))).toEqual([]);
  expect((await send("PUT", `${id}/${path}?dryRun=yes`, body)).status).toBe(400);
});

describe("compliance", () => {
  const set = (id: string, body: Record<string, unknown>) => send("PUT", `${id}/compliance`, body);

  test("is entered piece by piece, and a verification keeps its time until it is withdrawn", async () => {
    const { id } = await makePartner(db);
    await set(id, { contractSignedAt: "2026-01-02T10:00:00.000Z" });
    await set(id, { acceptableUseAcceptedAt: "2026-01-03T10:00:00+02:00" });
    await set(id, { kyb: { status: "PENDING", registrationNumber: "HRB 12345", country: "DE" } });
    const verified = await set(id, { kyb: { status: "VERIFIED" } });
    expect(verified.body).toMatchObject({
      contractSignedAt: "2026-01-02T10:00:00.000Z",
      acceptableUseAcceptedAt: "2026-01-03T08:00:00.000Z",
      kyb: { status: "VERIFIED", registrationNumber: "HRB 12345", country: "DE", verifiedAt: expect.any(String) },
    });
    const again = await set(id, { kyb: { status: "VERIFIED" } });
    expect(again.body.kyb.verifiedAt).toBe(verified.body.kyb.verifiedAt);
    expect(await audit(id)).toHaveLength(4);
    const failed = await set(id, { kyb: { status: "FAILED" }, contractSignedAt: null });
    expect(failed.body).toMatchObject({ contractSignedAt: null, kyb: { status: "FAILED", verifiedAt: null } });
  });

  test.each([
    ["a contract signed tomorrow", { contractSignedAt: "2999-01-01T00:00:00.000Z" }, "contractSignedAt"],
    [
      "a verification in the future",
      { kyb: { status: "VERIFIED", verifiedAt: "2999-01-01T00:00:00Z" } },
      "kyb.verifiedAt",
    ],
    [
      "a time of what is not verified",
      { kyb: { status: "FAILED", verifiedAt: "2026-01-01T00:00:00Z" } },
      "kyb.verifiedAt",
    ],
    ["a country in words", { kyb: { country: "Germany" } }, "kyb.country"],
    ["an unknown state", { kyb: { status: "GOOD" } }, "kyb.status"],
  ])("refuses %s", async (_, body, field) => {
    const { id } = await makePartner(db);
    const answer = await set(id, body);
    expect(answer).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
    expect(fieldsOf(answer)).toEqual([field]);
    expect(await audit(id)).toEqual([]);
  });
});

describe("the features", () => {
  test("are closed from the answer on, and the order in which they are named is no change", async () => {
    const partner = await makePartner(db);
    const key = await makeKey(db, { partnerId: partner.id });
    const users = () => giving.call(sign(key, { target: "/v1/partner/users" }));
    await send("PUT", `${partner.id}/features`, { enabledFeatures: FEATURES.toReversed() });
    expect(await audit(partner.id)).toEqual([]);
    expect((await users()).status).toBe(200);
    await send("PUT", `${partner.id}/features`, { enabledFeatures: ["ACTIONS"] });
    expect(await users()).toMatchObject({ status: 403, code: "FEATURE_NOT_ENABLED" });
    expect((await send("PUT", `${partner.id}/features`, { enabledFeatures: [] })).status).toBe(200);
    const unknown = await send("PUT", `${partner.id}/features`, { enabledFeatures: ["EVERYTHING"] });
    expect(fieldsOf(unknown)).toEqual(["enabledFeatures[0]"]);
  });
});

describe("the registered types", () => {
  const without = (types: readonly string[], type: string) => types.filter((one) => one !== type);
  const dropAction = ({ id, actionTypes }: PartnerRow, type: string) =>
    send("PUT", `${id}/action-types`, { actionTypes: without(actionTypes, type) });
  const dropStakeholder = ({ id, stakeholderTypes }: PartnerRow, type: string) =>
    send("PUT", `${id}/stakeholder-types`, { stakeholderTypes: without(stakeholderTypes, type) });
  const refused = (item: string, place: string) => ({
    ...{ status: 409, code: "INVALID_STATE_TRANSITION" },
    body: { details: [{ item, issue: expect.stringContaining(place), places: [place] }] },
  });

  test("of an action that is added may be submitted at once, and one that is removed may not", async () => {
    const partner = await makePartner(db);
    const key = await makeKey(db, { partnerId: partner.id });
    await makePool(db, { partnerId: partner.id });
    const walk = () => giving.call(submitCall(key, submitBody({ actionType: "WALK" })));
    expect(await walk()).toMatchObject({ status: 422, code: "ACTION_TYPE_NOT_REGISTERED" });
    await send("PUT", `${partner.id}/action-types`, { actionTypes: [...partner.actionTypes, "WALK"] });
    expect((await walk()).status).toBe(200);
    expect((await dropAction(partner, "ADVOCACY")).status).toBe(409);
    const actionTypes = [...without(partner.actionTypes, "ADVOCACY"), "WALK"];
    expect((await send("PUT", `${partner.id}/action-types`, { actionTypes })).status).toBe(200);
    const advocacy = submitCall(key, submitBody({ actionType: "ADVOCACY" }));
    expect(await giving.call(advocacy)).toMatchObject({ status: 422, code: "ACTION_TYPE_NOT_REGISTERED" });
  });

  test("that a campaign names stay until it is over", async () => {
    const partner = await makePartner(db);
    const splits = [{ stakeholderTypeCode: "MERCHANT", shareBps: 10_000 }];
    const campaign = { partnerId: partner.id, name: "Spring", splits, actionTypes: ["REFERRAL"] };
    const { id } = await makeCampaign(db, { ...campaign, environment: "production", status: "DRAFT" });
    expect(await dropAction(partner, "REFERRAL")).toMatchObject(refused("REFERRAL", "campaign “Spring”"));
    expect(await dropStakeholder(partner, "MERCHANT")).toMatchObject(refused("MERCHANT", "campaign “Spring”"));
    expect(await audit(partner.id)).toEqual([]);
    await db.update(campaigns).set({ status: "COMPLETED" }).where(eq(campaigns.id, id));
    expect((await dropAction(partner, "REFERRAL")).status).toBe(200);
    expect((await dropStakeholder(partner, "MERCHANT")).status).toBe(200);
  });

  test("that a pool is restricted to, or that actions and rewards of late name, stay", async () => {
    const partner = await makePartner(db);
    const key = await makeKey(db, { partnerId: partner.id });
    const restrictions = { ...NO_RESTRICTIONS, allowedActionTypes: ["PURCHASE", "REFERRAL"] };
    await makePool(db, { partnerId: partner.id, restrictions });
    const submitted = submitBody({ stakeholders: [stakeholder("cust-1", "EMPLOYEE")] });
    expect((await giving.call(submitCall(key, submitted))).status).toBe(200);
    expect(await dropAction(partner, "REFERRAL")).toMatchObject(refused("REFERRAL", "token pool “A pool”"));
    expect(await dropStakeholder(partner, "EMPLOYEE")).toMatchObject(
      refused("EMPLOYEE", "rewards of the last 30 days"),
    );
    expect((await dropAction(partner, "PURCHASE")).body.details[0].places).toEqual([
      "token pool “A pool”",
      "actions of the last 30 days",
    ]);
  });

  test("that donations need stay while the feature is on", async () => {
    const partner = await makePartner(db);
    expect(await dropAction(partner, "DONATION")).toMatchObject(refused("DONATION", "the feature DONATIONS"));
    expect(await dropStakeholder(partner, "DONOR")).toMatchObject(refused("DONOR", "the feature DONATIONS"));
    await send("PUT", `${partner.id}/features`, { enabledFeatures: ["ACTIONS"] });
    expect((await dropAction(partner, "DONATION")).status).toBe(200);
    expect((await dropStakeholder(partner, "DONOR")).status).toBe(200);
  });

  test.each([
    ["an empty list", { actionTypes: [] }, "actionTypes"],
    ["a type twice", { actionTypes: ["PURCHASE", "PURCHASE"] }, "actionTypes"],
    ["a type in lower case", { actionTypes: ["purchase"] }, "actionTypes[0]"],
  ])("are not %s", async (_, body, field) => {
    const { id } = await makePartner(db);
    expect(fieldsOf(await send("PUT", `${id}/action-types`, body))).toEqual([field]);
  });
});

describe("a webhook of the partner", () => {
  const URL_GIVEN = "https://93.184.215.14/hook";
  const register = (id: string, body: Record<string, unknown> = {}) =>
    send("POST", `${id}/webhooks`, { url: URL_GIVEN, environment: "sandbox", ...body });

  test("is registered with its secret shown once, and recorded with the reason but without the secret", async () => {
    const { id } = await makePartner(db);
    const { status, body } = await register(id, { headers: { "X-Route": "blue" } });
    expect(status).toBe(201);
    expect(body).toMatchObject({ url: URL_GIVEN, environment: "sandbox", receiveAllEvents: true, isActive: true });
    expect(body.secret).toMatch(/^whsec_[0-9a-f]{64}$/);
    const list = await read(`${id}/webhooks`);
    expect(list.body.data).toMatchObject([{ id: body.id, health: { attempts24h: 0, pending: 0, lastError: null } }]);
    const [record] = await audit(id);
    expect(record).toMatchObject({ action: "webhook.created", targetId: body.id, reason: REASON });
    for (const text of [list.text, JSON.stringify(record)]) expect(text).not.toContain(body.secret);
  });

  test("is the one of the intake when no URL is named, for the events that are", async () => {
    const partner = await makePartner(db);
    const owner = await makePortalUser(db, { partnerId: partner.id });
    const without = await register(partner.id, { url: undefined });
    expect(without).toMatchObject({ status: 400, code: "VALIDATION_ERROR", body: { details: [{ field: "url" }] } });
    const ctx = {
      ...partnerCtx(partner, new Date()),
      actor: { type: "user", userId: owner.id, role: "OWNER", address: "192.0.2.1" } as const,
    };
    await requestProduction(ctx, ProductionRequest.parse(productionRequestBody({ webhookUrl: URL_GIVEN })));
    const { body } = await register(partner.id, { url: undefined, eventTypes: ["action.completed"] });
    expect(body).toMatchObject({ url: URL_GIVEN, eventTypes: ["action.completed"], receiveAllEvents: false });
  });

  test("in production waits for production access", async () => {
    const closed = await makePartner(db, { productionAccess: "REQUESTED" });
    const live = { environment: "production" };
    expect(await register(closed.id, live)).toMatchObject({ status: 403, code: "PRODUCTION_NOT_APPROVED" });
    const open = await makePartner(db, { productionAccess: "APPROVED" });
    expect((await register(open.id, live)).status).toBe(201);
    await register(open.id);
    const { body } = await read(`${open.id}/webhooks`);
    expect(body.data.map((one: { environment: string }) => one.environment)).toEqual(["sandbox", "production"]);
  });

  test("is refused at an address of the inside, beyond the limit, and for unknown events", async () => {
    const { id } = await makePartner(db);
    expect(await register(id, { url: "https://10.0.0.1/hook" })).toMatchObject({ code: "WEBHOOK_URL_NOT_ALLOWED" });
    expect(fieldsOf(await register(id, { eventTypes: ["order.paid"] }))).toEqual(["eventTypes[0]"]);
    for (let n = 0; n < WEBHOOKS_MAX; n += 1) await makeWebhook(db, { partnerId: id });
    expect(await register(id)).toMatchObject({ status: 409, code: "WEBHOOK_LIMIT_REACHED" });
    expect(await audit(id)).toEqual([]);
  });

  test("is not registered for a partner that is terminated or not there", async () => {
    const { id } = await makePartner(db, { status: "TERMINATED" });
    expect(await register(id)).toMatchObject({ status: 409, code: "INVALID_STATE_TRANSITION" });
    for (const path of ["webhooks", "users"]) {
      expect((await read(`${id}/${path}`)).status).toBe(200);
      expect(await read(`${newObjectId()}/${path}`)).toMatchObject({ status: 404, code: "PARTNER_NOT_FOUND" });
    }
    expect(await register(newObjectId())).toMatchObject({ status: 404, code: "PARTNER_NOT_FOUND" });
  });
});

test("the people of a partner are listed with their roles and nothing secret, and no other's", async () => {
  const { id } = await makePartner(db);
  const owner = await makePortalUser(db, { partnerId: id, passwordHash: "a-hash" });
  const gone = await makePortalUser(db, {
    ...{ partnerId: id, role: "DEVELOPER", disabledAt: new Date() },
    createdAt: new Date(owner.createdAt.getTime() + 1),
  });
  await makePortalUser(db, { partnerId: (await makePartner(db)).id });
  const { body, text } = await read(`${id}/users`);
  expect(body.data).toMatchObject([
    { id: owner.id, email: owner.email, role: "OWNER", disabledAt: null },
    { id: gone.id, role: "DEVELOPER", disabledAt: gone.disabledAt!.toISOString() },
  ]);
  expect(text).not.toContain("a-hash");
  const second = await read(`${id}/users?limit=1&page=2`);
  expect(second.body).toMatchObject({ data: [{ id: gone.id }], pagination: { total: 2, totalPages: 2 } });
});

test("writes of different fields at once do not undo one another", async () => {
  const { id } = await makePartner(db);
  await Promise.all([
    send("PATCH", id, { name: "Renamed" }),
    send("PUT", `${id}/tier`, { tier: "ENTERPRISE" }),
    send("PUT", `${id}/ip-allowlist`, { ipAllowlist: ["192.0.2.1"] }),
  ]);
  const [row] = await db.select().from(partners).where(eq(partners.id, id));
  expect(row).toMatchObject({ name: "Renamed", tier: "ENTERPRISE", ipAllowlist: ["192.0.2.1"] });
});
