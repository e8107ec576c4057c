import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { auditRecords } from "@/db/schema/records";
import { deliveries, webhooks } from "@/db/schema/webhooks";
import { makePartner, makeWebhook } from "@/db/testing/factories";
import { listDueDeliveries } from "@/lib/domain/webhooks/list-due-deliveries";
import { rotateWebhookSecret } from "@/lib/domain/webhooks/rotate-webhook-secret";
import { updateWebhook } from "@/lib/domain/webhooks/update-webhook";
import { decryptHeaders, decryptSigningSecret } from "@/lib/domain/webhooks/webhook-secrets";
import { partnerCtx, testCtx } from "@/lib/testing/context";
import { fanOutFor, recordUserCreated } from "@/lib/testing/webhook-events";

const { db } = database();
const NOW = new Date("2026-03-01T12:00:00.000Z");
const HOUR_MS = 3_600_000;
const later = (ms: number) => new Date(NOW.getTime() + ms);

async function arrange(change: Parameters<typeof makeWebhook>[1] = {}) {
  const partner = await makePartner(db);
  const { webhook, secret } = await makeWebhook(db, { partnerId: partner.id, ...change });
  return { partner, ctx: partnerCtx(partner, NOW), webhookId: webhook.id, secret };
}

const rowOf = async (id: string) => (await db.select().from(webhooks).where(eq(webhooks.id, id)))[0]!;
const auditOf = (id: string) => db.select().from(auditRecords).where(eq(auditRecords.targetId, id));

describe("a change", () => {
  test("touches what it names and nothing else, with before and after in the trail", async () => {
    const { ctx, webhookId } = await arrange({ description: "Orders" });
    const changed = await updateWebhook(ctx, {
      webhookId,
      url: "https://93.184.215.14/new?token=of-the-receiver",
      eventTypes: ["user.created", "user.created"],
    });
    expect(changed).toMatchObject({ description: "Orders", receiveAllEvents: true, eventTypes: ["user.created"] });
    expect(changed.updatedAt).toBe(NOW.toISOString());
    const audit = await auditOf(webhookId);
    expect(audit).toMatchObject([
      {
        action: "webhook.updated",
        before: { url: "https://receiver.example/webhooks", eventTypes: [] },
        after: { url: "https://93.184.215.14/new", eventTypes: ["user.created"] },
      },
    ]);
    expect(JSON.stringify(audit)).not.toContain("of-the-receiver");
  });

  test("of headers replaces all of them, and shows their values nowhere", async () => {
    const { ctx, webhookId } = await arrange({ headers: { "X-Old": "very-secret-token-1" } });
    const changed = await updateWebhook(ctx, { webhookId, headers: { "X-New": "very-secret-token-2" } });
    expect(changed.headers).toEqual({ "X-New": "••••" });
    const row = await rowOf(webhookId);
    expect(decryptHeaders(webhookId, row.headersEncrypted)).toEqual({ "X-New": "very-secret-token-2" });
    const audit = await auditOf(webhookId);
    expect(audit).toMatchObject([{ before: { headerNames: ["X-Old"] }, after: { headerNames: ["X-New"] } }]);
    expect(JSON.stringify(audit)).not.toContain("very-secret-token");
    expect((await updateWebhook(ctx, { webhookId, headers: {} })).headers).toEqual({});
  });

  test("to a URL that is not allowed, or to no events at all, is refused", async () => {
    const { ctx, webhookId } = await arrange({ eventTypes: ["user.created"], receiveAllEvents: false });
    await expect(updateWebhook(ctx, { webhookId, url: "https://10.0.0.1/" })).rejects.toMatchObject({
      code: "webhook_url_not_allowed",
    });
    await expect(updateWebhook(ctx, { webhookId, eventTypes: [] })).rejects.toMatchObject({
      code: "validation_error",
      details: [{ field: "eventTypes" }],
    });
    expect(await auditOf(webhookId)).toEqual([]);
  });
});

describe("a webhook that is turned on again", () => {
  const off = { isActive: false, disabledReason: "It answered 410.", consecutiveFailures: 25 };

  test("forgets why it was turned off", async () => {
    const { ctx, webhookId } = await arrange(off);
    const changed = await updateWebhook(ctx, { webhookId, isActive: true });
    expect(changed).toMatchObject({ isActive: true, disabledReason: null, consecutiveFailures: 0 });
    expect(await auditOf(webhookId)).toMatchObject([
      { before: { isActive: false, disabledReason: "It answered 410." }, after: { isActive: true } },
    ]);
  });

  test("goes on with what was pending, which waited unharmed", async () => {
    const { ctx, webhookId, partner } = await arrange();
    await recordUserCreated(testCtx(NOW), partner.id);
    const due = await fanOutFor(testCtx(NOW), webhookId);
    const dueNow = async () => (await listDueDeliveries(testCtx(NOW), { until: NOW })).filter(isOfWebhook);
    const isOfWebhook = (each: { webhookId: string }) => each.webhookId === webhookId;
    await updateWebhook(ctx, { webhookId, isActive: false });
    expect(await dueNow()).toEqual([]);
    expect(await db.select().from(deliveries).where(eq(deliveries.webhookId, webhookId))).toMatchObject([
      { status: "PENDING" },
    ]);
    await updateWebhook(ctx, { webhookId, isActive: true });
    expect(await dueNow()).toEqual(due);
  });

  test("keeps its count of failures when it was on all the time", async () => {
    const { ctx, webhookId } = await arrange({ consecutiveFailures: 7 });
    expect(await updateWebhook(ctx, { webhookId, isActive: true })).toMatchObject({ consecutiveFailures: 7 });
  });
});

describe("a rotation", () => {
  test("answers with the new secret, once, and keeps the former one for 24 hours", async () => {
    const { ctx, webhookId, secret: former } = await arrange();
    const { secret, previousSecretValidUntil } = await rotateWebhookSecret(ctx, { webhookId });
    expect(secret).toMatch(/^whsec_[0-9a-f]{64}$/);
    expect(previousSecretValidUntil).toBe(later(24 * HOUR_MS).toISOString());
    const row = await rowOf(webhookId);
    expect(decryptSigningSecret(webhookId, row.secretEncrypted)).toBe(secret);
    expect(decryptSigningSecret(webhookId, row.previousSecretEncrypted!)).toBe(former);
    const audit = await auditOf(webhookId);
    expect(audit).toMatchObject([{ action: "webhook.secret_rotated" }]);
    expect(JSON.stringify([row, audit])).not.toContain(secret.slice("whsec_".length));
  });

  test("of two within a day leaves the last former secret only", async () => {
    const { ctx, webhookId } = await arrange();
    const first = await rotateWebhookSecret(ctx, { webhookId });
    const second = await rotateWebhookSecret({ ...ctx, now: later(HOUR_MS) }, { webhookId });
    const row = await rowOf(webhookId);
    expect(decryptSigningSecret(webhookId, row.secretEncrypted)).toBe(second.secret);
    expect(decryptSigningSecret(webhookId, row.previousSecretEncrypted!)).toBe(first.secret);
    expect(row.previousSecretValidUntil).toEqual(later(25 * HOUR_MS));
  });
});
