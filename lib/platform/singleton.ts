/** What this module graph has seen already; looking a symbol up by its name for every request is slow. */
const seen = new Map<string, unknown>();

/**
 * One value per process, however many module graphs load this file: Next bundles its own copy of the code beside the
 * server's, and a pool, cache or counter made twice would hold two truths.
 */
export function singleton<T>(name: string, make: () => T): T {
  const known = seen.get(name);
  // The value was put there by a caller of this name, and a name stands for one type.
  if (known !== undefined) return known as T;
  const key = Symbol.for(`portico.${name}`);
  const store = globalThis as unknown as Record<symbol, T | undefined>;
  store[key] ??= make();
  seen.set(name, store[key]);
  return store[key];
}
