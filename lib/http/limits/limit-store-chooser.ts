import { EmbeddedLimitStore } from "@/lib/http/limits/embedded-store";
import { GuardedLimitStore, type LimitStoreState } from "@/lib/http/limits/guarded-store";
import type { LimitStore } from "@/lib/http/limits/limit-store";
import { UpstashLimitStore } from "@/lib/http/limits/upstash-store";
import { env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/logger";
import { makeUpstash } from "@/lib/platform/redis";
import { singleton } from "@/lib/platform/singleton";

type Cluster = { size: () => number };

const cluster = singleton<Cluster>("limit-cluster", () => ({ size: () => 1 }));

/** Says how many processes share the limits; asked on each call made while the shared store is away. */
export function setClusterSize(size: () => number): void {
  cluster.size = size;
}

/** The process's limit store: the shared one where it is configured, else this process's memory. */
export function limitStore(): LimitStore {
  return singleton("limit-store", choose);
}

/** Whether limits are shared at this moment: for readiness, metrics and the admin's overview. */
export function limitStoreState(): LimitStoreState {
  const store = limitStore();
  // Not `instanceof`: the store may have been made by another bundle's copy of the class.
  if ("state" in store) return (store as GuardedLimitStore).state();
  return { name: store.name, degraded: false, since: null, failures: 0 };
}

function choose(): LimitStore {
  const { upstashRedisRestUrl: url, upstashRedisRestToken: token } = env();
  if (!url) return new EmbeddedLimitStore();
  const shared = new UpstashLimitStore(makeUpstash({ url, token: token ?? "" }));
  return new GuardedLimitStore(shared, { clusterSize: () => cluster.size(), log: logger });
}
