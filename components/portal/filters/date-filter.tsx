"use client";

import { useState } from "react";
import { type DateRange, lastDays, rangeProblem, rangeText } from "@/components/portal/filters/date-range";
import { FilterPopover } from "@/components/portal/filters/filter-popover";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FilterPill } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";

const NO_RANGE: DateRange = { from: null, to: null };
const PRESETS = [
  { label: "Today", days: 1 },
  { label: "7 days", days: 7 },
  { label: "30 days", days: 30 },
];

export type DateFilterProps = {
  range: DateRange;
  onChange: (range: DateRange) => void;
  label?: string;
  /** False where the usual ranges are offered beside it. */
  presets?: boolean;
};

/** A range of days in UTC; once set, a pill that can be taken away. */
export function DateFilter({ range, onChange, label = "Created", presets = true }: DateFilterProps) {
  if (range.from || range.to) {
    return <FilterPill label={`${label}: ${rangeText(range)}`} onRemove={() => onChange(NO_RANGE)} />;
  }
  return (
    <FilterPopover label={label}>
      {(close) => (
        <DateFilterForm
          presets={presets}
          onApply={(next) => {
            onChange(next);
            close();
          }}
        />
      )}
    </FilterPopover>
  );
}

function DateFilterForm({ presets, onApply }: { presets: boolean; onApply: (range: DateRange) => void }) {
  const [range, setRange] = useState(NO_RANGE);
  const [error, setError] = useState<string>();
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const problem = rangeProblem(range);
        if (problem) setError(problem);
        else onApply(range);
      }}
    >
      {presets && (
        <div className="flex flex-wrap gap-2">
          {PRESETS.map(({ label, days }) => (
            <Button key={label} size="small" onClick={() => onApply(lastDays(days, new Date()))}>
              {label}
            </Button>
          ))}
        </div>
      )}
      <Field label="First day">
        <Input
          type="date"
          value={range.from ?? ""}
          onChange={(event) => setRange({ ...range, from: event.target.value || null })}
        />
      </Field>
      <Field label="Last day" hint="Days are in UTC." error={error}>
        <Input
          type="date"
          value={range.to ?? ""}
          onChange={(event) => setRange({ ...range, to: event.target.value || null })}
        />
      </Field>
      <Button type="submit">Apply filter</Button>
    </form>
  );
}
