"use client";

import { useState } from "react";
import type { z } from "zod";
import { FilterPopover } from "@/components/portal/filters/filter-popover";
import { asSentence } from "@/components/portal/forms/contract-resolver";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FilterPill } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";

export type TextFilterProps = {
  label: string;
  hint: string;
  /** The contract's rule for the value. */
  schema: z.ZodType<string>;
  value: string | null;
  onChange: (value: string | null) => void;
};

/** A button that asks for one exact value; once set, a pill that can be taken away. */
export function TextFilter({ value, onChange, ...rest }: TextFilterProps) {
  if (value !== null) return <FilterPill label={`${rest.label}: ${value}`} onRemove={() => onChange(null)} />;
  return (
    <FilterPopover label={rest.label}>
      {(close) => (
        <TextFilterForm
          {...rest}
          onApply={(next) => {
            onChange(next);
            close();
          }}
        />
      )}
    </FilterPopover>
  );
}

type TextFilterFormProps = Omit<TextFilterProps, "value" | "onChange"> & { onApply: (value: string) => void };

function TextFilterForm({ label, hint, schema, onApply }: TextFilterFormProps) {
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<string>();
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const parsed = schema.safeParse(typed.trim());
        if (parsed.success) onApply(parsed.data);
        else setError(typed.trim() ? asSentence(parsed.error.issues[0]?.message ?? "") : "Fill this in.");
      }}
    >
      <Field label={label} hint={hint} error={error}>
        <Input
          mono
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      <Button type="submit">Apply filter</Button>
    </form>
  );
}
