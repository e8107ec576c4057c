"use client";

import { ListFilter, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";
import { DropdownMenu, type MenuEntry } from "./dropdown-menu";
import { SearchInput, type SearchInputProps } from "./search-input";

export type FilterOption = { value: string; label: string; count?: number };
export type Filter = {
  key: string;
  label: string;
  options: readonly FilterOption[] /** One at a time. */;
  single?: boolean;
};
export type FilterValues = Readonly<Record<string, readonly string[]>>;

export type FilterBarProps = {
  search?: SearchInputProps;
  filters?: readonly Filter[];
  /** Chosen option values by filter key. Keep them in the URL. */
  values?: FilterValues;
  onValuesChange?: (values: FilterValues) => void;
  /** At the right: export, view options. */
  actions?: ReactNode;
};

const NOTHING_CHOSEN: FilterValues = {};

/** One line. What is chosen stands as pills that can be taken away. */
export function FilterBar({ search, filters = [], values = NOTHING_CHOSEN, onValuesChange, actions }: FilterBarProps) {
  const pills = filters.flatMap((filter) => (values[filter.key] ?? []).map((value) => ({ filter, value })));
  const set = (key: string, chosen: readonly string[]) => onValuesChange?.({ ...values, [key]: chosen });
  return (
    <div className="flex flex-wrap items-center gap-2 md:flex-nowrap">
      {search && <SearchInput {...search} className="w-full md:w-64 md:shrink-0" />}
      <div className="flex min-w-0 flex-1 items-center gap-2 overflow-x-auto p-1 -mx-1 max-md:flex-wrap md:-my-1">
        {filters.map((filter) => (
          <FilterMenu
            key={filter.key}
            filter={filter}
            chosen={values[filter.key] ?? []}
            onChange={(to) => set(filter.key, to)}
          />
        ))}
        {pills.map(({ filter, value }) => (
          <FilterPill
            key={`${filter.key}:${value}`}
            label={`${filter.label}: ${filter.options.find((option) => option.value === value)?.label ?? value}`}
            onRemove={() => set(filter.key, without(values[filter.key], value))}
          />
        ))}
        {pills.length > 1 && (
          <Button size="small" variant="ghost" onClick={() => onValuesChange?.(NOTHING_CHOSEN)}>
            Clear filters
          </Button>
        )}
      </div>
      {actions && <div className="flex shrink-0 gap-2">{actions}</div>}
    </div>
  );
}

type FilterMenuProps = { filter: Filter; chosen: readonly string[]; onChange: (chosen: readonly string[]) => void };

function FilterMenu({ filter, chosen, onChange }: FilterMenuProps) {
  const entries = filter.options.map((option): MenuEntry => {
    const isChosen = chosen.includes(option.value);
    const added = filter.single ? [option.value] : [...chosen, option.value];
    return {
      label: option.label,
      hint: option.count?.toLocaleString("en"),
      checked: isChosen,
      onSelect: () => onChange(isChosen ? without(chosen, option.value) : added),
    };
  });
  return (
    <DropdownMenu
      align="start"
      entries={entries}
      trigger={
        <Button size="small" icon={<ListFilter aria-hidden="true" />}>
          {filter.label}
        </Button>
      }
    />
  );
}

export type FilterPillProps = { label: string; onRemove: () => void };

export function FilterPill({ label, onRemove }: FilterPillProps) {
  return (
    <span className="inline-flex h-10 shrink-0 items-center gap-1 rounded-control bg-muted pl-3 text-dense whitespace-nowrap md:h-8">
      {label}
      <button
        type="button"
        aria-label={`Remove filter ${label}`}
        onClick={onRemove}
        className="flex size-10 items-center justify-center rounded-control text-content-muted hover:text-content md:size-8"
      >
        <X aria-hidden="true" className="size-4" />
      </button>
    </span>
  );
}

function without(chosen: readonly string[] | undefined, value: string): string[] {
  return (chosen ?? []).filter((other) => other !== value);
}
