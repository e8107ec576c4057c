import { type ReactNode, useId } from "react";

export type LandingSectionProps = { title: string; lead: ReactNode; children: ReactNode };

export function LandingSection({ title, lead, children }: LandingSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mx-auto w-full max-w-content px-4 py-12 md:px-6">
      <h2 id={id} className="text-headline font-semibold">
        {title}
      </h2>
      <p className="mt-2 mb-8 max-w-prose text-lead text-content-muted">{lead}</p>
      {children}
    </section>
  );
}
