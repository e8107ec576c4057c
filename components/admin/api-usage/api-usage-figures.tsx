import { Skeleton } from "@/components/ui/skeleton";
import { Stat, StatGroup } from "@/components/ui/stat";
import type { UsageAnalytics } from "@/lib/domain/api-clients/usage/schemas";

const LABELS = ["Attempted calls", "Allowed", "Blocked", "Rate limited"] as const;
type Figure = { value: string; note: string };

const count = (value: number) => value.toLocaleString("en");
const some = (value: number, one: string) => `${count(value)} ${one}${value === 1 ? "" : "s"}`;

/** A part of the whole, so precise that a few of many are not none. */
function share(part: number, whole: number): string {
  if (whole === 0) return "of no calls";
  const percent = (100 * part) / whole;
  return part > 0 && percent < 0.1 ? "under 0.1 % of calls" : `${percent.toFixed(1)} % of calls`;
}

function figuresOf(totals: UsageAnalytics["totals"], ofOne: boolean): Record<(typeof LABELS)[number], Figure> {
  const { clients, requests, allowed, blocked, rateLimited, activeKeys, webhookDeliveries } = totals;
  const keys = some(activeKeys, "active key");
  return {
    "Attempted calls": { value: count(requests), note: ofOne ? keys : `${some(clients, "client")}, ${keys}` },
    Allowed: { value: count(allowed), note: share(allowed, requests) },
    Blocked: { value: count(blocked), note: share(blocked, requests) },
    "Rate limited": {
      value: count(rateLimited),
      note:
        webhookDeliveries > 0 ? `beside ${count(webhookDeliveries)} webhook deliveries` : share(rateLimited, requests),
    },
  };
}

type ApiUsageFiguresProps = { totals: UsageAnalytics["totals"] | undefined; ofOne: boolean };

/** The figures of a window. Without totals while they load. */
export function ApiUsageFigures({ totals, ofOne }: ApiUsageFiguresProps) {
  const figures = totals && figuresOf(totals, ofOne);
  const loading = { value: <Skeleton className="h-7 w-24" />, note: <Skeleton className="h-5 w-32" /> };
  return (
    <StatGroup>
      {LABELS.map((label) => (
        <Stat key={label} label={label} {...(figures?.[label] ?? loading)} />
      ))}
    </StatGroup>
  );
}
