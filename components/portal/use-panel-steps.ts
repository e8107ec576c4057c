"use client";

import { useShortcut } from "@/components/ui/use-shortcut";

/** Steps the open panel through the list, by its own keys and by arrows pressed anywhere beside it. */
export function usePanelSteps(ids: readonly string[], open: string | null, onOpen: (id: string) => void) {
  const step = (direction: 1 | -1) => {
    const next = ids[ids.indexOf(open ?? "") + direction];
    if (open !== null && ids.includes(open) && next !== undefined) onOpen(next);
  };
  useShortcut("ArrowDown", () => step(1), { enabled: open !== null });
  useShortcut("ArrowUp", () => step(-1), { enabled: open !== null });
  return step;
}
