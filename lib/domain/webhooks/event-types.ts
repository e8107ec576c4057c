import { z } from "zod";
import { eventType } from "@/lib/domain/events/schemas";
import { ObjectId } from "@/lib/domain/shared/schemas";

export const webhookDisabled = eventType(
  "webhook.disabled",
  "A webhook was turned off: it answered 410 Gone, or failed too often for too long.",
  z.object({ webhookId: ObjectId, url: z.string(), reason: z.string() }),
);
