import type { BlastRadius } from "@/lib/domain/giving/blast-radius/schemas";

const hour = new Intl.DateTimeFormat("en-GB", {
  ...{ weekday: "short", hour: "2-digit", minute: "2-digit", timeZone: "UTC" },
});

/** "Tue 14:00 UTC": which of the last seven days is beyond doubt. */
export function hourText(at: string): string {
  return `${hour.format(new Date(at)).replace(",", "")} UTC`;
}

export const countText = (count: number) => count.toLocaleString("en");

/** What an act would have done to the traffic of the last seven days, in one sentence. */
export function radiusSentence({ callsRefused, callsTotal, worstHour }: BlastRadius): string {
  if (callsTotal === 0) return "There was no call with a key of this partner in the last 7 days.";
  const of = `${countText(callsTotal)} ${callsTotal === 1 ? "call" : "calls"} of the last 7 days`;
  if (callsRefused === 0 || !worstHour) return `None of the ${of} would have been refused.`;
  const worst = `${countText(worstHour.calls)} of them in the worst hour (${hourText(worstHour.at)})`;
  return `${countText(callsRefused)} of the ${of} would have been refused, ${worst}.`;
}

/** How long what is left in a pool lasts. */
export function runwayText({ pool }: BlastRadius): string | undefined {
  if (!pool) return undefined;
  if (pool.runwayDays === null) return "Nothing was drawn from the pool in these days.";
  const days = pool.runwayDays.toLocaleString("en");
  return `What is left lasts ${days} ${pool.runwayDays === 1 ? "day" : "days"} at their pace.`;
}
