import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Logo } from "@/components/ui/logo";

type DonorFrameProps = { title: string; purpose: ReactNode; isSandbox: boolean; children: ReactNode };

/** A page for donors: one column, nothing to sign in to. A sandbox shows its stripe and tint as everywhere. */
export function DonorFrame({ title, purpose, isSandbox, children }: DonorFrameProps) {
  return (
    <div className="flex min-h-dvh flex-col bg-subtle" data-environment={isSandbox ? "sandbox" : undefined}>
      {isSandbox && <div aria-hidden="true" className="h-stripe shrink-0 hatch-sandbox" />}
      <main className="mx-auto flex w-full max-w-dialog flex-1 flex-col gap-6 px-4 py-8 md:py-12">
        <header>
          <div className="flex items-center justify-between gap-4">
            <Logo className="text-content-muted" />
            {isSandbox && <Badge tone="sandbox">Sandbox</Badge>}
          </div>
          <h1 className="mt-6 text-title font-semibold">{title}</h1>
          <p className="mt-1 text-body text-content-muted">{purpose}</p>
        </header>
        {children}
      </main>
    </div>
  );
}
