import { useQuery } from "@tanstack/react-query";
import { query } from "@/lib/client/query";
import * as partnersApi from "@/lib/contract/admin/partners";

/** The partner's full record; under a partner's pages it is there already. */
export function usePartnerRecord(id: string) {
  return useQuery(query(partnersApi.getPartner, { id }));
}
