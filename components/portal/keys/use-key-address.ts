import { usePathname, useSearchParams } from "next/navigation";
import { parseAsArrayOf, parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { KEY_SORTS } from "@/components/portal/keys/arrange-keys";
import { KEY_STATES } from "@/components/portal/keys/key-state";
import { ENVIRONMENTS } from "@/lib/domain/shared/schemas";

const PARAMETERS = {
  /** Id of the key whose panel is open. */
  key: parseAsString,
  create: parseAsBoolean.withDefault(false),
  environment: parseAsArrayOf(parseAsStringLiteral(ENVIRONMENTS)).withDefault([]),
  status: parseAsArrayOf(parseAsStringLiteral(KEY_STATES)).withDefault([]),
  sort: parseAsStringLiteral(KEY_SORTS),
};

/** What of the page can be shared lives in its address. */
export function useKeyAddress() {
  const [address, setAddress] = useQueryStates(PARAMETERS);
  const pathname = usePathname();
  const current = useSearchParams();
  const hrefOf = (id: string) => {
    const search = new URLSearchParams(current);
    search.set("key", id);
    return `${pathname}?${search}`;
  };
  return { ...address, setAddress, hrefOf };
}
