import { getUsageAnalytics } from "@/lib/domain/api-clients/usage/get-usage-analytics";
import type { UsageAnalytics, UsageQuery } from "@/lib/domain/api-clients/usage/schemas";
import { usageCsv } from "@/lib/domain/api-clients/usage/usage-csv";
import type { ClientCtx } from "@/lib/domain/context";
import type { Download } from "@/lib/domain/shared/download";

/** The calling client's usage, this call included; never another's (contract 5.26). */
export async function getOwnUsage(ctx: ClientCtx, input: UsageQuery): Promise<{ data: UsageAnalytics } | Download> {
  const apiClientId = ctx.client.id;
  const inHand = { apiClientId, eventType: "partner.usage.summary" };
  const data = await getUsageAnalytics(ctx, { windowDays: input.windowDays, apiClientId, inHand });
  return input.format === "csv" ? usageCsv(data) : { data };
}
