import type { ReactNode } from "react";
import { cn } from "./class-names";
import { StatusIcon } from "./status";

export type NoticeProps = {
  tone: "info" | "success" | "warning" | "danger";
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Reads it out when it appears. For what the person must fix. */
  announce?: boolean;
  className?: string;
};

const GROUNDS = {
  info: "bg-accent-subtle",
  success: "bg-success-subtle",
  warning: "bg-warning-subtle",
  danger: "bg-danger-subtle",
} as const;

export function Notice({ tone, title, children, action, announce, className }: NoticeProps) {
  return (
    <div
      role={announce ? "alert" : undefined}
      className={cn("flex flex-wrap items-start gap-3 rounded-card px-4 py-3 text-body", GROUNDS[tone], className)}
    >
      <StatusIcon tone={tone} className="mt-px" />
      <div className="min-w-0 flex-1">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className="text-content [&_a]:link">{children}</div>}
      </div>
      {action}
    </div>
  );
}
