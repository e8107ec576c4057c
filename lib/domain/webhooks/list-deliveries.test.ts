import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { partners } from "@/db/schema/partners";
import { makePartner, makeWebhook } from "@/db/testing/factories";
import { attemptDelivery } from "@/lib/domain/webhooks/attempt-delivery";
import { listDeliveries } from "@/lib/domain/webhooks/list-deliveries";
import { DeliveryList } from "@/lib/domain/webhooks/schemas";
import { partnerCtx, testCtx } from "@/lib/testing/context";
import { fanOutFor, recordUserCreated } from "@/lib/testing/webhook-events";

const { db } = database();
const NOW = new Date("2026-03-01T12:00:00.000Z");
const at = (second: number) => new Date(NOW.getTime() + second * 1000);

async function arrange() {
  const { webhook } = await makeWebhook(db);
  const [partner] = await db.select().from(partners).where(eq(partners.id, webhook.partnerId));
  const ids: string[] = [];
  for (const second of [0, 1, 2]) {
    await recordUserCreated(testCtx(at(second)), webhook.partnerId);
    ids.push((await fanOutFor(testCtx(at(second)), webhook.id))[0]!.deliveryId);
  }
  return { webhookId: webhook.id, ctx: partnerCtx(partner!, NOW), ids };
}

test("deliveries are listed newest first, page by page, each with its own attempts", async () => {
  const { webhookId, ctx, ids } = await arrange();
  const send = async () => ({ status: 500, headers: {}, bodySnippet: "no", durationMs: 7 });
  const second = await attemptDelivery(testCtx(at(5)), { deliveryId: ids[2]!, attempt: 1 }, { send, random: () => 0 });
  await attemptDelivery(testCtx(second!.at), second!, { send, random: () => 0 });

  const first = await listDeliveries(ctx, { webhookId, page: 1, limit: 2 });
  expect(DeliveryList.parse(first)).toEqual(first);
  expect(first.data.map((delivery) => delivery.id)).toEqual([ids[2], ids[1]]);
  expect(first.data.map((delivery) => delivery.attempts.map((attempt) => attempt.n))).toEqual([[1, 2], []]);
  expect(first.pagination).toEqual({ page: 1, limit: 2, total: 3, totalPages: 2 });
  const last = await listDeliveries(ctx, { webhookId, page: 2, limit: 2 });
  expect(last.data.map((delivery) => delivery.id)).toEqual([ids[0]]);
});

test("a list can be narrowed by status, type and time", async () => {
  const { webhookId, ctx, ids } = await arrange();
  const send = async () => ({ status: 200, headers: {}, bodySnippet: "", durationMs: 7 });
  await attemptDelivery(testCtx(at(5)), { deliveryId: ids[0]!, attempt: 1 }, { send, random: () => 0 });
  const listed = async (narrowed: object) =>
    (await listDeliveries(ctx, { webhookId, page: 1, limit: 20, ...narrowed })).data.map((delivery) => delivery.id);
  expect(await listed({ status: "SUCCEEDED" })).toEqual([ids[0]]);
  expect(await listed({ status: "PENDING" })).toEqual([ids[2], ids[1]]);
  expect(await listed({ eventType: "user.created" })).toHaveLength(3);
  expect(await listed({ eventType: "action.completed" })).toEqual([]);
  expect(await listed({ from: at(1) })).toEqual([ids[2], ids[1]]);
  expect(await listed({ from: at(1), to: at(1) })).toEqual([ids[1]]);
});

test("a stranger's webhook, the other environment's and one that never was have the same answer", async () => {
  const { webhookId, ctx } = await arrange();
  const stranger = partnerCtx(await makePartner(db), NOW);
  for (const [caller, id] of [
    [stranger, webhookId],
    [{ ...ctx, environment: "production" as const }, webhookId],
    [ctx, "0".repeat(24)],
  ] as const) {
    const refused = listDeliveries(caller, { webhookId: id, page: 1, limit: 20 });
    await expect(refused).rejects.toMatchObject({ code: "webhook_not_found" });
  }
});
