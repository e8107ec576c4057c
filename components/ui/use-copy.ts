"use client";

import { useCallback, useEffect, useState } from "react";

const COPIED_SHOWN_MS = 2_000;

/** Writes to the clipboard and remembers for a moment that it did, or that the browser refused. */
export function useCopy() {
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");

  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), COPIED_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = useCallback(async (text: string): Promise<boolean> => {
    const written = await writeToClipboard(text);
    setState(written ? "copied" : "refused");
    return written;
  }, []);

  return { state, copy };
}

async function writeToClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyThroughSelection(text);
  }
}

// The clipboard API exists on https and localhost only; self-hosted portals are also reached by plain http in a LAN.
function copyThroughSelection(text: string): boolean {
  const area = document.createElement("textarea");
  area.value = text;
  area.style.position = "fixed";
  area.style.opacity = "0";
  const parent = document.activeElement?.closest("[role=dialog], [role=alertdialog]") ?? document.body;
  parent.append(area);
  area.select();
  const written = document.execCommand("copy");
  area.remove();
  return written;
}
