"use client";

import { useTheme } from "next-themes";
import { useEffect, useRef, useState } from "react";
import { mountReference, type Reference, referenceConfiguration } from "@/components/public/scalar";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";

type Face = "loading" | "full" | "error";

/** The interactive reference, rendered from the published document by a script of this server. */
export function ApiReference() {
  const { resolvedTheme } = useTheme();
  const place = useRef<HTMLDivElement>(null);
  const reference = useRef<Reference | null>(null);
  const theme = useRef(resolvedTheme);
  const [face, setFace] = useState<Face>("loading");
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt mounts anew.
  useEffect(() => {
    const element = document.createElement("div");
    place.current?.append(element);
    const leaving = new AbortController();
    const configuration = referenceConfiguration(theme.current, window.location.origin);
    mountReference(element, configuration, leaving.signal).then(
      (mounted) => {
        if (!mounted) return;
        reference.current = mounted;
        setFace("full");
      },
      () => setFace("error"),
    );
    return () => {
      leaving.abort();
      reference.current?.destroy();
      reference.current = null;
      element.remove();
    };
  }, [attempt]);

  useEffect(() => {
    theme.current = resolvedTheme;
    reference.current?.wearTheme(resolvedTheme);
  }, [resolvedTheme]);

  const retry = () => {
    setFace("loading");
    setAttempt((count) => count + 1);
  };
  return (
    <>
      {face === "loading" && <Loading />}
      {face === "error" && (
        <ErrorState title="The reference did not load" onRetry={retry}>
          Its script could not be fetched from this server. The document itself is at{" "}
          <a className="link" href="/partner-api/openapi.json">
            /partner-api/openapi.json
          </a>
          .
        </ErrorState>
      )}
      <div ref={place} />
    </>
  );
}

function Loading() {
  return (
    <div aria-busy="true" data-needs-script="" className="mx-auto flex max-w-content flex-col gap-4 px-4 py-8 md:px-6">
      <span className="sr-only">Loading the reference</span>
      <Skeleton className="h-8 w-1/3" />
      <Skeleton className="h-4 w-2/3" />
      <Skeleton className="h-4 w-1/2" />
    </div>
  );
}
