"use client";

import { useQueries } from "@tanstack/react-query";
import { ChartColumn, Table2 } from "lucide-react";
import { useState } from "react";
import type { DashboardChart } from "@/components/portal/dashboard/dashboard-charts";
import { enclosed, pointsOf, pointText, type Span } from "@/components/portal/dashboard/period";
import { FRESH_MS } from "@/components/portal/dashboard/use-summary";
import type { DateRange } from "@/components/portal/filters/date-range";
import { loadProblem } from "@/components/portal/list-face";
import { Button } from "@/components/ui/button";
import { Chart } from "@/components/ui/chart";
import { ChartLegend, ChartTable } from "@/components/ui/chart-parts";
import { ErrorState } from "@/components/ui/error-state";
import { Section } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";

export type MetricChartProps = {
  chart: DashboardChart;
  span: Span;
  /** Dragging over a stretch asks about that time alone. */
  onRangeSelect: (range: DateRange) => void;
};

/** One question over time, as a drawing or as the table of the same figures. */
export function MetricChart({ chart: { title, question, series }, span, onRangeSelect }: MetricChartProps) {
  const [isTable, setIsTable] = useState(false);
  const answers = useQueries({
    queries: series.map(({ key }) => ({
      ...query(giving.getTimeseries, { metric: key, ...span }),
      staleTime: FRESH_MS,
    })),
  });
  const loaded = answers.flatMap(({ data }) => data ?? []);
  const failed = answers.find(({ error, data }) => error && !data)?.error;
  const points = pointsOf(loaded);
  const problem = failed && loadProblem(failed, `${title} could not be loaded`);
  const heading = `${title} by ${span.interval}`;
  const shown = { points, series, formatX: pointText(span.interval) };
  return (
    <Section title={heading} description={question}>
      {problem && (
        <ErrorState
          title={problem.title}
          requestId={problem.requestId}
          onRetry={() => void Promise.all(answers.map(({ refetch }) => refetch()))}
        >
          {problem.message}
        </ErrorState>
      )}
      {!problem && loaded.length < series.length && <Skeleton className="h-48 w-full" />}
      {!problem && loaded.length === series.length && isTable && (
        <ChartTable visible caption={`${heading}, in UTC`} {...shown} formatY={(value) => value.toLocaleString("en")} />
      )}
      {!problem && loaded.length === series.length && !isTable && (
        <Chart
          label={`${heading}, in UTC`}
          // Two things beside each other are thin as bars: as lines both are seen at any number of points.
          kind={series.length > 1 ? "area" : "bar"}
          syncId="dashboard"
          onRangeSelect={(from, to) => onRangeSelect(enclosed(points, from, to, span))}
          {...shown}
        />
      )}
      {!problem && (
        <div className="-mt-2 flex items-center justify-between gap-4">
          {series.length > 1 ? <ChartLegend series={series} /> : <span />}
          <Button
            size="small"
            variant="ghost"
            icon={isTable ? <ChartColumn aria-hidden="true" /> : <Table2 aria-hidden="true" />}
            aria-label={`Show ${isTable ? "chart" : "table"} of ${title}`}
            onClick={() => setIsTable(!isTable)}
          >
            {isTable ? "Show chart" : "Show table"}
          </Button>
        </div>
      )}
    </Section>
  );
}
