import { useQuery } from "@tanstack/react-query";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import { KEY_PERMISSION } from "@/lib/domain/keys/scopes";

/** Whether the signed-in person may create and change keys. True until the answer is known: the server decides anyway. */
export function useCanManageKeys(): boolean {
  const me = useQuery(query(giving.me, {}));
  return me.data?.user.permissions.includes(KEY_PERMISSION) ?? true;
}
