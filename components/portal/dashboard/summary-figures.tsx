import {
  actionsNote,
  donationsNote,
  errorsNote,
  percent,
  tokensNote,
} from "@/components/portal/dashboard/summary-words";
import { Skeleton } from "@/components/ui/skeleton";
import { Stat, StatGroup } from "@/components/ui/stat";
import type { Summary } from "@/lib/domain/giving/dashboard/schemas";

const LABELS = [
  "Actions",
  "Tokens, net",
  "Active users",
  "Pool balance now",
  "API requests",
  "API errors",
  "Webhooks delivered",
  "Donations",
] as const;
type Label = (typeof LABELS)[number];
type Figure = { value: string; note: string; href?: string };

const count = (value: number) => value.toLocaleString("en");

/** The figures of a period. Undefined while they load; each leads to the list that adds up to it. */
export function SummaryFigures({ summary }: { summary: Summary | undefined }) {
  const figures = summary && figuresOf(summary);
  return (
    <StatGroup>
      {LABELS.map((label) => (
        <Stat key={label} label={label} {...(figures?.[label] ?? LOADING)} />
      ))}
    </StatGroup>
  );
}

/** Of no delivery none succeeded and none failed: there is no rate to show. */
function deliveries({ delivered, failed }: Summary["webhooks"]): Figure {
  if (delivered + failed === 0) return { value: "–", note: "no delivery ended" };
  return {
    value: percent(delivered, delivered + failed),
    note: `${count(delivered)} delivered, ${count(failed)} failed`,
  };
}

const LOADING = { value: <Skeleton className="h-7 w-24" />, note: <Skeleton className="h-5 w-32" /> };

function figuresOf({ period, actions, tokens, users, api, webhooks, donations }: Summary): Record<Label, Figure> {
  const during = new URLSearchParams(period);
  return {
    Actions: { value: count(actions.total), note: actionsNote(actions), href: `/actions?${during}` },
    "Tokens, net": { value: count(tokens.net), note: tokensNote(tokens), href: `/transactions?${during}` },
    "Active users": {
      value: count(users.active),
      note: `of ${count(users.total)}, ${count(users.new)} new`,
      href: "/users",
    },
    "Pool balance now": {
      value: count(tokens.poolBalance),
      note: `of ${count(tokens.poolAllocated)} allocated`,
      href: "/token-pool",
    },
    "API requests": { value: count(api.requests), note: "by keys and in the portal" },
    "API errors": { value: count(api.errors), note: errorsNote(api) },
    "Webhooks delivered": { ...deliveries(webhooks), href: "/webhooks" },
    Donations: { value: count(donations.count), note: donationsNote(donations), href: `/donations?${during}` },
  };
}
