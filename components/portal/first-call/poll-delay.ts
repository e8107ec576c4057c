const SECOND_MS = 1_000;

/** Polls so far, and the pause before the next: quick while somebody types, slow for a page left open. */
const PACES: [until: number, delayMs: number][] = [
  [60, 2 * SECOND_MS],
  [200, 5 * SECOND_MS],
  [Number.POSITIVE_INFINITY, 15 * SECOND_MS],
];

/** Milliseconds until the next poll. An hour of waiting stays well below the limit of a signed-in user. */
export function pollDelayMs(polls: number): number {
  return PACES.find(([until]) => polls < until)?.[1] ?? SECOND_MS;
}
