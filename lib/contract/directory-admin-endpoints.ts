import * as claims from "@/lib/contract/directory/admin-claims";
import * as clients from "@/lib/contract/directory/admin-clients";
import * as content from "@/lib/contract/directory/admin-content";
import * as webhooks from "@/lib/contract/directory/admin-webhooks";
import type { Endpoint } from "@/lib/contract/endpoint";

/** What administrators do with the directory, under `/api/v1/admin/*` and in the directory's envelope (its contract, 8). */
export const directoryAdminEndpoints: readonly Endpoint[] = [clients, claims, webhooks, content].flatMap((group) =>
  Object.values<Endpoint>(group),
);
