import type { ChartPoint, ChartSeries } from "./chart-series";
import { cn } from "./class-names";

type Formats = { formatX: (x: string) => string; formatY: (y: number) => string };

const TONE_GROUNDS = {
  accent: "bg-chart-accent",
  ink: "bg-chart-ink",
  muted: "bg-chart-muted",
  error: "bg-chart-error",
} as const;

export function ChartLegend({ series }: { series: readonly ChartSeries[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-dense text-content-muted">
      {series.map((one) => (
        <li key={one.key} className="flex items-center gap-2">
          <ToneMark tone={one.tone} />
          {one.label}
        </li>
      ))}
    </ul>
  );
}

type ChartTooltipProps = Formats & { point: ChartPoint | undefined; series: readonly ChartSeries[] };

export function ChartTooltip({ point, series, formatX, formatY }: ChartTooltipProps) {
  if (!point) return null;
  return (
    <div className="min-w-40 rounded-card bg-floating px-3 py-2 text-dense text-content shadow-floating">
      <p className="mb-1 font-medium">{formatX(point.x)}</p>
      {series.map((one) => (
        <p key={one.key} className="flex items-center gap-2">
          <ToneMark tone={one.tone} />
          <span className="flex-1 text-content-muted">{one.label}</span>
          <span className="tabular-nums">{formatY(Number(point[one.key] ?? 0))}</span>
        </p>
      ))}
    </div>
  );
}

type ChartTableProps = Formats & {
  caption: string;
  points: readonly ChartPoint[];
  series: readonly ChartSeries[];
  /** True in place of the drawing, and as tall; else it is for those who cannot see that. */
  visible?: boolean;
};

/** The figures of a chart. */
export function ChartTable({ caption, points, series, formatX, formatY, visible = false }: ChartTableProps) {
  const cell = "h-8 border-b border-default text-right font-normal tabular-nums";
  const head = "sticky top-0 h-8 border-b border-default bg-canvas font-medium text-content-muted";
  return (
    // What scrolls must be reachable by keyboard.
    <section
      aria-label={visible ? caption : undefined}
      tabIndex={visible ? 0 : undefined}
      className={visible ? "h-48 overflow-y-auto" : "sr-only"}
    >
      <table className="w-full text-dense">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={cn(head, "text-left")}>
              Time
            </th>
            {series.map((one) => (
              <th key={one.key} scope="col" className={cn(head, "text-right")}>
                {one.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.x}>
              <th scope="row" className={cn(cell, "text-left")}>
                {formatX(point.x)}
              </th>
              {series.map((one) => (
                <td key={one.key} className={cell}>
                  {formatY(Number(point[one.key] ?? 0))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ToneMark({ tone }: { tone: ChartSeries["tone"] }) {
  return <span aria-hidden="true" className={cn("size-2 shrink-0 rounded-full", TONE_GROUNDS[tone])} />;
}
