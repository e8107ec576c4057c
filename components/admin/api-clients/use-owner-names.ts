import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { OWNER_WORDS } from "@/components/admin/api-clients/api-client-words";
import { query } from "@/lib/client/query";
import * as partnersApi from "@/lib/contract/admin/partners";
import type { ApiClient } from "@/lib/domain/api-clients/schemas";

/** As many as the partners list gives in one answer. */
const PARTNERS_MAX = 100;

/** Partners by name, for those who choose an owner. */
export function usePartnerChoices(search = "") {
  const asked = { limit: String(PARTNERS_MAX), sort: "name" as const, ...(search && { search }) };
  return useQuery(query(partnersApi.listPartners, asked));
}

type Owner = Pick<ApiClient, "ownerType" | "ownerId">;

/** Says whose a client is: by name where its owner is a partner here. */
export function useOwnerNames(): (owner: Owner) => string {
  const partners = usePartnerChoices().data?.data;
  return useCallback(
    ({ ownerType, ownerId }) => {
      const partner = ownerType === "partner" && partners?.find(({ id }) => id === ownerId);
      if (partner) return partner.name;
      return ownerId === undefined ? OWNER_WORDS[ownerType] : `${OWNER_WORDS[ownerType]} ${ownerId}`;
    },
    [partners],
  );
}
