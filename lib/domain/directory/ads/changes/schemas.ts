import { z } from "zod";
import { line, Reason } from "@/lib/domain/directory/content/schemas";

export const RecordAd = z.object({
  placementKey: line(200),
  adCreativeId: line(200),
  requestId: line(200).optional(),
  reason: Reason,
});
export type RecordAd = z.output<typeof RecordAd>;
