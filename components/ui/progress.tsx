import type { ReactNode } from "react";
import { cn } from "./class-names";

export type ProgressProps = {
  label: string;
  value: number;
  max: number;
  /** The figures in words, such as "412 of 10,000 tokens". */
  note?: ReactNode;
  tone?: "accent" | "warning" | "danger";
  hideLabel?: boolean;
};

export function Progress({ label, value, max, note, tone = "accent", hideLabel }: ProgressProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div className="min-w-0">
      <div className={cn("mb-1 flex justify-between gap-4 text-dense", hideLabel && !note && "sr-only")}>
        <span className={cn("truncate", hideLabel && "sr-only")}>{label}</span>
        {note && <span className="shrink-0 text-content-muted tabular-nums">{note}</span>}
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={max}
        className="h-2 overflow-hidden rounded-full bg-selected"
      >
        <div
          className={cn(
            "h-full rounded-full",
            tone === "accent" && "bg-chart-accent",
            tone === "warning" && "bg-warning",
            tone === "danger" && "bg-chart-error",
          )}
          style={{ width: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}
