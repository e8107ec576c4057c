import { z } from "zod";
import { Reason } from "@/lib/domain/admins/schemas";
import { GO_LIVE_ITEM_IDS } from "@/lib/domain/giving/go-live/schemas";
import { text } from "@/lib/domain/shared/schemas";

export const PRODUCTION_DECISIONS = ["APPROVE", "REJECT", "REVOKE"] as const;

/** `note` is for the partner, `reason` for the audit record. */
export const SetProductionAccess = z.strictObject({
  decision: z.enum(PRODUCTION_DECISIONS),
  note: text(1, 500).optional(),
  reason: Reason,
});
export type SetProductionAccess = z.output<typeof SetProductionAccess>;

export const CutOver = z.strictObject({ reason: Reason });
export type CutOver = z.output<typeof CutOver>;

export const WaiverParams = z.strictObject({ id: z.string().max(64), itemId: z.enum(GO_LIVE_ITEM_IDS) });

/** The partner reads the reason beside the item. */
export const WaiveGoLiveItem = z.strictObject({ reason: Reason });
export type WaiveGoLiveItem = z.output<typeof WaiveGoLiveItem>;
