/**
 * Awaits statements that were sent together. When some fail, the first of them in order is the cause: on one connection
 * the later ones only say that the transaction has failed already. Where their order matters all of them must be
 * `statement`s: the query builder sends its own a little later.
 */
export async function together<const T extends readonly unknown[]>(
  work: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const settled = await Promise.allSettled(work);
  for (const outcome of settled) if (outcome.status === "rejected") throw outcome.reason;
  // Nothing was rejected, so every entry holds the value of its promise.
  return settled.map((outcome) => (outcome as PromiseFulfilledResult<unknown>).value) as {
    -readonly [K in keyof T]: Awaited<T[K]>;
  };
}
