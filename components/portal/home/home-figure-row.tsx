import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type HomeFigures, keysOf } from "@/components/portal/home/use-home-figures";
import { isServed, keyState } from "@/components/portal/keys/key-state";
import { webhookHealth } from "@/components/portal/webhooks/webhook-health";
import { Skeleton } from "@/components/ui/skeleton";
import { Stat, StatGroup } from "@/components/ui/stat";
import type { ApiError } from "@/lib/client/call";

const count = (tokens: number) => tokens.toLocaleString("en");

type Figure = { value: ReactNode; note: ReactNode };

/** A figure while it loads, when it failed, and when it is there. Never a zero that is not one. */
function figure<Data>(answer: UseQueryResult<Data, ApiError>, show: (data: Data) => Figure): Figure {
  if (answer.data !== undefined) return show(answer.data);
  if (answer.error) return { value: "–", note: "Could not be loaded" };
  return { value: <Skeleton className="h-6 w-24" />, note: <Skeleton className="h-4 w-32" /> };
}

export function HomeFigureRow({ figures }: { figures: HomeFigures }) {
  const { pools, actions, today, webhooks } = figures;
  const keys = keysOf(figures) ?? [];
  const served = keys.filter((key) => isServed(keyState(key, new Date())));
  const pool = figure(pools, ({ data }) => ({
    value: count(data.reduce((sum, { balance }) => sum + balance, 0)),
    note: `of ${count(data.reduce((sum, { allocated }) => sum + allocated, 0))} tokens allocated`,
  }));
  const inOneDay = figure(today, ({ pagination }) => ({
    value: count(pagination.total),
    note: actions.data ? `last 24 hours, ${count(actions.data.pagination.total)} in all` : "last 24 hours",
  }));
  const deliveries = figure(webhooks, ({ data }) => ({
    value: data.length === 0 ? "None" : count(data.filter((one) => webhookHealth(one).word === "Healthy").length),
    note: data.length === 0 ? "no webhook registered" : `healthy, of ${count(data.length)}`,
  }));
  return (
    <StatGroup>
      <Stat label="Pool balance" href="/token-pool" {...pool} />
      <Stat label="Actions" href="/actions" {...inOneDay} />
      <Stat label="Active keys" href="/keys" value={count(served.length)} note={`of ${count(keys.length)}`} />
      <Stat label="Webhooks" href="/webhooks" {...deliveries} />
    </StatGroup>
  );
}
