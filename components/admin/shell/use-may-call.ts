import { useQuery } from "@tanstack/react-query";
import { query } from "@/lib/client/query";
import * as signInApi from "@/lib/contract/admin/sign-in";
import type { Endpoint } from "@/lib/contract/endpoint";

/** Whether the person's role may call an endpoint; not until the role is known. */
export function useMayCall({ roles }: Pick<Endpoint, "roles">): boolean {
  const me = useQuery(query(signInApi.me, {}));
  return me.data !== undefined && (!roles || roles.includes(me.data.admin.role));
}
