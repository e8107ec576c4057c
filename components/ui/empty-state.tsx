import type { ReactNode } from "react";
import { cn } from "./class-names";

export type EmptyStateProps = {
  icon?: ReactNode;
  /** What belongs here. */
  title: ReactNode;
  /** Why it is empty, and the exact next step. */
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
};

export function EmptyState({ icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div className={cn("flex flex-col items-center gap-2 px-4 py-12 text-center", className)}>
      {icon && (
        <span aria-hidden="true" className="mb-2 text-content-subtle [&_svg]:size-6">
          {icon}
        </span>
      )}
      <p className="text-section font-medium">{title}</p>
      {children && <div className="max-w-prose text-body text-content-muted">{children}</div>}
      {action && <div className="mt-3 flex max-w-full flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
