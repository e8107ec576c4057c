type Waiting<I, O> = { item: I; resolve(output: O): void; reject(error: unknown): void };

/**
 * Does one by one what is asked for together: a batch begins a turn of the event loop after its first item, and what comes
 * while it runs goes into the next. So a lone item waits for nobody, and many share the cost of one run. `run` answers
 * each item at its own place; when it fails, every item of that batch fails with it.
 */
export function inBatches<I, O>(sizeMax: number, run: (items: readonly I[]) => Promise<readonly O[]>) {
  const waiting: Waiting<I, O>[] = [];
  let isRunning = false;

  const begin = async () => {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, sizeMax);
      try {
        const outputs = await run(batch.map(({ item }) => item));
        for (const [n, { resolve }] of batch.entries()) resolve(outputs[n]!);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    isRunning = false;
  };

  return (item: I): Promise<O> =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (isRunning) return;
      isRunning = true;
      setImmediate(begin);
    });
}
