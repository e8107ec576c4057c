import { requireClient } from "@/lib/domain/api-clients/find-client";
import { getUsageAnalytics } from "@/lib/domain/api-clients/usage/get-usage-analytics";
import type { AllUsageQuery, UsageAnalytics } from "@/lib/domain/api-clients/usage/schemas";
import { usageCsv } from "@/lib/domain/api-clients/usage/usage-csv";
import type { AdminCtx } from "@/lib/domain/context";
import type { Download } from "@/lib/domain/shared/download";

/** Usage over all clients, or of one. */
export async function getAllUsage(ctx: AdminCtx, input: AllUsageQuery): Promise<{ data: UsageAnalytics } | Download> {
  const { windowDays, apiClientId, format } = input;
  if (apiClientId !== undefined) await requireClient(ctx, apiClientId);
  const data = await getUsageAnalytics(ctx, { windowDays, apiClientId });
  return format === "csv" ? usageCsv(data) : { data };
}
