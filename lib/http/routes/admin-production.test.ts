import { and, eq, like } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { mails } from "@/db/schema/mails";
import { productionRequests } from "@/db/schema/readiness";
import { auditRecords } from "@/db/schema/records";
import { events } from "@/db/schema/webhooks";
import { makeKey, makePartner, makePool, makePortalUser, type PartnerRow } from "@/db/testing/factories";
import { connection } from "@/lib/domain/connection";
import { adminRoutes } from "@/lib/http/routes/admin";
import { newObjectId } from "@/lib/platform/ids";
import { askForProduction, setAccess, waiveAll } from "@/lib/testing/admin-calls/production";
import { type SignedInAdmin, signInAdmin } from "@/lib/testing/admins";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { jsonCall } from "@/lib/testing/sign";
import { productionRequestBody, submitBody, submitCall, tokenFor, withToken } from "@/lib/testing/worlds";

// An installation of one administrator: what needs two elsewhere acts at once here. Settings are read at first use.
process.env.FOUR_EYES = "false";

const db = connection();
const REASON = "Reviewed with the partner";
const PATH = "/v1/partner/production-request";

let admin: Mounted;
let giving: Mounted;
let ada: SignedInAdmin;
let partner: PartnerRow;
let owner: Awaited<ReturnType<typeof makePortalUser>>;
let ownerToken: string;
beforeAll(async () => {
  const { start } = mounts[0]!;
  [admin, giving, ada] = await Promise.all([start(adminRoutes), start(), signInAdmin({ role: "COMPLIANCE" })]);
});
afterAll(() => Promise.all([admin.close(), giving.close()]));
beforeEach(async () => {
  partner = await makePartner(db);
  owner = await makePortalUser(db, { partnerId: partner.id });
  ownerToken = await tokenFor(owner);
});

const by = (method: string, path: string, body: object = {}) => {
  const target = `/api/v1/admin/partners/${path}`;
  const call = method === "GET" ? { target } : jsonCall(method, target, { reason: REASON, ...body });
  return admin.call(withToken(ada.token, call));
};
const decide = (decision: string, more: object = {}) =>
  by("PUT", `${partner.id}/production-access`, { decision, ...more });
const asOwner = (method: string, path = PATH, body?: object) =>
  giving.call(withToken(ownerToken, jsonCall(method, path, body as Record<string, unknown>)));
const submit = (body: object = {}) => asOwner("POST", PATH, productionRequestBody(body as Record<string, unknown>));
const recordsOf = () => db.select().from(auditRecords).where(eq(auditRecords.partnerId, partner.id));
const mailsTo = async (recipient: string) =>
  (await db.select().from(mails).where(eq(mails.recipient, recipient))).map(({ subject }) => subject);

describe("a decision on production access", () => {
  test("closes the request, tells webhooks, contact and owners, and is made once", async () => {
    await submit();
    const answer = await decide("APPROVE", { note: "Welcome aboard." });
    expect(answer).toMatchObject({ status: 200, body: { id: partner.id, productionAccess: "APPROVED" } });
    expect(
      await db.select().from(productionRequests).where(eq(productionRequests.partnerId, partner.id)),
    ).toMatchObject([{ status: "APPROVED", decidedBy: ada.admin.id, decisionNote: "Welcome aboard." }]);
    const told = await db
      .select()
      .from(events)
      .where(and(eq(events.partnerId, partner.id), like(events.body, '%"APPROVED"%')));
    expect(told).toMatchObject([{ type: "partner.production_access_changed", environment: null }]);
    for (const address of [partner.contactEmail, owner.email]) {
      expect(await mailsTo(address)).toEqual([`${partner.name} may prepare production`]);
    }
    const records = await recordsOf();
    expect(await decide("APPROVE")).toMatchObject({ status: 409, code: "INVALID_STATE_TRANSITION" });
    expect(await recordsOf()).toHaveLength(records.length);
    expect(await mailsTo(owner.email)).toHaveLength(1);
  });

  test("by one administrator alone says so in its audit record", async () => {
    await askForProduction(partner);
    await decide("APPROVE");
    const record = (await recordsOf()).find(({ action }) => action === "partner.production_access_changed");
    expect(record).toMatchObject({ after: { productionAccess: "APPROVED", fourEyes: "off" }, reason: REASON });
  });

  test("that refuses shows its note to the partner, who may ask again", async () => {
    await submit();
    await decide("REJECT", { note: "The contract is not signed yet." });
    expect((await asOwner("GET")).body).toMatchObject({
      productionAccess: "REJECTED",
      request: { status: "REJECTED", note: "The contract is not signed yet." },
    });
    expect((await submit()).status).toBe(202);
    expect((await asOwner("GET")).body.request).toMatchObject({ status: "OPEN", note: null });
  });

  test("that revokes holds at once for the partner's keys", async () => {
    await setAccess(partner, "LIVE");
    const key = await makeKey(db, { partnerId: partner.id, environment: "production" });
    await makePool(db, { partnerId: partner.id, environment: "production" });
    expect((await giving.call(submitCall(key, submitBody()))).status).toBe(200);
    await decide("REVOKE");
    expect(await giving.call(submitCall(key, submitBody()))).toMatchObject({ code: "PRODUCTION_NOT_APPROVED" });
  });

  test("goes along the table only, and not for a terminated or unknown partner", async () => {
    for (const [access, decision] of [
      ["NONE", "APPROVE"],
      ["APPROVED", "REJECT"],
      ["REQUESTED", "REVOKE"],
    ] as const) {
      await setAccess(partner, access);
      expect(await decide(decision)).toMatchObject({ status: 409, code: "INVALID_STATE_TRANSITION" });
    }
    partner = await makePartner(db, { status: "TERMINATED", productionAccess: "LIVE" });
    expect(await decide("REVOKE")).toMatchObject({ status: 409, code: "INVALID_STATE_TRANSITION" });
    const unknown = `${newObjectId()}/production-access`;
    expect(await by("PUT", unknown, { decision: "REVOKE" })).toMatchObject({ code: "PARTNER_NOT_FOUND" });
  });
});

describe("the cutover", () => {
  const cutOver = () => by("POST", `${partner.id}/production-access/cutover`);

  test("waits for the checklist, whose items can be waived one by one", async () => {
    await setAccess(partner, "APPROVED");
    const key = await makeKey(db, { partnerId: partner.id, environment: "production" });
    await makePool(db, { partnerId: partner.id, environment: "production" });
    expect(await giving.call(submitCall(key, submitBody()))).toMatchObject({ status: 403, code: "GO_LIVE_INCOMPLETE" });
    const refused = await cutOver();
    expect(refused).toMatchObject({ status: 409, code: "GO_LIVE_INCOMPLETE" });
    for (const { item } of refused.body.details) {
      const waived = await by("PUT", `${partner.id}/go-live/${item}/waiver`, { reason: "Shown in a call" });
      const shown = waived.body.items.find(({ id }: { id: string }) => id === item);
      expect(shown).toMatchObject({ status: "WAIVED", evidence: { waiver: { reason: "Shown in a call" } } });
    }
    expect(await cutOver()).toMatchObject({ status: 200, body: { productionAccess: "LIVE" } });
    expect((await giving.call(submitCall(key, submitBody()))).status).toBe(200);
    expect(await cutOver()).toMatchObject({ status: 409, code: "INVALID_STATE_TRANSITION" });
    expect(await mailsTo(partner.contactEmail)).toEqual([`${partner.name} is live`]);
  });

  test("needs approved access first", async () => {
    await waiveAll(partner);
    expect(await cutOver()).toMatchObject({ status: 409, code: "INVALID_STATE_TRANSITION" });
  });

  test("of an unknown item waives nothing, and the same waiver again is the same", async () => {
    expect(await by("PUT", `${partner.id}/go-live/luck/waiver`)).toMatchObject({ code: "VALIDATION_ERROR" });
    await by("PUT", `${partner.id}/go-live/live_keys/waiver`);
    const records = await recordsOf();
    expect((await by("PUT", `${partner.id}/go-live/live_keys/waiver`)).status).toBe(200);
    expect(await recordsOf()).toHaveLength(records.length);
    const { body } = await by("GET", `${partner.id}/go-live`);
    expect(body).toMatchObject({ ready: false, items: [{ id: "live_keys", status: "WAIVED" }, ...Array(6).fill({})] });
  });
});

describe("the review of a request", () => {
  const review = () => by("GET", `${partner.id}/production-request`);

  test("asks for changes, waits for the partner, and shows what the next sending changed", async () => {
    await submit();
    const comments = [{ text: "This host does not answer.", field: "webhookUrl" }, { text: "Is this for one shop?" }];
    const asked = await by("POST", `${partner.id}/production-request/request-changes`, { comments });
    expect(asked).toMatchObject({ status: 200, body: { productionAccess: "REQUESTED" } });
    expect(asked.body.request).toMatchObject({ status: "OPEN", changesRequested: true });
    expect(await mailsTo(owner.email)).toEqual([`Changes needed: production request of ${partner.name}`]);
    const again = await by("POST", `${partner.id}/production-request/request-changes`, { comments });
    expect(again).toMatchObject({ status: 409, code: "INVALID_STATE_TRANSITION" });
    const { request } = (await asOwner("GET")).body;
    expect(request).toMatchObject({ changesRequested: true, comments });
    expect(request.comments.map(({ authorName }: { authorName: string }) => authorName)).toEqual(["Review", "Review"]);

    await submit({ webhookUrl: "https://hooks.acme.example" });
    await submit({ webhookUrl: "https://hooks.acme.example" });
    expect((await review()).body.request).toMatchObject({
      changesRequested: false,
      revisions: [
        { revision: 1, changes: [] },
        {
          revision: 2,
          changes: [
            { field: "webhookUrl", before: "https://acme.example/webhooks", after: "https://hooks.acme.example" },
          ],
        },
      ],
    });
  });

  test("is a thread of both sides; what administrators say among themselves stays there", async () => {
    await submit();
    const say = (body: object) => by("POST", `${partner.id}/production-request/comments`, body);
    expect((await say({ text: "Which shop is this for?" })).status).toBe(201);
    expect((await say({ text: "Ask legal first.", audience: "INTERNAL", field: "legalEntity" })).status).toBe(201);
    const answer = await asOwner("POST", `${PATH}/comments`, { text: "For all of them." });
    expect(answer.status).toBe(201);
    expect(answer.text).not.toContain("Ask legal");
    expect(answer.text).not.toContain(ada.admin.email);
    expect(answer.body.request.comments).toMatchObject([
      { authorType: "ADMIN", authorName: "Review", text: "Which shop is this for?" },
      { authorType: "PARTNER_USER", authorName: "Jane Doe", text: "For all of them." },
    ]);
    expect((await review()).body.request.comments).toMatchObject([
      { authorName: ada.admin.email, audience: "SHARED" },
      { authorName: ada.admin.email, audience: "INTERNAL", field: "legalEntity" },
      { authorName: "Jane Doe" },
    ]);
    expect(JSON.stringify(await recordsOf())).not.toContain("Ask legal");
  });

  test("is over once it is decided, and belongs to those who may ask", async () => {
    const comment = { text: "For all of them." };
    expect(await asOwner("POST", `${PATH}/comments`, comment)).toMatchObject({ code: "INVALID_STATE_TRANSITION" });
    expect((await asOwner("GET")).body).toEqual({ productionAccess: "NONE", request: null });
    expect((await review()).body).toEqual({ productionAccess: "NONE", request: null });
    await submit();
    await decide("REJECT");
    expect(await asOwner("POST", `${PATH}/comments`, comment)).toMatchObject({ code: "INVALID_STATE_TRANSITION" });
    const late = await by("POST", `${partner.id}/production-request/comments`, comment);
    expect(late).toMatchObject({ code: "INVALID_STATE_TRANSITION" });
    ownerToken = await tokenFor(await makePortalUser(db, { partnerId: partner.id, role: "VIEWER" }));
    expect(await asOwner("POST", `${PATH}/comments`, comment)).toMatchObject({ status: 403, code: "FORBIDDEN" });
    expect((await asOwner("GET")).status).toBe(200);
  });

  test("of an unknown partner is not found", async () => {
    expect(await by("GET", `${newObjectId()}/production-request`)).toMatchObject({ code: "PARTNER_NOT_FOUND" });
    expect(await by("GET", `${newObjectId()}/go-live`)).toMatchObject({ code: "PARTNER_NOT_FOUND" });
  });
});
