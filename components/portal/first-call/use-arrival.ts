import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { pollDelayMs } from "@/components/portal/first-call/poll-delay";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { Key, LastSignedCall } from "@/lib/domain/keys/schemas";

export type SignedCall = NonNullable<LastSignedCall["call"]>;

/** Both times are the server's: an action this near to the call is the one it submitted. */
const SAME_REQUEST_MS = 5_000;

/** Watches a key until a signed request with it was served that had not been when the watch began. */
export function useArrival(key: Key) {
  // No signed call is later than the last use, whatever kind of use that was.
  const [since, setSince] = useState(key.lastUsedAt);
  const isNew = (call: SignedCall | null | undefined) => !!call && (since === null || call.at > since);
  const watched = useQuery({
    ...query(giving.getLastSignedCall, { id: key.id }),
    refetchInterval: ({ state }) => !isNew(state.data?.call) && pollDelayMs(state.dataUpdateCount),
  });
  const call = watched.data?.call ?? null;
  const arrived = isNew(call) ? call : null;

  const newest = useQuery({ ...query(giving.listActions, { limit: "1" }), enabled: arrived !== null, staleTime: 0 });
  const action = newest.data?.data[0];
  const distanceMs = action && arrived ? Math.abs(Date.parse(action.createdAt) - Date.parse(arrived.at)) : undefined;

  return {
    /** The last signed call from before the watch. */
    former: arrived ? null : call,
    arrived,
    action: distanceMs !== undefined && distanceMs <= SAME_REQUEST_MS ? action : undefined,
    problem: watched.error,
    /** Begins to wait for the next one. */
    waitAgain: () => setSince(call?.at ?? null),
  };
}
