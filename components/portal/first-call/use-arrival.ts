import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { pollDelayMs } from "@/components/portal/first-call/poll-delay";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { Key } from "@/lib/domain/keys/schemas";

/** Both times are the server's: an action this near to the key's last use is the one that used it. */
const SAME_REQUEST_MS = 5_000;

/** Watches a key until a request with it arrives that had not when the watch began. */
export function useArrival(key: Key) {
  const [usedBefore, setUsedBefore] = useState(key.lastUsedAt);
  const watched = useQuery({
    ...query(giving.getKey, { id: key.id }),
    refetchInterval: ({ state }) =>
      (state.data?.lastUsedAt ?? usedBefore) === usedBefore && pollDelayMs(state.dataUpdateCount),
  });
  const lastUsedAt = watched.data?.lastUsedAt ?? null;
  const arrivedAt = lastUsedAt === usedBefore ? null : lastUsedAt;

  const newest = useQuery({ ...query(giving.listActions, { limit: "1" }), enabled: arrivedAt !== null, staleTime: 0 });
  const action = newest.data?.data[0];
  const distanceMs = action && arrivedAt ? Math.abs(Date.parse(action.createdAt) - Date.parse(arrivedAt)) : undefined;

  return {
    usedBefore,
    arrivedAt,
    action: distanceMs !== undefined && distanceMs <= SAME_REQUEST_MS ? action : undefined,
    problem: watched.error,
    /** Begins to wait for the next one. */
    waitAgain: () => setUsedBefore(lastUsedAt),
  };
}
