import type { ReactNode } from "react";
import { cn } from "./class-names";

export type PageHeaderProps = {
  title: ReactNode;
  /** One line. */
  purpose?: ReactNode;
  /** At most one. On a phone it sticks to the bottom of the screen. */
  primaryAction?: ReactNode;
  /** Quieter ones. */
  actions?: ReactNode;
  /** Beside the title, such as a Status. */
  aside?: ReactNode;
};

export function PageHeader({ title, purpose, primaryAction, actions, aside }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="min-w-0 text-title font-semibold break-words">{title}</h1>
          {aside}
        </div>
        {purpose && <p className="mt-1 max-w-prose text-body text-content-muted">{purpose}</p>}
      </div>
      {(actions || primaryAction) && (
        <div className="flex flex-wrap items-center gap-2">
          {actions}
          {primaryAction && (
            <div
              data-primary-action
              className={cn(
                "max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-20 max-md:border-t max-md:border-default max-md:bg-canvas max-md:p-4",
                "max-md:[&>*]:w-full",
              )}
            >
              {primaryAction}
            </div>
          )}
        </div>
      )}
    </header>
  );
}
