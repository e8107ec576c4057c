import { useQuery } from "@tanstack/react-query";
import { query } from "@/lib/client/query";
import * as webhooksApi from "@/lib/contract/directory/admin-webhooks";

/** Every subscription to the directory's events, newest first. */
export function useSubscriptions() {
  return useQuery({ ...query(webhooksApi.listSubscriptions, {}), select: ({ data }) => data });
}
