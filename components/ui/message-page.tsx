import type { ReactNode } from "react";
import { Logo } from "./logo";

export type MessagePageProps = {
  title: string;
  children: ReactNode;
  action: ReactNode;
  /** Finds the failure in the log. */
  reference?: string;
};

/** A page that stands alone: not found, failed. */
export function MessagePage({ title, children, action, reference }: MessagePageProps) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-dialog flex-col justify-center gap-6 p-6">
      <Logo />
      <div>
        <h1 className="text-title font-semibold">{title}</h1>
        <p className="mt-2 text-body text-content-muted">{children}</p>
        {reference && (
          <p className="mt-2 text-body text-content-muted">
            Reference <span className="font-mono text-dense text-content">{reference}</span>
          </p>
        )}
      </div>
      <div className="flex flex-wrap gap-2">{action}</div>
    </main>
  );
}
