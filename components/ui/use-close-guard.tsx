"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { ConfirmDialog } from "./confirm-dialog";

export type CloseGuardOptions = {
  /** While true, leaving asks first. */
  active: boolean;
  title: string;
  consequence: ReactNode;
  leaveLabel: string;
  stayLabel: string;
};

/**
 * Asks before anything unsaved is lost: on closing (call `attempt`), on following a link in the page, and on closing the
 * tab or reloading, where the browser asks in its own words.
 */
export function useCloseGuard({ active, title, consequence, leaveLabel, stayLabel }: CloseGuardOptions) {
  const router = useRouter();
  const [leave, setLeave] = useState<(() => void) | undefined>();

  const attempt = useCallback(
    (proceed: () => void) => {
      if (active) setLeave(() => proceed);
      else proceed();
    },
    [active],
  );

  useEffect(() => {
    if (!active) return;
    const onBeforeUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
      const opensElsewhere =
        event.metaKey || event.ctrlKey || event.shiftKey || link?.target === "_blank" || link?.download;
      if (!link || opensElsewhere || link.origin !== location.origin) return;
      event.preventDefault();
      event.stopPropagation();
      setLeave(() => () => router.push(link.pathname + link.search + link.hash));
    };
    window.addEventListener("beforeunload", onBeforeUnload);
    document.addEventListener("click", onClick, { capture: true });
    return () => {
      window.removeEventListener("beforeunload", onBeforeUnload);
      document.removeEventListener("click", onClick, { capture: true });
    };
  }, [active, router]);

  const dialog = (
    <ConfirmDialog
      open={leave !== undefined}
      onOpenChange={(open) => !open && setLeave(undefined)}
      title={title}
      consequence={consequence}
      confirmLabel={leaveLabel}
      keepLabel={stayLabel}
      onConfirm={() => {
        setLeave(undefined);
        leave?.();
      }}
    />
  );
  return { attempt, dialog };
}
