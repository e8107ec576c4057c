"use client";

import { useShortcut } from "@/components/ui/use-shortcut";

type PanelSteps = {
  /** The arrows also lead into the list: from nothing open, or from what is no longer listed. */
  enters?: boolean;
};

/** Steps the open panel through the list, by its own keys and by arrows pressed anywhere beside it. */
export function usePanelSteps(
  ids: readonly string[],
  open: string | null,
  onOpen: (id: string) => void,
  { enters = false }: PanelSteps = {},
) {
  const step = (direction: 1 | -1) => {
    const place = ids.indexOf(open ?? "");
    const next = place >= 0 ? ids[place + direction] : enters ? ids.at(direction === 1 ? 0 : -1) : undefined;
    if (next !== undefined) onOpen(next);
  };
  const enabled = enters || open !== null;
  useShortcut("ArrowDown", () => step(1), { enabled });
  useShortcut("ArrowUp", () => step(-1), { enabled });
  return step;
}
