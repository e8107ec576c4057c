import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "./class-names";

export type StatProps = {
  label: ReactNode;
  value: ReactNode;
  /** What the figure rests on: "last 30 days", "of 10,000". */
  note?: ReactNode;
  href?: string;
};

export function Stat({ label, value, note, href }: StatProps) {
  return (
    <div className="relative flex min-w-0 flex-col gap-1 p-4">
      <dt className="truncate text-dense text-content-muted">
        {href ? (
          <Link href={href} className="after:absolute after:inset-0 hover:underline">
            {label}
          </Link>
        ) : (
          label
        )}
      </dt>
      <dd className="truncate text-title font-semibold tabular-nums">{value}</dd>
      {note && <dd className="text-dense break-words text-content-muted">{note}</dd>}
    </div>
  );
}

/** Figures side by side, parted by hairlines. */
export function StatGroup({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div className={cn("overflow-hidden rounded-card border border-default bg-line", className)}>
      <dl className="grid grid-cols-2 gap-px md:grid-cols-4 [&>*]:bg-canvas">{children}</dl>
    </div>
  );
}
