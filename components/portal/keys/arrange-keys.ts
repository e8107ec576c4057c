import { KEY_STATES, type KeyState, keyState } from "@/components/portal/keys/key-state";
import type { Key } from "@/lib/domain/keys/schemas";
import { ENVIRONMENTS, type Environment } from "@/lib/domain/shared/schemas";

export type KeyFilters = { environments: readonly Environment[]; states: readonly KeyState[] };

export const KEY_SORTS = ["name", "-name", "lastUsedAt", "-lastUsedAt"] as const;
export type KeySort = (typeof KEY_SORTS)[number];

/** The keys that fit the filters, in order. The contract lists keys whole and newest first; the rest is done here. */
export function arrangeKeys(keys: readonly Key[], filters: KeyFilters, sort: KeySort | null, now: Date): Key[] {
  const fitting = keys
    .filter((key) => filters.environments.length === 0 || filters.environments.includes(key.environment))
    .filter((key) => filters.states.length === 0 || filters.states.includes(keyState(key, now)));
  if (!sort) return fitting;
  const sign = sort.startsWith("-") ? -1 : 1;
  const rank = (key: Key) => (sort.endsWith("name") ? key.name.toLowerCase() : (key.lastUsedAt ?? ""));
  return fitting.sort((a, b) => sign * compare(rank(a), rank(b)));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How many keys each option of the two filters has. */
export function countKeys(keys: readonly Key[], now: Date) {
  const count = (fits: (key: Key) => boolean) => keys.filter(fits).length;
  return {
    environments: ENVIRONMENTS.map((value) => ({ value, count: count((key) => key.environment === value) })),
    states: KEY_STATES.map((value) => ({ value, count: count((key) => keyState(key, now) === value) })),
  };
}
