import { useQuery } from "@tanstack/react-query";
import { query } from "@/lib/client/query";
import * as clientsApi from "@/lib/contract/directory/admin-clients";

/** Every client of the directory API, newest first. */
export function useApiClients() {
  return useQuery({ ...query(clientsApi.listApiClients, {}), select: ({ data }) => data });
}

/** One of them; null where there is none with this id. Under a client's pages it is there already. */
export function useApiClient(id: string) {
  return useQuery({
    ...query(clientsApi.listApiClients, {}),
    select: ({ data }) => data.find((client) => client.id === id) ?? null,
  });
}
