import { z } from "zod";
import { IsoTime } from "@/lib/domain/shared/schemas";

/** The items of the checklist, in the order in which a partner sees them (contract 11). */
export const GO_LIVE_ITEM_IDS = [
  "live_keys",
  "live_signing",
  "production_pool",
  "webhook_reachable",
  "webhook_verification",
  "idempotency_keys",
  "retry_handling",
] as const;
export type GoLiveItemId = (typeof GO_LIVE_ITEM_IDS)[number];

/** What was observed; `FAILED` says that something recorded speaks against the item, `PENDING` that nothing speaks for it. */
export const OBSERVED_STATUSES = ["PASSED", "PENDING", "FAILED"] as const;
export type ObservedStatus = (typeof OBSERVED_STATUSES)[number];

export const GO_LIVE_STATUSES = [...OBSERVED_STATUSES, "WAIVED"] as const;

/** What an item was judged by: counts, and the ids of keys, requests, events, deliveries that prove it. */
const Evidence = z.looseObject({
  waiver: z.object({ reason: z.string(), at: IsoTime, observed: z.enum(OBSERVED_STATUSES) }).optional(),
});

export const GoLiveItem = z.object({
  id: z.enum(GO_LIVE_ITEM_IDS),
  title: z.string(),
  status: z.enum(GO_LIVE_STATUSES),
  evidence: Evidence,
  checkedAt: IsoTime,
});
export type GoLiveItem = z.output<typeof GoLiveItem>;

export const GoLive = z.object({ ready: z.boolean(), items: z.array(GoLiveItem) }).meta({ id: "GoLiveChecklist" });
export type GoLive = z.output<typeof GoLive>;
