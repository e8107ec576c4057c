"use client";

import { Search } from "lucide-react";
import { cn } from "./class-names";
import { Input } from "./input";
import { useTypedText } from "./use-typed-text";

export type SearchInputProps = {
  /** Its name for assistive technology, such as "Search keys". Also the placeholder. */
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  className?: string;
};

/** Reports after a pause in typing, or with the click that comes before. "/" focuses it. */
export function SearchInput({ label, value, onValueChange, className }: SearchInputProps) {
  const [typed, setTyped] = useTypedText(value, onValueChange);
  return (
    <div className={cn("relative min-w-0", className)}>
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 left-2 my-auto size-4 text-content-subtle"
      />
      <Input
        type="search"
        data-search
        aria-label={label}
        placeholder={label}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        className="pl-8"
      />
    </div>
  );
}
