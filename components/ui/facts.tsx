import type { ReactNode } from "react";
import { cn } from "./class-names";
import { CopyButton } from "./copy-button";

export type Fact = {
  label: string;
  value: ReactNode;
  /** Adds a copy button for this text. */
  copy?: string;
};

export type FactsProps = { facts: readonly Fact[]; className?: string };

export function Facts({ facts, className }: FactsProps) {
  return (
    <dl className={cn("min-w-0 divide-y divide-default text-body", className)}>
      {facts.map((fact) => (
        <div key={fact.label} className="flex min-h-10 items-center gap-4 py-1">
          <dt className="w-32 shrink-0 text-content-muted">{fact.label}</dt>
          <dd className="flex min-w-0 flex-1 items-center gap-1">
            <span className="min-w-0 truncate">{fact.value}</span>
            {fact.copy !== undefined && <CopyButton value={fact.copy} what={fact.label.toLowerCase()} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}
