"use client";

import { Tabs as Radix } from "radix-ui";
import { type ReactNode, useState } from "react";
import { cn } from "./class-names";
import { Code } from "./code-block";
import { CopyButton } from "./copy-button";
import { tabStyle } from "./tabs";

export type CodeSample = {
  /** "Node.js" */
  label: string;
  code: string;
  /** The same code with colours, from highlight(). */
  rendered?: ReactNode;
};

export type CodeTabsProps = { label: string; samples: readonly CodeSample[]; className?: string };

/** One request in several languages. */
export function CodeTabs({ label, samples, className }: CodeTabsProps) {
  const [chosen, setChosen] = useState(samples[0]?.label ?? "");
  const sample = samples.find((candidate) => candidate.label === chosen);
  return (
    <Radix.Root value={chosen} onValueChange={setChosen} className={cn("min-w-0 rounded-card bg-subtle", className)}>
      <div className="flex items-center justify-between gap-2 border-b border-default pr-1 pl-4">
        <Radix.List aria-label={label} className="-mb-px flex min-w-0 gap-4 overflow-x-auto">
          {samples.map((candidate) => (
            <Radix.Trigger
              key={candidate.label}
              value={candidate.label}
              className={cn(
                tabStyle,
                "h-10 text-dense data-[state=active]:border-content data-[state=active]:text-content md:h-10",
              )}
            >
              {candidate.label}
            </Radix.Trigger>
          ))}
        </Radix.List>
        {sample && <CopyButton value={sample.code} what={`${sample.label} sample`} />}
      </div>
      {samples.map((candidate) => (
        <Radix.Content key={candidate.label} value={candidate.label} tabIndex={-1}>
          <Code label={`${candidate.label} sample`}>{candidate.rendered ?? candidate.code}</Code>
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
