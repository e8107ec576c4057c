/** `part/whole` to four decimals; 0 when the whole is 0 (directory contract, conventions). */
export function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((10_000 * part) / whole) / 10_000;
}
