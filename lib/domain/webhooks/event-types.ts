import { z } from "zod";
import { eventType } from "@/lib/domain/events/schemas";
import { ObjectId } from "@/lib/domain/shared/schemas";

export const webhookDisabled = eventType(
  "webhook.disabled",
  "A webhook was turned off: it answered 410 Gone, or failed too often for too long.",
  z.object({ webhookId: ObjectId, url: z.string(), reason: z.string() }),
  {
    webhookId: "695b9e0d4f1a2b3c4d5e6f90",
    url: "https://partner.example/webhooks/portico",
    reason: "The endpoint answered 410 Gone.",
  },
);

export const webhookTest = eventType(
  "webhook.test",
  "Somebody tested the webhook, or a probe did; only that webhook receives it.",
  z.object({ webhookId: ObjectId, probe: z.boolean() }),
  { webhookId: "695b9e0d4f1a2b3c4d5e6f90", probe: false },
);
