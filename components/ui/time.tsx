"use client";

import { useSyncExternalStore } from "react";
import { formatLocal, formatRelative, formatUtc } from "./format-time";
import { Tooltip } from "./tooltip";

export type TimeProps = {
  /** ISO 8601, or null for what has not happened. */
  at: string | Date | null | undefined;
  /** "absolute" prints UTC; "relative" (default) prints it on hover and focus. */
  format?: "relative" | "absolute";
  /** Stands for null. */
  never?: string;
};

export function Time({ at, format = "relative", never = "Never" }: TimeProps) {
  const minute = useSyncExternalStore(subscribeToMinutes, readMinute, () => 0);
  if (at === null || at === undefined) return <span className="text-content-muted">{never}</span>;
  const date = new Date(at);
  const isRelative = format === "relative" && minute > 0;
  return (
    <Tooltip
      content={
        <span className="flex flex-col tabular-nums">
          <span>{formatUtc(date)}</span>
          <span>{formatLocal(date)}</span>
        </span>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the full time must be reachable without a mouse. */}
      <time dateTime={date.toISOString()} tabIndex={0} className="rounded-mark whitespace-nowrap">
        {isRelative ? formatRelative(date, new Date()) : formatUtc(date)}
      </time>
    </Tooltip>
  );
}

// The server does not know when the page is read: it prints UTC, and the browser then counts from its own clock.
const MINUTE_MS = 60_000;
const readMinute = () => Math.floor(Date.now() / MINUTE_MS);

function subscribeToMinutes(changed: () => void) {
  const timer = setInterval(changed, MINUTE_MS);
  return () => clearInterval(timer);
}
