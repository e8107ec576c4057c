import { ArrowRight, Check, X } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./class-names";

export type StepState = "done" | "current" | "upcoming" | "failed";

export type Step = {
  id: string;
  title: ReactNode;
  description?: ReactNode;
  state: StepState;
  /** Says where the step stands, in place of the state's own word. */
  word?: string;
  /** For the step that is up next. */
  action?: ReactNode;
};

export type StepsProps = { label: string; steps: readonly Step[] };

const STATE_WORDS: Record<StepState, string> = {
  done: "Done",
  current: "Up next",
  upcoming: "Later",
  failed: "Failed",
};

export function Steps({ label, steps }: StepsProps) {
  return (
    <ol aria-label={label} className="divide-y divide-default">
      {steps.map((step, position) => (
        <li key={step.id} aria-current={step.state === "current" ? "step" : undefined} className="flex gap-4 py-4">
          <StepMark state={step.state} number={position + 1} />
          <div className="min-w-0 flex-1">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <h3 className={cn("text-body font-medium", step.state === "upcoming" && "text-content-muted")}>
                {step.title}
              </h3>
              <span
                className={cn(
                  "text-dense text-content-muted",
                  step.state === "done" && "text-success",
                  step.state === "failed" && "text-danger",
                )}
              >
                {step.word ?? STATE_WORDS[step.state]}
              </span>
            </div>
            {step.description && <div className="text-body text-content-muted">{step.description}</div>}
            {step.action && <div className="mt-3 flex flex-wrap gap-2">{step.action}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

function StepMark({ state, number }: { state: StepState; number: number }) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        "flex size-6 shrink-0 items-center justify-center rounded-full text-meta font-medium tabular-nums",
        state === "done" && "bg-success-subtle text-success",
        state === "failed" && "bg-danger-subtle text-danger",
        state === "current" && "bg-inverse text-content-inverse",
        state === "upcoming" && "bg-muted text-content-muted",
      )}
    >
      {state === "done" && <Check className="size-4" />}
      {state === "failed" && <X className="size-4" />}
      {state === "current" && <ArrowRight className="size-4" />}
      {state === "upcoming" && number}
    </span>
  );
}
