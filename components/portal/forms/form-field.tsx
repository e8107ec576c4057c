"use client";

import { createContext, type ReactNode, useContext } from "react";
import { useFormContext } from "react-hook-form";
import { cn } from "@/components/ui/class-names";
import { Field, type FieldProps } from "@/components/ui/field";

const FieldNotes = createContext<Readonly<Record<string, ReactNode>>>({});

/** What others have to say of a form's fields, by name; each note stands below its field. */
export function FieldNotesProvider(props: { notes: Readonly<Record<string, ReactNode>>; children: ReactNode }) {
  return <FieldNotes value={props.notes}>{props.children}</FieldNotes>;
}

export type FormFieldProps = Omit<FieldProps, "error"> & {
  /** As the form around it names the value. */
  name: string;
};

/** A field that finds its error, and what was noted of it, by its name. */
export function FormField({ name, className, ...field }: FormFieldProps) {
  const { errors } = useFormContext().formState;
  const message = errors[name]?.message;
  return (
    <div className={cn("flex min-w-0 flex-col gap-2", className)}>
      <Field {...field} error={typeof message === "string" ? message : undefined} />
      <FieldNote name={name} />
    </div>
  );
}

/** For what is more than one field. */
export function FieldNote({ name }: { name: string }) {
  return useContext(FieldNotes)[name];
}
