import { query } from "@/lib/client/query";
import type { CallOf, Endpoint } from "@/lib/contract/endpoint";

/** Options for `useQuery`: a dry run of an act, which changes nothing. It gives a reason since the API asks for one. */
export function rehearsal<E extends Endpoint>(declared: E, input: Omit<CallOf<E>, "reason" | "dryRun">) {
  // Every endpoint with a dry run takes these two beside its own fields.
  const call = { ...input, reason: "Dry run", dryRun: "true" } as CallOf<E>;
  return { ...query(declared, call), gcTime: 0, refetchOnWindowFocus: false };
}
