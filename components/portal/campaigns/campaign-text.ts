import { offsetMinutes, wallTimeOf, windowInUtc } from "@/components/portal/campaigns/wall-time";
import type { Campaign, CampaignWindow } from "@/lib/domain/giving/campaigns/schemas";

export type Line = { label: string; text: string };

const UNMATCHED: Record<Campaign["unmatchedSplit"], string> = {
  RETURN_TO_POOL: "The share of a type that an action does not name stays in the pool.",
  REDISTRIBUTE: "The share of a type that an action does not name is divided among the others.",
  REJECT: "An action that does not name every type is refused with STAKEHOLDER_REQUIRED.",
};

const DAY_NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** How an amount becomes tokens, one sentence a rule. Tiers and splits are told by a table and a bar. */
export function rewardLines(campaign: Campaign): Line[] {
  const { actionTypes, currency, tokensPerUnit, multiplier, rounding, splits, unmatchedSplit } = campaign;
  return [
    {
      label: "Applies to",
      text: `${list(actionTypes)} actions${campaign.isDefault ? ", also those that name no campaign" : " that name it"}.`,
    },
    {
      label: "Rate",
      text: `${tokens(tokensPerUnit)} for each ${currency === null ? "unit of the amount" : currency}.`,
    },
    {
      label: "Multiplier",
      text: multiplier === 1 ? "None." : `Tokens are multiplied by ${decimalText(multiplier)}.`,
    },
    {
      label: "Rounding",
      text: `Once, on the total: ${rounding === "HALF_UP" ? "half a token counts as a whole one" : "down to whole tokens"}.`,
    },
    {
      label: "Currency",
      text: currency === null ? "Every currency that you are set up for, and plain quantities." : `Only ${currency}.`,
    },
    {
      label: "Absent types",
      text: splits.length === 0 ? "All stakeholders of an action get the same." : UNMATCHED[unmatchedSplit],
    },
  ];
}

/** When it runs, by the clocks of its zone and by UTC. */
export function scheduleLines(schedule: NonNullable<Campaign["schedule"]>, now: Date): Line[] {
  const { startsAt, endsAt, timezone, windows } = schedule;
  const offset = offsetMinutes(timezone, now);
  const isUtc = timezone === "UTC";
  const hours = windows.map((window) => windowText(window)).join("; ");
  const inUtc = windows.map((window) => windowText(windowInUtc(window, offset))).join("; ");
  return [
    { label: "Starts", text: instantText(startsAt, timezone) },
    { label: "Ends", text: endsAt === null ? "Not by itself." : instantText(endsAt, timezone) },
    { label: "Hours", text: windows.length === 0 ? "All." : `${hours}${isUtc ? " UTC" : ` in ${timezone}`}.` },
    ...(windows.length > 0 && !isUtc ? [{ label: "Hours in UTC", text: `${inUtc}, as clocks stand there now.` }] : []),
  ];
}

/** "2026-12-06 18:00 in Europe/Berlin, 2026-12-06 17:00 UTC" */
export function instantText(at: string, timezone: string): string {
  const utc = `${at.slice(0, 16).replace("T", " ")} UTC`;
  return timezone === "UTC" ? utc : `${wallTimeOf(new Date(at), timezone).replace("T", " ")} in ${timezone}, ${utc}`;
}

/** "Fri and Sat 18:00 to 01:00 next day" */
export function windowText({
  days,
  from,
  to,
}: Pick<CampaignWindow, "from" | "to"> & { days: readonly number[] }): string {
  const named = days.length === 7 ? "Every day" : list([...days].sort().map((day) => DAY_NAMES[day - 1] ?? ""));
  return `${named} ${from} to ${to}${to <= from ? " next day" : ""}`;
}

/** `2500` → "25 %" */
export function shareText(shareBps: number): string {
  return `${decimalText(shareBps / 100)} %`;
}

export function decimalText(value: number): string {
  return value.toLocaleString("en", { maximumFractionDigits: 4 });
}

/** "1 token", "2.5 tokens" */
export function tokens(count: number): string {
  return `${decimalText(count)} ${count === 1 ? "token" : "tokens"}`;
}

/** "1.5 × 2" as a list shows it. */
export function rateText({ tokensPerUnit, multiplier }: Pick<Campaign, "tokensPerUnit" | "multiplier">): string {
  return multiplier === 1 ? decimalText(tokensPerUnit) : `${decimalText(tokensPerUnit)} × ${decimalText(multiplier)}`;
}

function list(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
