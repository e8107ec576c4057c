import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { partners } from "@/db/schema/partners";
import { productionRequests } from "@/db/schema/readiness";
import { auditRecords } from "@/db/schema/records";
import { deliveries, events } from "@/db/schema/webhooks";
import { makePartner, makePortalUser, makeWebhook } from "@/db/testing/factories";
import { PRODUCTION_ACCESS, type ProductionAccess } from "@/lib/domain/partners/statuses";
import { testCtx } from "@/lib/testing/context";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { jsonCall } from "@/lib/testing/sign";
import { fanOutFor } from "@/lib/testing/webhook-events";
import { productionRequestBody, tokenFor, withToken } from "@/lib/testing/worlds";

const { db } = database();
const PATH = "/v1/partner/production-request";

let mounted: Mounted;
beforeAll(async () => {
  mounted = await mounts[0]!.start();
});
afterAll(() => mounted.close());

async function arrange(productionAccess: ProductionAccess = "NONE", role: "OWNER" | "DEVELOPER" | "VIEWER" = "OWNER") {
  const partner = await makePartner(db, { productionAccess });
  const token = await tokenFor(await makePortalUser(db, { partnerId: partner.id, role }));
  const ask = (body: Record<string, unknown> = productionRequestBody()) =>
    mounted.call(withToken(token, jsonCall("POST", PATH, body)));
  return { partner, token, ask };
}
const requestsOf = (partnerId: string) =>
  db.select().from(productionRequests).where(eq(productionRequests.partnerId, partnerId));
const eventsOf = (partnerId: string) => db.select().from(events).where(eq(events.partnerId, partnerId));
const accessOf = async (id: string) =>
  (await db.select({ access: partners.productionAccess }).from(partners).where(eq(partners.id, id)))[0]!.access;

describe("a first request", () => {
  test("is kept, moves the partner on and is told to the webhooks of both environments", async () => {
    const { partner, token, ask } = await arrange();
    const sandbox = await makeWebhook(db, { partnerId: partner.id });
    const production = await makeWebhook(db, { partnerId: partner.id, environment: "production" });
    const body = productionRequestBody();
    const answer = await ask(body);
    expect(answer).toMatchObject({ status: 202, body: { productionAccess: "REQUESTED" } });
    expect(await requestsOf(partner.id)).toMatchObject([{ status: "OPEN", fields: body, decidedAt: null }]);
    expect(await eventsOf(partner.id)).toMatchObject([
      { type: "partner.production_access_changed", environment: null },
    ]);
    const [event] = await eventsOf(partner.id);
    expect(JSON.parse(event!.body).data).toMatchObject({ partnerId: partner.id, from: "NONE", to: "REQUESTED" });
    await fanOutFor(testCtx(new Date()), sandbox.webhook.id);
    const made = await db.select().from(deliveries).where(eq(deliveries.eventId, event!.id));
    const told = made.map(({ webhookId }) => webhookId).toSorted();
    expect(told).toEqual([sandbox.webhook.id, production.webhook.id].toSorted());
    const audit = await db.select().from(auditRecords).where(eq(auditRecords.partnerId, partner.id));
    expect(audit.map(({ action }) => action).toSorted()).toEqual([
      "partner.production_access_changed",
      "production_request.written",
    ]);
    const info = await mounted.call(withToken(token, { target: "/v1/partner/keys/partner-info" }));
    expect(info.body.productionAccess).toBe("REQUESTED");
  });

  test.each(PRODUCTION_ACCESS)("of a partner that is %s goes by the table of moves", async (access) => {
    const { partner, ask } = await arrange(access);
    const answer = await ask();
    if (access === "APPROVED" || access === "LIVE") {
      expect(answer).toMatchObject({ status: 409, code: "INVALID_STATE_TRANSITION" });
      expect(await accessOf(partner.id)).toBe(access);
      expect(await requestsOf(partner.id)).toEqual([]);
      return;
    }
    expect(answer.status).toBe(202);
    expect(await accessOf(partner.id)).toBe("REQUESTED");
    expect(await requestsOf(partner.id)).toHaveLength(1);
    expect(await eventsOf(partner.id)).toHaveLength(access === "REQUESTED" ? 0 : 1);
  });

  test.each(Object.keys(productionRequestBody()))("needs %s", async (field) => {
    const { [field]: _, ...body } = productionRequestBody() as Record<string, unknown>;
    const { ask } = await arrange();
    const answer = await ask(body);
    expect(answer).toMatchObject({ status: 400, body: { details: [{ field }] } });
  });

  test("takes an allow-list, and refuses fields that are not of the right form", async () => {
    const { ask } = await arrange();
    const wrong = { webhookUrl: "http://acme.example", ipAllowlist: ["all"], actionTypes: [], stakeholderModel: [] };
    const answer = await ask(productionRequestBody(wrong));
    expect(answer.body.details.map(({ field }: { field: string }) => field).toSorted()).toEqual([
      "actionTypes",
      "ipAllowlist[0]",
      "stakeholderModel",
      "webhookUrl",
    ]);
    expect((await ask(productionRequestBody({ ipAllowlist: ["203.0.113.0/24"] }))).status).toBe(202);
  });
});

test("a repeated request replaces the fields, keeps one row and tells nobody", async () => {
  const { partner, ask } = await arrange();
  await ask();
  const changed = productionRequestBody({ expectedMonthlyActionVolume: 2_000_000 });
  expect(await ask(changed)).toMatchObject({ status: 202, body: { productionAccess: "REQUESTED" } });
  expect(await requestsOf(partner.id)).toMatchObject([{ fields: changed }]);
  expect(await eventsOf(partner.id)).toHaveLength(1);
});

test("requests at once make one row and one event", async () => {
  const { partner, ask } = await arrange();
  const answers = await Promise.all([1, 2, 3, 4].map(() => ask()));
  expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
  expect(await requestsOf(partner.id)).toHaveLength(1);
  expect(await eventsOf(partner.id)).toHaveLength(1);
});

test("a developer may ask, a viewer may not", async () => {
  expect((await (await arrange("NONE", "DEVELOPER")).ask()).status).toBe(202);
  const { partner, ask } = await arrange("NONE", "VIEWER");
  expect(await ask()).toMatchObject({ status: 403, code: "FORBIDDEN" });
  expect(await accessOf(partner.id)).toBe("NONE");
});
