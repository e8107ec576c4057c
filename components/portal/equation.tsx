import type { ReactNode } from "react";

export type Term = {
  /** Absent for the first: what stands before the figure. */
  operator?: "=" | "+" | "−";
  label: string;
  tokens: number | undefined;
  note?: ReactNode;
};

const SPOKEN = { "=": "equals", "+": "plus", "−": "minus" } as const;

/** Figures as the sum they are, so that anyone can check it: a line on wide screens, a column on a phone. */
export function Equation({ label, terms }: { label: string; terms: readonly Term[] }) {
  return (
    <section aria-label={label} className="rounded-card border border-default px-4 py-2 lg:py-4">
      <dl className="flex flex-col divide-y divide-default lg:flex-row lg:flex-wrap lg:gap-x-4 lg:gap-y-3 lg:divide-y-0">
        {terms.map((term) => (
          <TermFigure key={term.label} {...term} />
        ))}
      </dl>
    </section>
  );
}

function TermFigure({ operator, label, tokens, note }: Term) {
  return (
    <div className="grid grid-cols-2 items-baseline gap-x-4 py-2 lg:flex lg:flex-col lg:gap-1 lg:py-0">
      <dt className="flex gap-2 text-dense text-content-muted">
        {operator && (
          <span aria-hidden="true" className="w-3 lg:hidden">
            {operator}
          </span>
        )}
        {operator && <span className="sr-only">{SPOKEN[operator]}</span>}
        <span className={operator ? "lg:pl-6" : undefined}>{label}</span>
      </dt>
      <dd className="flex items-baseline justify-end gap-3 text-lead font-semibold tabular-nums lg:justify-start lg:text-title">
        {operator && (
          <span aria-hidden="true" className="hidden w-3 font-normal text-content-subtle lg:inline">
            {operator}
          </span>
        )}
        {tokens === undefined ? "–" : tokens.toLocaleString("en")}
      </dd>
      {note && <dd className="col-span-2 text-dense text-content-muted lg:pl-6">{note}</dd>}
    </div>
  );
}
