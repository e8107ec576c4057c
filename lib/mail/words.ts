/** "1 March 2026, 12:00 UTC" */
export function utcTime(at: Date): string {
  const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
  return `${format.format(at).replace(" at ", ", ")} UTC`;
}

/** "in 7 days" */
export function inDays(days: number): string {
  return days === 1 ? "in 1 day" : `in ${days} days`;
}
