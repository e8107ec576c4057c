"use client";

import { useQuery } from "@tanstack/react-query";
import { ChangeList } from "@/components/admin/approvals/change-list";
import { CommentForm } from "@/components/admin/production/comment-form";
import { ReviewThread } from "@/components/portal/production-request/review-thread";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { Time } from "@/components/ui/time";
import { query } from "@/lib/client/query";
import * as productionApi from "@/lib/contract/admin/production";
import type { Revision } from "@/lib/domain/giving/production-requests/schemas";

type ProductionRequestReviewProps = { partnerId: string; mayDecide: boolean };

/** What the partner asked for, what its last sending changed, and what was said about it. */
export function ProductionRequestReview({ partnerId, mayDecide }: ProductionRequestReviewProps) {
  const review = useQuery(query(productionApi.getPartnerProductionRequest, { id: partnerId }));
  if (review.error && !review.data)
    return <Notice tone="danger">The request could not be loaded. Reload the page.</Notice>;
  if (!review.data) return <Skeleton className="h-48 w-full" />;
  const { request } = review.data;
  if (!request)
    return <p className="text-body text-content-muted">The partner has not sent a request for production.</p>;
  const last = request.revisions.at(-1);
  return (
    <div className="grid gap-x-8 gap-y-6 lg:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-4">
        {request.changesRequested && (
          <Notice tone="warning" title="Waits for the partner">
            Changes were asked for <Time at={request.changesRequestedAt} />.
          </Notice>
        )}
        {last && last.changes.length > 0 && <Changed revision={last} />}
        <h3 className="text-body font-medium">
          The request, sent <Time at={request.updatedAt} />
        </h3>
        <ChangeList before={{}} after={request.fields} />
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <h3 className="text-body font-medium">Review</h3>
        {request.note && (
          <Notice tone="info" title="Note on the decision">
            {request.note}
          </Notice>
        )}
        <ReviewThread comments={request.comments} />
        {mayDecide && request.status === "OPEN" && <CommentForm partnerId={partnerId} />}
      </div>
    </div>
  );
}

function Changed({ revision }: { revision: Revision }) {
  const side = (which: "before" | "after") =>
    Object.fromEntries(revision.changes.map((change) => [change.field, change[which]]));
  return (
    <div className="min-w-0">
      <h3 className="text-body font-medium">
        What the last sending changed, <Time at={revision.at} />
      </h3>
      <ChangeList before={side("before")} after={side("after")} />
    </div>
  );
}
