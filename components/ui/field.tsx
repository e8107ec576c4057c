"use client";

import { CircleAlert } from "lucide-react";
import { createContext, type ReactNode, useContext, useId } from "react";
import { cn } from "./class-names";

type FieldWiring = { id: string; describedBy: string | undefined; invalid: boolean; required: boolean };

const FieldContext = createContext<FieldWiring | undefined>(undefined);

export type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  /** Stands in place of the hint. Says what is wrong and how to put it right. */
  error?: string;
  optional?: boolean;
  required?: boolean;
  hideLabel?: boolean;
  className?: string;
  /** One control of this folder; it finds its id and description by itself. */
  children: ReactNode;
};

export function Field({ label, hint, error, optional, required = false, hideLabel, className, children }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const hasNote = Boolean(error ?? hint);
  return (
    <FieldContext value={{ id, describedBy: hasNote ? noteId : undefined, invalid: Boolean(error), required }}>
      <div className={cn("flex min-w-0 flex-col gap-1", className)}>
        <label htmlFor={id} className={cn("text-body font-medium", hideLabel && "sr-only")}>
          {label}
          {optional && <span className="font-normal text-content-muted"> (optional)</span>}
        </label>
        {children}
        <div id={noteId} aria-live="polite" className="text-dense">
          {error ? <FieldError>{error}</FieldError> : hint && <span className="text-content-muted">{hint}</span>}
        </div>
      </div>
    </FieldContext>
  );
}

function FieldError({ children }: { children: ReactNode }) {
  return (
    <span className="flex gap-1 text-danger">
      <CircleAlert aria-hidden="true" className="mt-px size-4 shrink-0" />
      {children}
    </span>
  );
}

type ControlProps = {
  id?: string;
  required?: boolean;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean | "true" | "false" | "grammar" | "spelling";
};

/** Completes a control's props with the wiring of the field around it. A control's own props win. */
export function useFieldControl<Props extends ControlProps>(props: Props): Props {
  const field = useContext(FieldContext);
  if (!field) return props;
  return {
    ...props,
    id: props.id ?? field.id,
    required: props.required ?? (field.required || undefined),
    "aria-describedby": props["aria-describedby"] ?? field.describedBy,
    "aria-invalid": props["aria-invalid"] ?? (field.invalid || undefined),
  };
}
