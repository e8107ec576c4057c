/**
 * One value per process, however many module graphs load this file: Next bundles its own copy of the code beside the
 * server's, and a pool, cache or counter made twice would hold two truths.
 */
export function singleton<T>(name: string, make: () => T): T {
  const key = Symbol.for(`portico.${name}`);
  const store = globalThis as unknown as Record<symbol, T | undefined>;
  const present = store[key];
  if (present !== undefined) return present;
  const made = make();
  store[key] = made;
  return made;
}
