"use client";

import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import { cn } from "./class-names";
import { Input } from "./input";

export type SearchInputProps = {
  /** Its name for assistive technology, such as "Search keys". Also the placeholder. */
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  className?: string;
};

const TYPING_PAUSE_MS = 250;

/** Reports after a pause in typing. "/" focuses it. */
export function SearchInput({ label, value, onValueChange, className }: SearchInputProps) {
  const [typed, setTyped] = useState(value);
  const [reported, setReported] = useState(value);
  if (value !== reported) {
    setReported(value);
    setTyped(value);
  }

  useEffect(() => {
    if (typed === reported) return;
    const timer = setTimeout(() => {
      setReported(typed);
      onValueChange(typed);
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, reported, onValueChange]);

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
