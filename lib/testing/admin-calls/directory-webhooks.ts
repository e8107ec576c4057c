import type { AdminCalls } from "@/lib/testing/admin-calls/arranged-calls";
import { makeClient } from "@/lib/testing/directory";
import { emptyQueue, makeDirectoryDelivery, makeSubscribed } from "@/lib/testing/directory-webhooks";
import { jsonCall } from "@/lib/testing/sign";

const SUBSCRIPTIONS = "/api/v1/admin/webhook-subscriptions";
const DELIVERIES = "/api/v1/admin/webhook-deliveries";

const failedDelivery = async () =>
  makeDirectoryDelivery(await makeSubscribed(), { status: "FAILED", attemptsMade: 1, createdAt: new Date() });

export const directoryWebhookCalls: AdminCalls = {
  listWebhookSubscriptions: () => ({ target: SUBSCRIPTIONS }),
  createWebhookSubscription: async () => {
    const { client } = await makeClient();
    const body = { apiClientId: client.id, targetUrl: "https://93.184.216.34/hook", eventTypes: ["provider.updated"] };
    return jsonCall("POST", SUBSCRIPTIONS, body);
  },
  updateWebhookSubscription: async () =>
    jsonCall("PATCH", `${SUBSCRIPTIONS}/${(await makeSubscribed()).subscription.id}`, { status: "paused" }),
  listWebhookDeliveries: () => ({ target: DELIVERIES }),
  getWebhookDelivery: async () => ({ target: `${DELIVERIES}/${await failedDelivery()}` }),
  enqueueWebhookDeliveries: async () => {
    await makeSubscribed();
    return jsonCall("POST", DELIVERIES, { eventType: "provider.updated", payload: { providerId: "provider-1" } });
  },
  runWebhookDeliveries: async () => {
    await emptyQueue();
    await makeDirectoryDelivery(await makeSubscribed({ isActive: false }));
    return jsonCall("POST", `${DELIVERIES}/run`, { dryRun: false });
  },
  retryWebhookDeliveries: async () =>
    jsonCall("POST", `${DELIVERIES}/retry`, { deliveryIds: [await failedDelivery()], reason: "It is up again" }),
  replayWebhookDeliveries: async () =>
    jsonCall("POST", `${DELIVERIES}/replay`, { deliveryIds: [await failedDelivery()], dryRun: false }),
  getWebhookSchedulerPlan: () => ({ target: `${DELIVERIES}/scheduler` }),
  runWebhookScheduler: () => jsonCall("POST", `${DELIVERIES}/scheduler`, {}),
  exportWebhookReplayEvidence: () => ({ target: `${DELIVERIES}/replay/export?format=csv` }),
};
