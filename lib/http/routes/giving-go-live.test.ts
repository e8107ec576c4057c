import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { apiRequests } from "@/db/schema/records";
import { makeKey, makePartner, makePool, makePortalUser, makeWebhook } from "@/db/testing/factories";
import { usageBuffer } from "@/lib/http/usage-buffer";
import { newObjectId, newSecretHex } from "@/lib/platform/ids";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { jsonCall, sign } from "@/lib/testing/sign";
import { submitBody, submitCall, tokenFor, withToken } from "@/lib/testing/worlds";

const { db } = database();
const GO_LIVE = "/v1/partner/dashboard/go-live";

let mounted: Mounted;
beforeAll(async () => {
  mounted = await mounts[0]!.start();
});
afterAll(() => mounted.close());

async function arrange() {
  const partner = await makePartner(db, { tier: "ENTERPRISE", productionAccess: "APPROVED" });
  const partnerId = partner.id;
  const test = await makeKey(db, { partnerId });
  const live = await makeKey(db, { partnerId, environment: "production" });
  await makePool(db, { partnerId });
  const token = await tokenFor(await makePortalUser(db, { partnerId }));
  const read = async (target = GO_LIVE) => {
    await usageBuffer().flush();
    return mounted.call(sign(test, { target }));
  };
  const item = async (id: string) =>
    (await read()).body.items.find((each: { id: string }) => each.id === id) as {
      status: string;
      // biome-ignore lint/suspicious/noExplicitAny: evidence is read by its names.
      evidence: any;
    };
  const arm = (body: Record<string, unknown>) =>
    mounted.call(withToken(token, jsonCall("POST", "/v1/partner/sandbox/faults", { count: 1, ...body })));
  return { partnerId, test, live, token, item, read, arm };
}

test("recorded traffic is what the items are judged by, and its requests prove them", async () => {
  const { test: key, live, item, arm } = await arrange();
  const served = await mounted.call(sign(live, { target: "/v1/partner/users" }));
  expect(await item("live_signing")).toMatchObject({
    status: "PASSED",
    evidence: { lastSigned: { requestId: served.headers["x-request-id"], keyId: live.key.id } },
  });
  const forged = await mounted.call(sign({ ...live, hmacSecret: newSecretHex() }, { target: "/v1/partner/users" }));
  expect(await item("live_signing")).toMatchObject({
    status: "FAILED",
    evidence: { last24Hours: { signed: 2, failures: 1, failedRequestIds: [forged.headers["x-request-id"]] } },
  });

  const bodies = Array.from({ length: 10 }, (_, n) =>
    submitBody({ stakeholders: [{ stakeholderTypeCode: "CUSTOMER", partnerUserId: `cust-${n}` }] }),
  );
  await arm({ kind: "SERVER_ERROR" });
  const failed = await mounted.call(submitCall(key, bodies[0]!));
  expect(failed.status).toBe(500);
  for (const body of bodies) expect((await mounted.call(submitCall(key, body))).status).toBe(200);
  const replay = await mounted.call(submitCall(key, bodies[0]!));
  expect(await item("idempotency_keys")).toMatchObject({
    status: "PASSED",
    evidence: { actions: 10, replayRequestIds: [replay.headers["x-request-id"]] },
  });
  expect(await item("retry_handling")).toMatchObject({
    status: "PENDING",
    evidence: { serverError: { status: "PASSED", proof: { requestId: failed.headers["x-request-id"] } } },
  });

  await arm({ kind: "RATE_LIMIT", retryAfterSeconds: 1 });
  const refused = await mounted.call(submitCall(key, submitBody()));
  expect(refused.status).toBe(429);
  // The client waits as it was told to: a minute passes for the refusal.
  await usageBuffer().flush();
  const refusedId = refused.headers["x-request-id"]!;
  const minuteAgo = new Date(Date.now() - 60_000);
  await db.update(apiRequests).set({ at: minuteAgo }).where(eq(apiRequests.id, refusedId));
  expect((await mounted.call(submitCall(key, submitBody({ amount: 7 })))).status).toBe(200);
  expect(await item("retry_handling")).toMatchObject({
    status: "PASSED",
    evidence: { rateLimit: { proof: { requestId: refusedId } } },
  });

  const twin = await mounted.call(submitCall(key, { ...bodies[3]!, idempotencyKey: `order-${newObjectId()}` }));
  expect(await item("idempotency_keys")).toMatchObject({
    status: "FAILED",
    evidence: { samePayloadActions: [{ actionId: twin.body.actionId, requestId: twin.headers["x-request-id"] }] },
  });
});

test("a person and a key of either environment see the same checklist", async () => {
  const { live, token, read } = await arrange();
  const { body } = await read();
  expect(body.ready).toBe(false);
  expect(body.items).toHaveLength(7);
  const statuses = (answer: typeof body) => answer.items.map((each: { status: string }) => each.status);
  for (const environment of ["sandbox", "production"] as const) {
    const answer = await mounted.call(withToken(token, { target: GO_LIVE }, environment));
    expect(answer.status).toBe(200);
    expect(statuses(answer.body)).toEqual(statuses(body));
  }
  const answer = await mounted.call(sign(live, { target: GO_LIVE }));
  expect(answer.status).toBe(200);
});

test("a probe is run on demand, and its result is in the checklist", async () => {
  const { partnerId, live, item } = await arrange();
  // Nothing answers at an address of the documentation range: the guarded sender refuses it.
  const { webhook } = await makeWebhook(db, { partnerId, environment: "production", url: "https://192.0.2.1/hook" });
  expect((await item("webhook_verification")).status).toBe("PENDING");
  const answer = await mounted.call(sign(live, { method: "POST", target: `/v1/partner/webhooks/${webhook.id}/probe` }));
  expect(answer).toMatchObject({ status: 200, body: { passed: false, correctSignature: { httpStatus: null } } });
  const verification = await item("webhook_verification");
  expect(verification).toMatchObject({
    status: "FAILED",
    evidence: {
      webhooks: [{ probeId: answer.body.id, correctSignatureDeliveryId: answer.body.correctSignature.deliveryId }],
    },
  });
  expect(await item("webhook_reachable")).toMatchObject({
    status: "FAILED",
    evidence: { webhooks: [{ deliveryId: answer.body.correctSignature.deliveryId }] },
  });
});
