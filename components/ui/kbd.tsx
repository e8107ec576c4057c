"use client";

import { useSyncExternalStore } from "react";
import { cn } from "./class-names";

export type KbdProps = {
  /** One entry per key; "mod" is ⌘ on Apple machines and Ctrl elsewhere. */
  keys: readonly string[];
  className?: string;
};

export function Kbd({ keys, className }: KbdProps) {
  const isApple = useSyncExternalStore(subscribeToNothing, readPlatform, () => false);
  return (
    <span className={cn("inline-flex items-center gap-1", className)}>
      {keys.map((key) => (
        <kbd
          key={key}
          className="inline-flex h-5 min-w-5 items-center justify-center rounded-mark border border-current/30 px-1 font-sans text-meta font-medium"
        >
          {key === "mod" ? (isApple ? "⌘" : "Ctrl") : key}
        </kbd>
      ))}
    </span>
  );
}

const subscribeToNothing = () => () => {};
const readPlatform = () => /Mac|iPhone|iPad/.test(navigator.userAgent);
