export type Random = () => number;

/** Numbers in [0, 1) that follow from the seed (mulberry32); each name has a sequence of its own. */
export function seededRandom(seed: number, name: string): Random {
  let state = [...name].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), seed | 0);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Cuts a whole into `count` parts of random length, the shortest about a tenth of the longest. */
export function randomParts(whole: number, count: number, random: Random): number[] {
  const weights = Array.from({ length: count }, () => 0.1 + random());
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (whole * weight) / sum);
}
