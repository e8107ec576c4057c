/** `part/whole` to four decimals; 0 when the whole is 0 (directory contract, conventions). */
export function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((10_000 * part) / whole) / 10_000;
}

/** The mean of so many values to some decimals; absent when there are none. */
export function mean(sum: number, count: number, decimals: number): number | undefined {
  const unit = 10 ** decimals;
  return count === 0 ? undefined : Math.round((unit * sum) / count) / unit;
}
