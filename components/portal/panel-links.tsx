"use client";

import type { MouseEvent, ReactNode } from "react";

export type PanelLinksProps = {
  /** The URL's parameter that names the open entry. */
  parameter: string;
  onOpen: (id: string) => void;
  children: ReactNode;
};

/**
 * Around a table whose rows open a panel on the same page: a plain click changes the URL without a journey to the server
 * and without losing the place in the list. The links stay real: a new tab, a copied address, a middle click.
 */
export function PanelLinks({ parameter, onOpen, children }: PanelLinksProps) {
  const openHere = (event: MouseEvent) => {
    const link = (event.target as HTMLElement).closest<HTMLAnchorElement>("a[data-row-link]");
    const id = link && new URL(link.href).searchParams.get(parameter);
    if (!id || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onOpen(id);
  };
  return <div onClickCapture={openHere}>{children}</div>;
}
