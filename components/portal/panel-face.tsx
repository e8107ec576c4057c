"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { loadProblem } from "@/components/portal/list-face";
import { ErrorState } from "@/components/ui/error-state";
import { Sheet } from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import type { ApiError } from "@/lib/client/call";

export type PanelFaceProps<Data> = {
  answer: Pick<UseQueryResult<Data, ApiError>, "data" | "error" | "refetch">;
  /** Heads the panel; without data until the thing itself is there. */
  title: (data: Data | undefined) => ReactNode;
  /** Said when it could not be loaded. */
  failed: string;
  actions?: ReactNode;
  onStep: (direction: 1 | -1) => void;
  onClose: () => void;
  children: (data: Data) => ReactNode;
};

/** One thing beside its list: loading, failed or there. */
export function PanelFace<Data>({ answer, title, failed, actions, onStep, onClose, children }: PanelFaceProps<Data>) {
  const { data, error, refetch } = answer;
  const problem = error && data === undefined ? loadProblem(error, failed) : undefined;
  return (
    <Sheet
      open
      modal={false}
      onOpenChange={(open) => !open && onClose()}
      onStep={onStep}
      title={title(data)}
      actions={actions}
    >
      <div className="flex flex-col gap-6 p-4 md:p-6">
        {data !== undefined && children(data)}
        {data === undefined && !problem && <Skeleton className="h-48 w-full" />}
        {problem && (
          <ErrorState title={problem.title} requestId={problem.requestId} onRetry={() => void refetch()}>
            {problem.message}
          </ErrorState>
        )}
      </div>
    </Sheet>
  );
}
