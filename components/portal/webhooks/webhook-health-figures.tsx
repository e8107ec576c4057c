"use client";

import { useQuery } from "@tanstack/react-query";
import { Stat, StatGroup } from "@/components/ui/stat";
import { Time } from "@/components/ui/time";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";

const LOOK_AGAIN_MS = 30_000;
const inMs = (ms: number | null | undefined) => (ms == null ? "–" : `${Math.round(ms).toLocaleString("en")} ms`);

/** How the receiver did in the last 24 hours, and what waits for it. */
export function WebhookHealthFigures({ webhookId }: { webhookId: string }) {
  const { data } = useQuery({
    ...query(giving.getWebhookHealth, { webhookId }),
    refetchInterval: LOOK_AGAIN_MS,
  });
  const attempts = data?.attempts24h;
  const count = (value: number | undefined) => value?.toLocaleString("en") ?? "–";
  return (
    <StatGroup>
      <Stat label="Attempts" value={count(attempts)} note="last 24 hours" />
      <Stat label="Failed attempts" value={count(data?.failedAttempts24h)} note={failureRate(data)} />
      <Stat label="Time to answer" value={inMs(data?.medianMs24h)} note={`median; p95 ${inMs(data?.p95Ms24h)}`} />
      <Stat
        label="Pending"
        value={count(data?.pending)}
        note={
          data?.oldestPendingAt ? (
            <>
              oldest <Time at={data.oldestPendingAt} />
            </>
          ) : (
            "nothing waits"
          )
        }
      />
    </StatGroup>
  );
}

function failureRate(health: { attempts24h: number; failedAttempts24h: number } | undefined): string {
  if (!health || health.attempts24h === 0) return "last 24 hours";
  return `${((100 * health.failedAttempts24h) / health.attempts24h).toFixed(1)} % of the last 24 hours`;
}
