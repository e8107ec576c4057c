"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { CLIENT_READS } from "@/components/admin/api-clients/api-client-reads";
import { PromoteDialog } from "@/components/admin/api-clients/promote-dialog";
import { type Check, checksOf } from "@/components/admin/api-clients/promotion-checks";
import { useApiClient } from "@/components/admin/api-clients/use-api-clients";
import { WindowSelect } from "@/components/admin/api-usage/window-select";
import { rolesText } from "@/components/admin/shell/admin-roles";
import { useMayCall } from "@/components/admin/shell/use-may-call";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { loadProblem } from "@/components/portal/list-face";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";
import { StatusIcon } from "@/components/ui/status";
import { Time } from "@/components/ui/time";
import { query, useCall } from "@/lib/client/query";
import * as clientsApi from "@/lib/contract/directory/admin-clients";
import type { ApiClient } from "@/lib/domain/api-clients/schemas";

const WINDOW_DAYS = 30;

/** What speaks for and against a client's promotion, a review of it for the record, and the promotion itself. */
export function PromotionReview({ id }: { id: string }) {
  const { data: client } = useApiClient(id);
  if (!client) return null;
  if (!client.sandboxMode) {
    return (
      <Notice tone="success" title="This client is live">
        It was promoted; who did and on which evidence stands under Audit. To take it back, pause it or revoke it.
      </Notice>
    );
  }
  return <Review client={client} />;
}

function Review({ client }: { client: ApiClient }) {
  const [windowDays, setWindowDays] = useState(WINDOW_DAYS);
  const [isPromoting, setPromoting] = useState(false);
  const mayReview = useMayCall(clientsApi.promoteApiClient);
  const review = useQuery(query(clientsApi.getApiClientPromotion, { id: client.id, windowDays: String(windowDays) }));
  const record = useCall(clientsApi.promoteApiClient, { refresh: CLIENT_READS });
  const promotion = review.data?.data;
  if (review.error && !promotion) {
    const { title, message, requestId } = loadProblem(review.error, "The checks could not be made");
    return (
      <ErrorState title={title} requestId={requestId} onRetry={() => void review.refetch()}>
        {message}
      </ErrorState>
    );
  }
  const checks = promotion && checksOf(promotion.evidence);
  const isReady = promotion?.status === "ready_for_owner_approval";
  return (
    <Section
      title="Promotion review"
      description="What speaks for and against it now. Looking at it changes and records nothing; a review is a dry run that stands under Audit."
      actions={
        mayReview && (
          <>
            <Button
              loading={record.isPending}
              onClick={() =>
                record.mutate(
                  { id: client.id, dryRun: true, ownerApproved: false, windowDays },
                  {
                    onSuccess: () => toast.success("Review recorded"),
                    onError: (error) => toast.error(problemSentence(error)),
                  },
                )
              }
            >
              Record review
            </Button>
            <Button variant="primary" disabled={!isReady} onClick={() => setPromoting(true)}>
              Promote client
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <WindowSelect value={windowDays} onChange={setWindowDays} />
        {promotion && (
          <p className="text-dense text-content-muted">
            Checked <Time at={promotion.generatedAt} />
          </p>
        )}
      </div>
      {promotion && checks && (
        <Notice
          tone={isReady ? "success" : "warning"}
          title={isReady ? "Ready for the owner's approval" : `Blocked: ${openText(checks)}`}
        >
          {isReady
            ? "Have its owner approve purpose, scopes, limit and webhook events, then promote it."
            : "Clear every open check below; they are looked at anew each time this page opens."}
        </Notice>
      )}
      {!mayReview && (
        <p className="text-body text-content-muted">
          {rolesText(clientsApi.promoteApiClient.roles ?? [])} can review and promote.
        </p>
      )}
      {checks ? <Checks checks={checks} /> : <Skeleton className="h-96 w-full" />}
      {isPromoting && (
        <PromoteDialog
          client={client}
          windowDays={windowDays}
          onClose={() => setPromoting(false)}
          onReviewAgain={() => void review.refetch()}
        />
      )}
    </Section>
  );
}

function openText(checks: readonly Check[]): string {
  const open = checks.filter(({ state }) => state === "open").length;
  return open === 1 ? "one check is open" : `${open} checks are open`;
}

function Checks({ checks }: { checks: readonly Check[] }) {
  return (
    <ol aria-label="Checks" className="divide-y divide-default border-y border-default">
      {checks.map(({ label, fact, state, advice }) => (
        <li key={label} className="flex min-w-0 items-start gap-3 py-3">
          <StatusIcon tone={state === "passed" ? "success" : "warning"} className="mt-px" />
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap justify-between gap-x-4 text-body">
              <span className="font-medium">{label}</span>
              <span className="text-content-muted tabular-nums">
                {state === "passed" ? "Passed: " : "Open: "}
                {fact}
              </span>
            </p>
            {state === "open" && <p className="text-body text-content-muted">{advice}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
