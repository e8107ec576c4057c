import { useQuery } from "@tanstack/react-query";
import { useEnvironment } from "@/lib/client/providers";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import { type Scope, scopesOfRole } from "@/lib/domain/keys/scopes";

/** Whether the signed-in person's role has a scope here. True until the answer is known: the server decides anyway. */
export function useMayWrite(scope: Scope): boolean {
  const { environment } = useEnvironment();
  const me = useQuery(query(giving.me, {}));
  return me.data ? scopesOfRole(me.data.user.role, environment).includes(scope) : true;
}
