"use client";

import { useQueries } from "@tanstack/react-query";
import { balanceHistory, timeFormat } from "@/components/portal/token-pool/balance-history";
import { Chart } from "@/components/ui/chart";
import { Section } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { TokenPool } from "@/lib/domain/giving/token-pools/schemas";

const PAGES = ["1", "2", "3"];
const LIMIT = 100;
const SERIES = [{ key: "balance", label: "Balance", tone: "accent" }] as const;

export type PoolHistoryProps = {
  pool: TokenPool;
  /** Dragging over a stretch asks the statement for that time. */
  onRangeSelect: (from: string, to: string) => void;
};

/** How the balance came to be what it is, over the latest entries. */
export function PoolHistory({ pool, onRangeSelect }: PoolHistoryProps) {
  const pages = useQueries({
    queries: PAGES.map((page) => query(giving.listPoolEntries, { poolId: pool.id, page, limit: String(LIMIT) })),
  });
  const isLoading = pages.some((page) => page.isPending);
  const isFailed = pages.some((page) => page.isError);
  const total = pages[0]?.data?.pagination.total ?? 0;
  const readAt = Math.max(...pages.map((page) => page.dataUpdatedAt));
  const points = balanceHistory(
    pages.flatMap((page) => page.data?.data ?? []),
    new Date(readAt),
  );
  const most = PAGES.length * LIMIT;
  return (
    <Section
      title="Balance over time"
      description={`${total > most ? `The latest ${most} entries, in UTC.` : "All entries, in UTC."} Drag over a stretch to see its entries.`}
    >
      {isLoading && <Skeleton className="h-48 w-full" />}
      {isFailed && (
        <p className="text-content-muted">The history could not be loaded. The statement below has it all.</p>
      )}
      {!isLoading && !isFailed && points.length === 0 && <p className="text-content-muted">No entries yet.</p>}
      {!isLoading && !isFailed && points.length > 0 && (
        <Chart
          label="Balance over time, in tokens"
          kind="area"
          points={points}
          series={SERIES}
          formatX={timeFormat(points)}
          onRangeSelect={onRangeSelect}
        />
      )}
    </Section>
  );
}
