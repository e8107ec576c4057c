/** The same thing has the same tone everywhere; "error" is for errors alone. */
export type ChartTone = "accent" | "ink" | "muted" | "error";
export type ChartSeries = { key: string; label: string; tone: ChartTone };
export type ChartPoint = { x: string } & Record<string, number | string>;
