import { z } from "zod";
import { Environment, IsoTime, IsoTimeInput } from "@/lib/domain/shared/schemas";

/** What the platform does to a partner, or what will befall it: events of these types are notifications. */
export const NOTIFICATION_TYPES = [
  "partner.status_changed",
  "partner.production_access_changed",
  "partner.tier_changed",
  "token_pool.request_updated",
  "token_pool.low_balance",
  "token_pool.depleted",
  "api_key.expiring",
  "api_key.expired",
  "api_key.rotated",
  "webhook.disabled",
  "campaign.budget_exhausted",
] as const;

/** `data` is that of the event; `environment` is null for what concerns both. */
export const Notification = z
  .object({
    id: z.string().meta({ example: "evt_695b9e0d4f1a2b3c4d5e6f71" }),
    type: z.string().meta({ example: "partner.status_changed" }),
    at: IsoTime,
    environment: Environment.nullable(),
    isNew: z.boolean(),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: "Notification" });
export type Notification = z.output<typeof Notification>;

export const NotificationList = z.object({ data: z.array(Notification), unseen: z.int() });
export type NotificationList = z.output<typeof NotificationList>;

/** `at` of the latest notification that was seen. */
export const MarkSeen = z.strictObject({ upTo: IsoTimeInput });
export type MarkSeen = z.output<typeof MarkSeen>;
