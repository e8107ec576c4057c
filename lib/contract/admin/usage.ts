import { endpoint } from "@/lib/contract/endpoint";
import { Usage, UsageQuery } from "@/lib/domain/usage/schemas";

/** Admin API: what partners call. */

export const getUsage = endpoint({
  method: "GET",
  path: "/api/v1/admin/usage",
  id: "getUsage",
  tag: "Usage",
  summary: "Read the usage of all partners, or of one",
  description:
    "Requests of partners' keys and people, of the last day unless `from` and `to` say otherwise; 90 days at most. By the hour up to three days, by the day beyond. Requests are kept for 90 days. Not part of the fixed contract.",
  auth: "admin",
  query: UsageQuery,
  response: Usage,
  status: 200,
  errors: [],
});
