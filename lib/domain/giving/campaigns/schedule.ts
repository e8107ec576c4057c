import type { CampaignWindow } from "@/lib/domain/giving/campaigns/schemas";

/** When a campaign runs: from one instant to another, and within these windows of each week, if there are any. */
export type CampaignSchedule = {
  startsAt: Date;
  endsAt: Date | null;
  timezone: string;
  windows: readonly CampaignWindow[];
};

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** Making one is slow, and few zones are in use. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timezone: string): Intl.DateTimeFormat {
  const present = clocks.get(timezone);
  if (present) return present;
  const options = { weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const made = new Intl.DateTimeFormat("en-US", { ...options, timeZone: timezone });
  clocks.set(timezone, made);
  return made;
}

/** Whether a name is one of the IANA time zone database; an offset such as `+01:00` is none. */
export function isTimezone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    clockOf(name);
    return true;
  } catch {
    return false;
  }
}

/** The weekday, 1 for Monday to 7 for Sunday, and the time of day as `HH:MM`, as clocks show them there. */
function localTime(timezone: string, now: Date): { day: number; time: string } {
  const parts = new Map(
    clockOf(timezone)
      .formatToParts(now)
      .map(({ type, value }) => [type, value]),
  );
  return { day: DAYS.indexOf(parts.get("weekday")!) + 1, time: `${parts.get("hour")}:${parts.get("minute")}` };
}

/** A window that spans midnight belongs to the day it begins on. */
function isWithin({ days, from, to }: CampaignWindow, day: number, time: string): boolean {
  const yesterday = day === 1 ? 7 : day - 1;
  if (from < to) return days.includes(day) && from <= time && time < to;
  return (days.includes(day) && from <= time) || (days.includes(yesterday) && time < to);
}

/** Whether a campaign of this schedule takes actions at this moment (contract 8.4); one without a schedule always does. */
export function isWithinSchedule(schedule: CampaignSchedule | null, now: Date): boolean {
  if (!schedule) return true;
  const { startsAt, endsAt, timezone, windows } = schedule;
  if (now < startsAt || (endsAt && now >= endsAt)) return false;
  if (windows.length === 0) return true;
  const { day, time } = localTime(timezone, now);
  return windows.some((window) => isWithin(window, day, time));
}
