import { z } from "zod";
import { scopedEndpoint } from "@/lib/contract/directory/directory-endpoint";
import { UsageAnalytics, UsageQuery } from "@/lib/domain/api-clients/usage/schemas";

export const getUsage = scopedEndpoint({
  method: "GET",
  path: "/api/v1/partner/usage",
  id: "getDirectoryUsage",
  tag: "System",
  summary: "Read the client's own usage, as JSON or CSV (usage:read)",
  description: "Always limited to the calling client; this call is counted. `format=csv` answers one row per client.",
  apiScope: "usage:read",
  audit: { eventType: "partner.usage.summary", subjectType: "api_usage" },
  readsUsage: true,
  query: UsageQuery,
  response: z.object({ data: UsageAnalytics }),
});
