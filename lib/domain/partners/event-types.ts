import { z } from "zod";
import { eventType } from "@/lib/domain/events/schemas";
import { PARTNER_STATUSES, PRODUCTION_ACCESS } from "@/lib/domain/partners/statuses";
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
  { partnerId: "695b9e0d4f1a2b3c4d5e6f60", from: "ACTIVE", to: "SUSPENDED", reason: "Contract under review" },
);

export const partnerProductionAccessChanged = eventType(
  "partner.production_access_changed",
  "The partner's access to production moved on: requested, approved, live, rejected or revoked.",
  z.object({ partnerId: ObjectId, from: z.enum(PRODUCTION_ACCESS), to: z.enum(PRODUCTION_ACCESS) }),
  { partnerId: "695b9e0d4f1a2b3c4d5e6f60", from: "NONE", to: "REQUESTED" },
);
