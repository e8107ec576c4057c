"use client";

import { useState } from "react";
import {
  Area,
  AreaChart,
  Bar,
  BarChart,
  CartesianGrid,
  ReferenceArea,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { ChartTable, ChartTooltip } from "./chart-parts";
import type { ChartPoint, ChartSeries } from "./chart-series";
import { cn } from "./class-names";

export type ChartProps = {
  /** The one question it answers: "Requests per hour". */
  label: string;
  kind: "area" | "bar";
  points: readonly ChartPoint[];
  /** At most four. */
  series: readonly ChartSeries[];
  formatX?: (x: string) => string;
  formatY?: (y: number) => string;
  /** Charts with the same id show their tooltips together. */
  syncId?: string;
  /** Dragging over a stretch sets the time filter. */
  onRangeSelect?: (from: string, to: string) => void;
  stacked?: boolean;
  className?: string;
};

const asIs = (x: string) => x;
const inEnglish = (y: number) => y.toLocaleString("en");

export function Chart({ formatX = asIs, formatY = inEnglish, ...props }: ChartProps) {
  const { label, kind, points, series, syncId, stacked, className } = props;
  const range = useRange(props.onRangeSelect);
  const Frame = kind === "area" ? AreaChart : BarChart;
  return (
    <figure className={cn("min-w-0", className)}>
      <div aria-hidden="true" className="h-48 text-meta select-none [&_*]:outline-none">
        <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 640, height: 192 }}>
          <Frame
            data={[...points]}
            syncId={syncId}
            accessibilityLayer={false}
            margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
            {...range.listeners}
          >
            <CartesianGrid vertical={false} stroke="var(--border-default)" />
            <XAxis dataKey="x" tickFormatter={formatX} tickLine={false} axisLine={false} minTickGap={32} tick={TICK} />
            <YAxis
              domain={[0, "auto"]}
              allowDecimals={false}
              tickFormatter={formatY}
              tickLine={false}
              axisLine={false}
              width="auto"
              tick={TICK}
            />
            <Tooltip
              isAnimationActive={false}
              cursor={kind === "bar" ? { fill: "var(--bg-muted)" } : { stroke: "var(--border-strong)" }}
              content={({ active, label: x }) =>
                active && (
                  <ChartTooltip
                    point={points.find((point) => point.x === x)}
                    series={series}
                    formatX={formatX}
                    formatY={formatY}
                  />
                )
              }
            />
            {series.map((one) => seriesShape(kind, one, stacked))}
            {range.selection && <ReferenceArea {...range.selection} fill="var(--bg-accent)" fillOpacity={0.15} />}
          </Frame>
        </ResponsiveContainer>
      </div>
      <ChartTable caption={label} points={points} series={series} formatX={formatX} formatY={formatY} />
    </figure>
  );
}

const TICK = { fill: "var(--content-muted)", fontSize: 12 };

// Nothing is animated: drawing a curve is motion that says nothing.
function seriesShape(kind: "area" | "bar", { key, label, tone }: ChartSeries, stacked?: boolean) {
  const colour = `var(--chart-${tone})`;
  const stackId = stacked ? "all" : undefined;
  if (kind === "bar") {
    return (
      <Bar
        key={key}
        dataKey={key}
        name={label}
        fill={colour}
        stackId={stackId}
        isAnimationActive={false}
        maxBarSize={24}
      />
    );
  }
  return (
    <Area
      key={key}
      dataKey={key}
      name={label}
      stroke={colour}
      fill={colour}
      fillOpacity={0.12}
      strokeWidth={1.5}
      stackId={stackId}
      type="linear"
      isAnimationActive={false}
    />
  );
}

function useRange(onRangeSelect: ChartProps["onRangeSelect"]) {
  const [from, setFrom] = useState<string>();
  const [to, setTo] = useState<string>();
  if (!onRangeSelect) return { listeners: {}, selection: undefined };
  const end = () => {
    setFrom(undefined);
    setTo(undefined);
    if (from !== undefined && to !== undefined && from !== to)
      onRangeSelect(...([from, to].sort() as [string, string]));
  };
  const at = (event: { activeLabel?: string | number }) =>
    event.activeLabel === undefined ? undefined : String(event.activeLabel);
  return {
    listeners: {
      onMouseDown: (event: { activeLabel?: string | number }) => setFrom(at(event)),
      onMouseMove: (event: { activeLabel?: string | number }) => from !== undefined && setTo(at(event)),
      onMouseUp: end,
      onMouseLeave: end,
      className: "cursor-crosshair",
    },
    selection: from !== undefined && to !== undefined ? { x1: from, x2: to } : undefined,
  };
}
