import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { SetupFacts } from "@/components/portal/home/setup-steps";
import { useEnvironment } from "@/lib/client/providers";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { Key } from "@/lib/domain/keys/schemas";
import { DAY_MS } from "@/lib/domain/shared/duration";

/** Everything home shows, each figure from the call that owns it. Only active partners are served what they hold. */
export function useHomeFigures() {
  const { environment } = useEnvironment();
  const [dayAgo] = useState(() => new Date(Date.now() - DAY_MS).toISOString());
  const me = useQuery(query(giving.me, {}));
  const enabled = me.data?.partner?.status === "ACTIVE";
  const keys = useQuery(query(giving.listKeys, {}));
  const pools = useQuery({ ...query(giving.listTokenPools, { limit: "100" }), enabled });
  const webhooks = useQuery({ ...query(giving.listWebhooks, { limit: "100" }), enabled });
  const actions = useQuery({ ...query(giving.listActions, { limit: "5" }), enabled });
  const rewards = useQuery({ ...query(giving.listActions, { limit: "1", status: "COMPLETED" }), enabled });
  const today = useQuery({ ...query(giving.listActions, { limit: "1", from: dayAgo }), enabled });
  return { environment, me, isActive: enabled, keys, pools, webhooks, actions, rewards, today };
}

export type HomeFigures = ReturnType<typeof useHomeFigures>;

/** The keys of the environment at hand. */
export function keysOf({ keys, environment }: HomeFigures): Key[] | undefined {
  return keys.data?.data.filter((key) => key.environment === environment);
}

/** Undefined until every part is known: half-known facts would show a step as open that is done. */
export function setupFacts(figures: HomeFigures): SetupFacts | undefined {
  const { me, isActive, webhooks, rewards } = figures;
  const keys = keysOf(figures);
  if (!me.data || !keys) return undefined;
  const known = { hasKey: keys.length > 0, hasCalled: keys.some((key) => key.lastUsedAt !== null) };
  if (!me.data.partner) return { ...known, hasWebhook: false, hasReward: false };
  if (!isActive || !webhooks.data || !rewards.data) return undefined;
  return {
    ...known,
    hasWebhook: webhooks.data.pagination.total > 0,
    hasReward: rewards.data.pagination.total > 0,
  };
}
