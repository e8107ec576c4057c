import { MINUTE_MS } from "@/lib/domain/shared/duration";

const DAY_MINUTES = 24 * 60;
const WALL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** How many minutes the clocks of a zone are ahead of UTC at an instant. */
export function offsetMinutes(timezone: string, at: Date): number {
  const shown = Date.parse(`${wallTimeOf(at, timezone)}Z`);
  return Math.round((shown - Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS) / MINUTE_MS);
}

/** What the clocks of a zone show at an instant, as a date field writes it: "2026-12-06T18:00". */
export function wallTimeOf(at: Date, timezone: string): string {
  // Swedish dates are those of ISO 8601.
  const date = at.toLocaleDateString("sv-SE", { timeZone: timezone });
  return `${date}T${at.toLocaleTimeString("sv-SE", { timeZone: timezone, hour: "2-digit", minute: "2-digit" })}`;
}

/** The instant at which the clocks of a zone show this time; null for what is no time or no zone. */
export function instantOf(wall: string, timezone: string): Date | null {
  if (!WALL.test(wall) || !isZone(timezone)) return null;
  const asUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc)) return null;
  const guess = asUtc - offsetMinutes(timezone, new Date(asUtc)) * MINUTE_MS;
  // Between the guess and the truth the clocks may have been changed.
  return new Date(asUtc - offsetMinutes(timezone, new Date(guess)) * MINUTE_MS);
}

export function isZone(timezone: string): boolean {
  try {
    new Date(0).toLocaleDateString("en", { timeZone: timezone });
    return timezone !== "";
  } catch {
    return false;
  }
}

type Window = { days: readonly number[]; from: string; to: string };

/** A weekly window as clocks in UTC show it. Its days are those on which it begins there. */
export function windowInUtc({ days, from, to }: Window, offset: number): Window {
  const begins = minutesOf(from) - offset;
  const shift = Math.floor(begins / DAY_MINUTES);
  return {
    days: days.map((day) => ((((day - 1 + shift) % 7) + 7) % 7) + 1).toSorted((a, b) => a - b),
    from: timeOf(begins),
    to: timeOf(minutesOf(to) - offset),
  };
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

function timeOf(minutes: number): string {
  const within = ((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  return `${String(Math.floor(within / 60)).padStart(2, "0")}:${String(within % 60).padStart(2, "0")}`;
}
