const STORE = Symbol.for("portico.singletons");

const shared = globalThis as { [STORE]?: Map<string, unknown> };
shared[STORE] ??= new Map();
/** Found once for each module graph: looking a symbol up by its name for every request is slow. */
const values = shared[STORE];

/**
 * One value per process, however many module graphs load this file: Next bundles its own copy of the code beside the
 * server's, and a pool, cache or counter made twice would hold two truths.
 */
export function singleton<T>(name: string, make: () => T): T {
  const known = values.get(name);
  // The value was put there by a caller of this name, and a name stands for one type.
  if (known !== undefined) return known as T;
  const value = make();
  values.set(name, value);
  return value;
}

/** Takes all values out by their names, so that the next use makes each anew: for tests that share a process. */
export function takeSingletons(): Map<string, unknown> {
  const taken = new Map(values);
  values.clear();
  return taken;
}
