import { Skeleton } from "@/components/ui/skeleton";
import { Stat, StatGroup } from "@/components/ui/stat";
import type { Usage } from "@/lib/domain/usage/schemas";

const LABELS = ["Calls", "Errors", "Refused by limits", "Duration"] as const;
type Figure = { value: string; note: string };

const count = (value: number) => value.toLocaleString("en");

/** A part of the whole, so precise that a few of many are not none. */
function share(part: number, whole: number): string {
  if (whole === 0) return "of no calls";
  const percent = (100 * part) / whole;
  return part > 0 && percent < 0.1 ? "under 0.1 % of calls" : `${percent.toFixed(1)} % of calls`;
}

const ms = (value: number | null) => (value === null ? "–" : `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`);

function figuresOf(totals: Usage["totals"]): Record<(typeof LABELS)[number], Figure> {
  const { calls, succeeded, clientErrors, serverErrors, rateLimited, p50Ms, p95Ms } = totals;
  return {
    Calls: { value: count(calls), note: `${count(succeeded)} succeeded` },
    Errors: {
      value: count(clientErrors + serverErrors),
      note: `${count(clientErrors)} of the caller, ${count(serverErrors)} of ours`,
    },
    "Refused by limits": { value: count(rateLimited), note: share(rateLimited, calls) },
    Duration: { value: ms(p50Ms), note: `median; 95 of 100 within ${ms(p95Ms)}` },
  };
}

/** The figures of a span. Undefined while they load. */
export function UsageFigures({ totals }: { totals: Usage["totals"] | undefined }) {
  const figures = totals && figuresOf(totals);
  const loading = { value: <Skeleton className="h-7 w-24" />, note: <Skeleton className="h-5 w-32" /> };
  return (
    <StatGroup>
      {LABELS.map((label) => (
        <Stat key={label} label={label} {...(figures?.[label] ?? loading)} />
      ))}
    </StatGroup>
  );
}
