import { useQuery } from "@tanstack/react-query";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";

const POOLS_SHOWN = "100";

/** The token pools of this environment, to choose one as a filter. */
export function usePoolOptions(): { value: string; label: string }[] {
  const pools = useQuery(query(giving.listTokenPools, { limit: POOLS_SHOWN }));
  return (pools.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
}
