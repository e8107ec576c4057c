import { z } from "zod";
import { CAMPAIGN_METRIC_KEYS } from "@/lib/domain/directory/campaigns/statuses";
import { Reason } from "@/lib/domain/directory/content/schemas";

export const CreateMetric = z.object({
  metricKey: z.enum(CAMPAIGN_METRIC_KEYS, `must be one of ${CAMPAIGN_METRIC_KEYS.join(", ")}`),
  metricValue: z.int().min(0).max(1_000_000_000),
  reason: Reason,
});
export type CreateMetric = z.output<typeof CreateMetric>;
