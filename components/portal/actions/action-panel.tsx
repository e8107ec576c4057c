"use client";

import { useQuery } from "@tanstack/react-query";
import { ActionDistributions } from "@/components/portal/actions/action-distributions";
import { ActionFacts } from "@/components/portal/actions/action-facts";
import { ActionJson } from "@/components/portal/actions/action-json";
import { ActionOutcome } from "@/components/portal/actions/action-outcome";
import { loadProblem } from "@/components/portal/list-face";
import { ErrorState } from "@/components/ui/error-state";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { Sheet } from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { Action } from "@/lib/domain/giving/actions/schemas";

export type ActionPanelProps = {
  actionId: string;
  /** The action as the list shows it, if it is on this page. */
  listed: Action | undefined;
  onStep: (direction: 1 | -1) => void;
  onClose: () => void;
};

/** One action beside the list, to scan. */
export function ActionPanel({ actionId, listed, onStep, onClose }: ActionPanelProps) {
  const { data, error, refetch } = useQuery({ ...query(giving.getAction, { actionId }), placeholderData: listed });
  const problem = error && !data ? loadProblem(error, "The action could not be loaded") : undefined;
  return (
    <Sheet
      open
      modal={false}
      onOpenChange={(open) => !open && onClose()}
      onStep={onStep}
      title={data ? `Action ${data.idempotencyKey}` : "Action"}
      actions={
        <LinkButton size="small" href={`/actions/${actionId}`}>
          Open page
        </LinkButton>
      }
    >
      <div className="flex flex-col gap-6 p-4 md:p-6">
        {data && <ActionSummary action={data} />}
        {!data && !problem && <Skeleton className="h-48 w-full" />}
        {problem && (
          <ErrorState title={problem.title} requestId={problem.requestId} onRetry={() => void refetch()}>
            {problem.message}
          </ErrorState>
        )}
      </div>
    </Sheet>
  );
}

function ActionSummary({ action }: { action: Action }) {
  return (
    <>
      <ActionOutcome action={action} />
      <ActionFacts action={action} />
      <Section title="Distributions">
        <ActionDistributions action={action} brief />
      </Section>
      <ActionJson action={action} />
    </>
  );
}
