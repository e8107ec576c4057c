import { useEffect, useState } from "react";
import { rowLinkAt } from "./table";

const TYPING_PAUSE_MS = 250;

/**
 * What stands in a field that reports after a pause in typing. A click within the pause is the later act: what it changes
 * is changed for the text as typed, and a page that it leads to is not held up for a text that nobody waits for.
 */
export function useTypedText(value: string, onValueChange: (value: string) => void) {
  const [typed, setTyped] = useState(value);
  const [reported, setReported] = useState(value);
  if (value !== reported) {
    setReported(value);
    setTyped(value);
  }

  useEffect(() => {
    if (typed === reported) return;
    const report = () => {
      setReported(typed);
      onValueChange(typed);
    };
    const timer = setTimeout(report, TYPING_PAUSE_MS);
    const beforeClick = (event: MouseEvent) => (leadsAway(event) ? setTyped(reported) : report());
    // Before anything on the page hears of the click.
    addEventListener("click", beforeClick, { capture: true });
    return () => {
      clearTimeout(timer);
      removeEventListener("click", beforeClick, { capture: true });
    };
  }, [typed, reported, onValueChange]);

  return [typed, setTyped] as const;
}

/** Not with a link of the list that opens a panel beside it, nor with one to another tab or a file. */
function leadsAway({ target, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  if (!(target instanceof Element) || metaKey || ctrlKey || shiftKey || altKey) return false;
  const link = target.closest<HTMLAnchorElement>("a[href]") ?? rowLinkAt(target);
  if (!link || link.target || link.hasAttribute("download")) return false;
  return !(link.hasAttribute("data-row-link") && link.pathname === location.pathname);
}
