import { z } from "zod";
import { OPERATORS } from "@/lib/contract/admin/roles";
import { directoryAdminEndpoint } from "@/lib/contract/directory/directory-endpoint";
import {
  CreatedWebhookSubscription,
  CreateSubscription,
  DeliveriesQuery,
  DeliveryRun,
  DirectoryDeliveryParams,
  EnqueueDeliveries,
  PatchSubscription,
  ReplayDirectoryDeliveries,
  ReplayEvidence,
  ReplayEvidenceQuery,
  Replayed,
  Requeued,
  RetryDirectoryDeliveries,
  RunDeliveries,
  RunScheduler,
  SchedulerPlan,
  SchedulerRun,
  SubscriptionParams,
  SubscriptionsQuery,
  WebhookDelivery,
  WebhookDeliveryDetail,
  WebhookSubscription,
} from "@/lib/domain/webhooks/directory/schemas";

/** Admin API: subscriptions of API clients to the directory's events, and what was sent to them (directory contract 8). */

const SUBSCRIPTIONS = "/api/v1/admin/webhook-subscriptions";
const DELIVERIES = "/api/v1/admin/webhook-deliveries";
const tag = "Open API operations";

export const listSubscriptions = directoryAdminEndpoint({
  method: "GET",
  path: SUBSCRIPTIONS,
  id: "listWebhookSubscriptions",
  tag,
  summary: "List webhook subscriptions",
  description: "Of one API client or of all, newest first. Of a signing secret only the preview is shown.",
  query: SubscriptionsQuery,
  response: z.object({ data: z.array(WebhookSubscription) }),
});

export const createSubscription = directoryAdminEndpoint({
  method: "POST",
  path: SUBSCRIPTIONS,
  id: "createWebhookSubscription",
  tag,
  summary: "Subscribe an API client to events",
  description:
    "The target must be https on a public host. The answer is the only place that shows the signing secret; a lost secret means a new subscription.",
  roles: OPERATORS,
  body: CreateSubscription,
  response: z.object({ data: CreatedWebhookSubscription }),
  status: 201,
});

export const updateSubscription = directoryAdminEndpoint({
  method: "PATCH",
  path: `${SUBSCRIPTIONS}/:id`,
  id: "updateWebhookSubscription",
  tag,
  summary: "Pause, resume or revoke a webhook subscription",
  description: "A revoked subscription stays revoked. What is queued for one that is not active will be blocked.",
  roles: OPERATORS,
  params: SubscriptionParams,
  body: PatchSubscription,
  response: z.object({ data: WebhookSubscription }),
  errors: ["subscription_not_found", "invalid_state_transition"],
});

export const listDeliveries = directoryAdminEndpoint({
  method: "GET",
  path: DELIVERIES,
  id: "listWebhookDeliveries",
  tag,
  summary: "List the newest 100 webhook deliveries",
  query: DeliveriesQuery,
  response: z.object({ data: z.array(WebhookDelivery) }),
});

export const getDelivery = directoryAdminEndpoint({
  method: "GET",
  path: `${DELIVERIES}/:id`,
  id: "getWebhookDelivery",
  tag,
  summary: "Read a webhook delivery with its attempts",
  description:
    "When each was made, how long it took and what it came to; of the receiver's answer the status alone. Portico's own addition to the contract.",
  params: DirectoryDeliveryParams,
  response: z.object({ data: WebhookDeliveryDetail }),
  errors: ["delivery_not_found"],
});

export const enqueueDeliveries = directoryAdminEndpoint({
  method: "POST",
  path: DELIVERIES,
  id: "enqueueWebhookDeliveries",
  tag,
  summary: "Queue deliveries of an event",
  description: "One for each active subscription to it. The worker sends them, or they go out after 15 minutes.",
  roles: OPERATORS,
  body: EnqueueDeliveries,
  response: z.object({ data: z.array(WebhookDelivery) }),
  status: 201,
});

export const runDeliveries = directoryAdminEndpoint({
  method: "POST",
  path: `${DELIVERIES}/run`,
  id: "runWebhookDeliveries",
  tag,
  summary: "Run the delivery worker",
  description:
    "Sends the oldest queued deliveries once each. A dry run, which is the default, sends and stores nothing.",
  roles: OPERATORS,
  body: RunDeliveries,
  response: z.object({ data: DeliveryRun }),
});

export const retryDeliveries = directoryAdminEndpoint({
  method: "POST",
  path: `${DELIVERIES}/retry`,
  id: "retryWebhookDeliveries",
  tag,
  summary: "Queue failed or blocked deliveries again",
  description: "The same records, by ids or by status; their attempts stay counted.",
  roles: OPERATORS,
  body: RetryDirectoryDeliveries,
  response: z.object({ data: Requeued }),
  errors: ["delivery_not_found"],
});

export const replayDeliveries = directoryAdminEndpoint({
  method: "POST",
  path: `${DELIVERIES}/replay`,
  id: "replayWebhookDeliveries",
  tag,
  summary: "Replay deliveries as fresh records",
  description:
    "From failed, blocked or delivered ones; the payload gains replayOfDeliveryId. A dry run, which is the default, only names the sources.",
  roles: OPERATORS,
  body: ReplayDirectoryDeliveries,
  response: z.object({ data: Replayed }),
  errors: ["delivery_not_found"],
});

export const getSchedulerPlan = directoryAdminEndpoint({
  method: "GET",
  path: `${DELIVERIES}/scheduler`,
  id: "getWebhookSchedulerPlan",
  tag,
  summary: "Read what the retry scheduler would do now",
  description:
    "Which deliveries it would queue again, why not the others, and whether its live mode is approved. Portico's own addition to the contract.",
  response: z.object({ data: SchedulerPlan }),
});

export const runScheduler = directoryAdminEndpoint({
  method: "POST",
  path: `${DELIVERIES}/scheduler`,
  id: "runWebhookScheduler",
  tag,
  summary: "Run the retry scheduler",
  description:
    "What runs every 15 minutes: queues what has waited its pause (15 minutes, doubling, 8 attempts in all), then runs the worker. Without dryRun: false it is a preview; live it needs the recorded approval.",
  roles: OPERATORS,
  body: RunScheduler,
  response: z.object({ data: SchedulerRun }),
  errors: ["approval_required"],
});

export const exportReplayEvidence = directoryAdminEndpoint({
  method: "GET",
  path: `${DELIVERIES}/replay/export`,
  id: "exportWebhookReplayEvidence",
  tag,
  summary: "Export replay evidence as JSON or CSV",
  description: "Each replayed delivery beside its source and the audit record of who asked for it, newest first.",
  query: ReplayEvidenceQuery,
  response: z.object({ data: ReplayEvidence }),
});
