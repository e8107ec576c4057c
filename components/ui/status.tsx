import { CircleCheck, CircleDashed, CircleDot, CircleX, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./class-names";

export type StatusTone = "neutral" | "progress" | "success" | "warning" | "danger" | "info";

const LOOKS = {
  neutral: { Icon: CircleDot, colour: "text-content-muted" },
  progress: { Icon: CircleDashed, colour: "text-content-muted" },
  success: { Icon: CircleCheck, colour: "text-success" },
  warning: { Icon: TriangleAlert, colour: "text-warning" },
  danger: { Icon: CircleX, colour: "text-danger" },
  info: { Icon: Info, colour: "text-accent" },
} as const;

export type StatusProps = { tone: StatusTone; children: ReactNode; className?: string };

/** A word and an icon. The colour only repeats what both say. */
export function Status({ tone, children, className }: StatusProps) {
  return (
    <span className={cn("inline-flex max-w-full items-center gap-1 align-middle whitespace-nowrap", className)}>
      <StatusIcon tone={tone} />
      <span className="truncate">{children}</span>
    </span>
  );
}

export function StatusIcon({ tone, className }: { tone: StatusTone; className?: string }) {
  const { Icon, colour } = LOOKS[tone];
  return <Icon aria-hidden="true" className={cn("size-4 shrink-0", colour, className)} />;
}
