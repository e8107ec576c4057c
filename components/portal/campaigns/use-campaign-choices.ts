import { useQuery } from "@tanstack/react-query";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import { DEFAULT_ACTION_TYPES, DEFAULT_STAKEHOLDER_TYPES } from "@/lib/domain/partners/statuses";

const ALL = "100";

/** What a campaign or an action can be made of: the partner's types and pools. */
export function useCampaignChoices() {
  const partner = useQuery(query(giving.getPartnerInfo, {}));
  const pools = useQuery(query(giving.listTokenPools, { limit: ALL }));
  const all = pools.data?.data ?? [];
  const poolOf = (id: string) => all.find((pool) => (id === "" ? pool.isDefault : pool.id === id));
  return {
    types: partner.data?.actionTypes ?? DEFAULT_ACTION_TYPES,
    codes: partner.data?.stakeholderTypes ?? DEFAULT_STAKEHOLDER_TYPES,
    pools: all,
    poolName: (id: string) => poolOf(id)?.name ?? id,
    /** The pool's cap for one action; the default pool's for an empty id. */
    maxTokensOf: (id: string) => poolOf(id)?.restrictions.maxTokensPerAction,
  };
}
