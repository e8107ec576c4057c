import { count, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { approvals } from "@/db/schema/approvals";
import { tokenPools } from "@/db/schema/giving";
import { mails } from "@/db/schema/mails";
import { partners } from "@/db/schema/partners";
import { productionRequests } from "@/db/schema/readiness";
import { auditRecords } from "@/db/schema/records";
import { events } from "@/db/schema/webhooks";
import { makePartner, makePool, type PartnerRow } from "@/db/testing/factories";
import { connection } from "@/lib/domain/connection";
import { PROTECTED_WRITES } from "@/lib/domain/giving/approvals/protected-writes";
import { APPROVAL_ACTIONS, type ApprovalAction } from "@/lib/domain/giving/approvals/schemas";
import { checkLedger } from "@/lib/domain/giving/ledger/check-ledger";
import { requestTokens } from "@/lib/domain/giving/token-pools/request-tokens";
import { adminRoutes } from "@/lib/http/routes/admin";
import { newObjectId, newPrefixedId } from "@/lib/platform/ids";
import { askForProduction, setAccess, waiveAll } from "@/lib/testing/admin-calls/production";
import { type SignedInAdmin, signInAdmin } from "@/lib/testing/admins";
import type { Call } from "@/lib/testing/call";
import { partnerCtx, testCtx } from "@/lib/testing/context";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { jsonCall } from "@/lib/testing/sign";
import { withToken } from "@/lib/testing/worlds";

const db = connection();
const REASON = "Agreed with the partner";
const base = "/api/v1/admin/partners";

let admin: Mounted;
let ada: SignedInAdmin;
let bob: SignedInAdmin;
let partner: PartnerRow;
beforeAll(async () => {
  [admin, ada, bob] = await Promise.all([mounts[0]!.start(adminRoutes), signInAdmin(), signInAdmin()]);
});
afterAll(async () => {
  await admin.close();
  expect(await checkLedger(testCtx(new Date()))).toEqual([]);
});
beforeEach(async () => {
  partner = await makePartner(db);
});

const by = ({ token }: SignedInAdmin, call: Call) => admin.call(withToken(token, call));
const body = (method: string, path: string, fields: object = {}) =>
  jsonCall(method, `${base}/${path}`, { reason: REASON, ...fields });
const decide = (who: SignedInAdmin, id: string, verb: "approve" | "reject" = "approve") =>
  by(who, body("POST", `approvals/${id}/${verb}`, { reason: "Looked at it, too" }));
const waiting = async (call: Call, who = ada): Promise<string> => {
  const answer = await by(who, call);
  expect(answer.status, answer.text).toBe(202);
  return answer.body.approvalId;
};
const accessOf = async ({ id }: PartnerRow) =>
  (await db.select({ access: partners.productionAccess }).from(partners).where(eq(partners.id, id)))[0]!.access;
const statusOf = async (id: string) => (await db.select().from(approvals).where(eq(approvals.id, id)))[0]!.status;
const balanceOf = async (id: string) => (await db.select().from(tokenPools).where(eq(tokenPools.id, id)))[0]!.balance;
const approveAccess = () => body("PUT", `${partner.id}/production-access`, { decision: "APPROVE" });

async function makeLivePool() {
  await setAccess(partner, "LIVE");
  const pool = await makePool(db, { partnerId: partner.id, environment: "production" });
  const path = `${partner.id}/token-pools/${pool.id}`;
  const allocate = (amount: number, reference = "order 12") => body("POST", `${path}/allocate`, { amount, reference });
  return { ...pool, path, allocate };
}

/** Of each protected write: a call that needs a second administrator. */
const CALLS: Record<ApprovalAction, () => Promise<Call>> = {
  "production_access.approve": async () => {
    await askForProduction(partner);
    return approveAccess();
  },
  "production_access.cut_over": async () => {
    await setAccess(partner, "APPROVED");
    await waiveAll(partner);
    return body("POST", `${partner.id}/production-access/cutover`);
  },
  "go_live.waive": async () => body("PUT", `${partner.id}/go-live/live_keys/waiver`),
  "token_pool.create": async () => {
    await setAccess(partner, "APPROVED");
    return body("POST", `${partner.id}/token-pools`, { name: "Main", environment: "production", amount: 100_001 });
  },
  "token_pool.allocate": async () => (await makeLivePool()).allocate(100_001),
  "token_pool.auto_refill": async () => {
    const autoRefill = { enabled: true, threshold: 10, amount: 50_000, maxPerMonth: 150_000 };
    return body("PATCH", (await makeLivePool()).path, { autoRefill });
  },
  "pool_request.approve": async () => {
    await setAccess(partner, "LIVE");
    const asked = { amount: 500_000, reason: "A large campaign in spring." };
    const { id } = await requestTokens(partnerCtx(partner, new Date(), "production"), asked);
    return body("POST", `token-pool-requests/${id}/approve`);
  },
};

/** Everything a write may leave behind, counted. */
const traces = async () => {
  const tables = [auditRecords, events, mails, approvals];
  return Promise.all(tables.map(async (table) => (await db.select({ n: count() }).from(table))[0]!.n));
};

describe.each(APPROVAL_ACTIONS)("%s", (action) => {
  const write = PROTECTED_WRITES[action];

  test("changes nothing but the approval and its audit record, however often it is asked for", async () => {
    expect(write.action).toBe(action);
    const call = await CALLS[action]();
    const [audited, told, mailed, asked] = await traces();
    const answer = await by(ada, call);
    expect(answer).toMatchObject({ status: 202, body: { status: "PENDING", action, requestedBy: ada.admin.id } });
    expect(answer.body.changeHash).toMatch(/^[0-9a-f]{64}$/);
    expect((await by(ada, call)).body).toEqual(answer.body);
    expect((await by(bob, call)).body).toEqual(answer.body);
    expect(await traces()).toEqual([audited! + 1, told, mailed, asked! + 1]);
    expect(await db.select().from(auditRecords).where(eq(auditRecords.targetId, answer.body.approvalId))).toMatchObject(
      [{ action: "approval.requested", actorId: ada.admin.id, partnerId: partner.id, reason: REASON }],
    );
  });

  test("is carried out once, by somebody else of the right role, and its audit records name both", async () => {
    const id = await waiting(await CALLS[action]());
    const wrongRole = (["COMPLIANCE", "OPERATOR"] as const).find((role) => !write.roles.includes(role))!;
    expect(await decide(ada, id)).toMatchObject({ status: 403, code: "FORBIDDEN" });
    expect(await decide(ada, id, "reject")).toMatchObject({ status: 403, code: "FORBIDDEN" });
    expect(await decide(await signInAdmin({ role: wrongRole }), id)).toMatchObject({ status: 403, code: "FORBIDDEN" });
    expect(await statusOf(id)).toBe("PENDING");
    expect((await decide(bob, id)).status).toBe(200);
    const records = await db.select().from(auditRecords).where(eq(auditRecords.partnerId, partner.id));
    const done = records.filter((record) => record.actorId === bob.admin.id && !record.action.startsWith("approval."));
    expect(done.length).toBeGreaterThan(0);
    for (const { after } of done) expect(after).toMatchObject({ approvalId: id, requestedBy: ada.admin.id });
    const after = await traces();
    for (const verb of ["approve", "reject"] as const) {
      expect(await decide(bob, id, verb)).toMatchObject({ status: 409, code: "INVALID_STATE_TRANSITION" });
    }
    expect(await traces()).toEqual(after);
  });

  test("is stale once the partner's standing is another one", async () => {
    const id = await waiting(await CALLS[action]());
    await db.update(partners).set({ status: "SUSPENDED" }).where(eq(partners.id, partner.id));
    const before = await traces();
    expect(await decide(bob, id)).toMatchObject({
      ...{ status: 409, code: "INVALID_STATE_TRANSITION", body: { details: { status: "STALE" } } },
    });
    expect(await statusOf(id)).toBe("STALE");
    expect(await traces()).toEqual([before[0]! + 1, ...before.slice(1)]);
  });
});

describe("an approval", () => {
  test("of two administrators at once is carried out by one", async () => {
    const pool = await makeLivePool();
    const carl = await signInAdmin();
    const id = await waiting(pool.allocate(200_000));
    const answers = await Promise.all([bob, carl, bob, carl].map((who) => decide(who, id)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
    expect(await balanceOf(pool.id)).toBe(300_000);
    // The same reference again is answered as served.
    expect(await by(ada, pool.allocate(200_000))).toMatchObject({ status: 200, body: { balance: 300_000 } });
  });

  test("that is declined changes nothing, and the same may be asked for anew", async () => {
    const pool = await makeLivePool();
    const id = await waiting(pool.allocate(200_000));
    expect(await decide(bob, id, "reject")).toMatchObject({
      ...{ status: 200, body: { id, status: "REJECTED", decisionReason: "Looked at it, too" } },
    });
    expect(await decide(bob, id)).toMatchObject({ status: 409, body: { details: { status: "REJECTED" } } });
    expect(await balanceOf(pool.id)).toBe(100_000);
    expect(await waiting(pool.allocate(200_000))).not.toBe(id);
  });

  test("runs out after three days", async () => {
    const pool = await makeLivePool();
    const id = await waiting(pool.allocate(200_000));
    const [row] = await db.select().from(approvals).where(eq(approvals.id, id));
    expect(row!.expiresAt.getTime() - row!.requestedAt.getTime()).toBe(72 * 3_600_000);
    await db.update(approvals).set({ expiresAt: new Date() }).where(eq(approvals.id, id));
    for (const verb of ["approve", "reject"] as const) {
      expect(await decide(bob, id, verb)).toMatchObject({ status: 409, body: { details: { status: "EXPIRED" } } });
    }
    expect(await waiting(pool.allocate(200_000))).not.toBe(id);
    expect(await statusOf(id)).toBe("EXPIRED");
  });

  test("is bound to exactly what was asked for", async () => {
    const pool = await makeLivePool();
    const id = await waiting(pool.allocate(200_000));
    const [row] = await db.select().from(approvals).where(eq(approvals.id, id));
    await db
      .update(approvals)
      .set({ input: { ...row!.input, amount: 900_000 } })
      .where(eq(approvals.id, id));
    expect(await decide(bob, id)).toMatchObject({ status: 409, body: { details: { status: "STALE" } } });
    expect(await balanceOf(pool.id)).toBe(100_000);
  });

  test("is stale when its evidence changed: the request says something else, the pool was touched", async () => {
    await askForProduction(partner);
    const id = await waiting(approveAccess());
    const asked = eq(productionRequests.partnerId, partner.id);
    const [request] = await db.select().from(productionRequests).where(asked);
    const fields = { ...request!.fields, expectedMonthlyActionVolume: 9 };
    await db.update(productionRequests).set({ fields }).where(asked);
    // Whoever asks again asks by what is true now.
    const anew = await waiting(approveAccess());
    expect(anew).not.toBe(id);
    expect(await decide(bob, id)).toMatchObject({ status: 409, body: { details: { status: "STALE" } } });
    expect((await decide(bob, anew)).body).toMatchObject({ productionAccess: "APPROVED" });

    const pool = await makeLivePool();
    const more = await waiting(pool.allocate(200_000));
    await by(ada, body("POST", `${pool.path}/withdraw`, { amount: 1, reference: "back" }));
    expect(await decide(bob, more)).toMatchObject({ status: 409, body: { details: { status: "STALE" } } });
    expect(await balanceOf(pool.id)).toBe(99_999);
  });

  test("is not found under another id", async () => {
    for (const verb of ["approve", "reject"] as const) {
      const answer = await decide(bob, newPrefixedId("apr"), verb);
      expect(answer).toMatchObject({ status: 404, code: "APPROVAL_NOT_FOUND" });
    }
  });
});

describe("without a second administrator", () => {
  test("tokens up to the limit, and any number in the sandbox, are there at once", async () => {
    const pool = await makeLivePool();
    expect(await by(ada, pool.allocate(100_000))).toMatchObject({ status: 200, body: { balance: 200_000 } });
    const sandbox = { name: "Sandbox", environment: "sandbox", amount: 5_000_000 };
    expect((await by(ada, body("POST", `${partner.id}/token-pools`, sandbox))).status).toBe(201);
    const records = await db.select().from(auditRecords).where(eq(auditRecords.partnerId, partner.id));
    for (const { after } of records) expect(after).not.toHaveProperty("fourEyes");
  });

  test("what cannot be is refused at once, and nobody is asked", async () => {
    const before = await traces();
    await setAccess(partner, "APPROVED");
    const cutover = await by(ada, body("POST", `${partner.id}/production-access/cutover`));
    expect(cutover).toMatchObject({ status: 409, code: "GO_LIVE_INCOMPLETE" });
    expect(cutover.body.details).toHaveLength(7);
    expect(cutover.body.details[0]).toMatchObject({ item: "live_keys", status: "PENDING" });
    expect(await by(ada, approveAccess())).toMatchObject({ status: 409, code: "INVALID_STATE_TRANSITION" });
    const unknown = `${newObjectId()}/go-live/live_keys/waiver`;
    expect(await by(ada, body("PUT", unknown))).toMatchObject({ status: 404, code: "PARTNER_NOT_FOUND" });
    expect(await traces()).toEqual(before);
  });

  test("what lowers a risk takes effect", async () => {
    await askForProduction(partner);
    const decision = (what: string) => by(ada, body("PUT", `${partner.id}/production-access`, { decision: what }));
    expect(await decision("REJECT")).toMatchObject({ status: 200, body: { productionAccess: "REJECTED" } });
    await setAccess(partner, "LIVE");
    expect(await decision("REVOKE")).toMatchObject({ status: 200, body: { productionAccess: "REVOKED" } });
    expect(await accessOf(partner)).toBe("REVOKED");
  });
});

test("all that waits for a decision is listed, with what would change and why", async () => {
  const others = (await by(ada, { target: `${base}/approvals` })).body.counts;
  await askForProduction(partner);
  const id = await waiting(approveAccess());
  const asked = { amount: 500_000, reason: "A large campaign in spring." };
  const pool = await requestTokens(partnerCtx(partner, new Date()), asked);
  const { body: listed } = await by(ada, { target: `${base}/approvals` });
  expect(listed.counts).toEqual({
    inquiries: others.inquiries,
    productionRequests: others.productionRequests + 1,
    poolRequests: others.poolRequests + 1,
    approvals: others.approvals + 1,
  });
  const own = { partner: { id: partner.id, name: partner.name } };
  expect(listed.productionRequests).toContainEqual(
    expect.objectContaining({ ...own, expectedMonthlyActionVolume: 40_000, request: expect.anything() }),
  );
  expect(listed.poolRequests).toContainEqual(
    expect.objectContaining({ ...own, id: pool.id, environment: "sandbox", amount: 500_000 }),
  );
  expect(listed.approvals.find((one: { id: string }) => one.id === id)).toMatchObject({
    ...{ ...own, action: "production_access.approve", reason: REASON, status: "PENDING" },
    ...{ before: { productionAccess: "REQUESTED" }, after: { productionAccess: "APPROVED" } },
    requestedBy: { id: ada.admin.id, email: ada.admin.email },
    evidence: { partner: { status: "ACTIVE" }, request: { fields: { legalEntity: "Acme Outdoor, Inc." } } },
  });
});
