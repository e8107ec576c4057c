import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type HomeFigures, keysOf } from "@/components/portal/home/use-home-figures";
import { isServed, keyState } from "@/components/portal/keys/key-state";
import { webhookHealth } from "@/components/portal/webhooks/webhook-health";
import { Skeleton } from "@/components/ui/skeleton";
import { Stat, StatGroup } from "@/components/ui/stat";
import type { ApiError } from "@/lib/client/call";
import type { Webhook } from "@/lib/domain/webhooks/schemas";

const count = (tokens: number) => tokens.toLocaleString("en");

type Figure = { value: ReactNode; note: ReactNode };

/** A figure while it loads, when it failed, and when it is there. Never a zero that is not one. */
function figure<Data>(answer: UseQueryResult<Data, ApiError>, show: (data: Data) => Figure): Figure {
  if (answer.data !== undefined) return show(answer.data);
  if (answer.error) return { value: "–", note: "Could not be loaded" };
  return { value: <Skeleton className="h-6 w-24" />, note: <Skeleton className="h-4 w-32" /> };
}

/** What is wrong, if anything is; what works, if anything does. */
function deliveriesNote(webhooks: readonly Webhook[]): string {
  const words = webhooks.map((webhook) => webhookHealth(webhook).word);
  const failing = words.filter((word) => word === "Failing" || word === "Disabled").length;
  const healthy = words.filter((word) => word === "Healthy").length;
  if (webhooks.length === 0) return "none registered";
  if (failing > 0) return `${count(failing)} failing or disabled`;
  return healthy > 0 ? `${count(healthy)} healthy` : "nothing delivered yet";
}

export function HomeFigureRow({ figures }: { figures: HomeFigures }) {
  const { pools, actions, today, webhooks } = figures;
  const keys = keysOf(figures) ?? [];
  const served = keys.filter((key) => isServed(keyState(key, new Date())));
  const pool = figure(pools, ({ data }) => ({
    value: count(data.reduce((sum, { balance }) => sum + balance, 0)),
    note: `of ${count(data.reduce((sum, { allocated }) => sum + allocated, 0))} tokens`,
  }));
  const inOneDay = figure(today, ({ pagination }) => ({
    value: count(pagination.total),
    note: actions.data ? `last 24 hours, ${count(actions.data.pagination.total)} in all` : "last 24 hours",
  }));
  const deliveries = figure(webhooks, ({ data }) => ({ value: count(data.length), note: deliveriesNote(data) }));
  return (
    <StatGroup>
      <Stat label="Pool balance" href="/token-pool" {...pool} />
      <Stat label="Actions" href="/actions" {...inOneDay} />
      <Stat label="Active keys" href="/keys" value={count(served.length)} note={`of ${count(keys.length)}`} />
      <Stat label="Webhooks" href="/webhooks" {...deliveries} />
    </StatGroup>
  );
}
