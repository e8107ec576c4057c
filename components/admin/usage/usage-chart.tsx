import { enclosed, pointText } from "@/components/portal/dashboard/period";
import type { DateRange } from "@/components/portal/filters/date-range";
import { Chart } from "@/components/ui/chart";
import { ChartLegend } from "@/components/ui/chart-parts";
import type { ChartSeries } from "@/components/ui/chart-series";
import { Section } from "@/components/ui/section";
import type { Usage } from "@/lib/domain/usage/schemas";

type Point = { x: string; calls: number; errors: number; rateLimited: number };
type Key = Exclude<keyof Point, "x">;

export type UsageChartProps = {
  title: string;
  question: string;
  series: readonly (ChartSeries & { key: Key })[];
  usage: Usage;
  onRangeSelect: (range: DateRange) => void;
};

/** One question about calls over time. */
export function UsageChart({ title, question, series, usage, onRangeSelect }: UsageChartProps) {
  const points = usage.series.map(({ t, calls, clientErrors, serverErrors, rateLimited }) => {
    return { x: t, calls, errors: clientErrors + serverErrors, rateLimited };
  });
  const span = { ...usage.period, interval: usage.interval };
  return (
    <Section title={`${title} by ${usage.interval}`} description={question}>
      <Chart
        label={`${title} by ${usage.interval}, in UTC`}
        kind={series.length > 1 ? "area" : "bar"}
        points={points}
        series={series}
        syncId="usage"
        formatX={pointText(usage.interval)}
        onRangeSelect={(first, last) => onRangeSelect(enclosed(points, first, last, span))}
      />
      {series.length > 1 && <ChartLegend series={series} />}
    </Section>
  );
}
