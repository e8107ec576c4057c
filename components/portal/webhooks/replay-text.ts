/** What is to be sent again, as the form has it: times as `datetime-local` writes them. */
export type Replay = { kind: "failed" | "range"; from: string; to: string };

/** The form as the contract wants it; null while a time is missing or wrong. */
export function replayInput({
  kind,
  from,
  to,
}: Replay): { failedSince: string } | { from: string; to?: string } | null {
  const start = instantOf(from);
  if (!start) return null;
  if (kind === "failed") return { failedSince: start };
  const end = to === "" ? undefined : instantOf(to);
  if (end === null) return null;
  return { from: start, ...(end && { to: end }) };
}

type Outcome = { count: number; lastAttemptAt: string | null; hasMore: boolean };

/** How many events a replay sends, and until when. */
export function replaySentence({ count, lastAttemptAt, hasMore }: Outcome, told: "preview" | "done"): string {
  if (count === 0) return "No event fits: nothing would be sent.";
  const events = `${count.toLocaleString("en")} ${count === 1 ? "event" : "events"}`;
  const last = lastAttemptAt ? `, the last one at ${lastAttemptAt.slice(11, 16)} UTC` : "";
  const rest = hasMore ? " More fit than one replay takes: replay again afterwards." : "";
  return `${events} ${told === "done" ? "will be sent" : "would be sent"}${last}.${rest}`;
}

function instantOf(written: string): string | null {
  const time = Date.parse(written);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
