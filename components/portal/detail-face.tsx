"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { problemText } from "@/components/portal/problem-text";
import { ErrorState } from "@/components/ui/error-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import type { ApiError } from "@/lib/client/call";

export type DetailFaceProps<Data> = {
  answer: UseQueryResult<Data, ApiError>;
  /** Heads the page until the thing itself is there. */
  title: string;
  back: { href: string; label: string };
  children: (data: Data) => ReactNode;
};

const MISSING = 404;

/** A page about one thing: loading, missing, failed or there. */
export function DetailFace<Data>({ answer, title, back, children }: DetailFaceProps<Data>) {
  const { data, error, refetch } = answer;
  if (data !== undefined) return children(data);
  if (!error) return <DetailSkeleton title={title} />;
  const { blocker, cause, nextStep } = problemText(error);
  return (
    <>
      <PageHeader title={title} actions={<LinkButton href={back.href}>{back.label}</LinkButton>} />
      <ErrorState
        title={blocker}
        requestId={error.requestId ?? undefined}
        onRetry={error.status === MISSING ? undefined : () => void refetch()}
      >
        {cause} {nextStep}
      </ErrorState>
    </>
  );
}

function DetailSkeleton({ title }: { title: string }) {
  return (
    <>
      <PageHeader title={title} purpose={<span role="status">Loading</span>} />
      <div className="grid gap-6 lg:grid-cols-5">
        <Skeleton className="h-48 w-full lg:col-span-3" />
        <Skeleton className="h-48 w-full lg:col-span-2" />
      </div>
    </>
  );
}
