"use client";

import { useEffect, useRef } from "react";

export type ShortcutOptions = { mod?: boolean; enabled?: boolean };

/**
 * Runs on a key press anywhere on the page. A plain key never fires while somebody types, inside an open dialog,
 * or together with a modifier; with `mod`, Ctrl or ⌘ is required and the press counts everywhere.
 */
export function useShortcut(key: string, run: () => void, { mod = false, enabled = true }: ShortcutOptions = {}) {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });

  useEffect(() => {
    if (!enabled) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.key.toLowerCase() !== key.toLowerCase() || event.altKey) return;
      if (mod !== (event.metaKey || event.ctrlKey)) return;
      if (!mod && (isTyping(event.target) || document.querySelector("[aria-modal=true], [data-modal]"))) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [key, mod, enabled]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select, [role=menuitem], [role=textbox]"))
  );
}
