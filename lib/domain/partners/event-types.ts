import { z } from "zod";
import { eventType } from "@/lib/domain/events/schemas";
import { PARTNER_STATUSES } from "@/lib/domain/partners/statuses";
import { ObjectId } from "@/lib/domain/shared/schemas";

export const partnerStatusChanged = eventType(
  "partner.status_changed",
  "The partner moved to another status.",
  z.object({
    partnerId: ObjectId,
    from: z.enum(PARTNER_STATUSES).nullable(),
    to: z.enum(PARTNER_STATUSES),
    reason: z.string(),
  }),
);
