import type { ReactNode } from "react";

type EntranceProps = { title: string; purpose: ReactNode; children: ReactNode; footer?: ReactNode };

/** One narrow column: what this page is for, the form, and where else to go. */
export function Entrance({ title, purpose, children, footer }: EntranceProps) {
  return (
    <div className="mx-auto flex w-full max-w-dialog flex-col gap-6 px-4 py-12 md:px-6">
      <header>
        <h1 className="text-title font-semibold">{title}</h1>
        <p className="mt-1 text-body text-content-muted">{purpose}</p>
      </header>
      {children}
      {footer && <p className="text-body text-content-muted [&_a]:link">{footer}</p>}
    </div>
  );
}
