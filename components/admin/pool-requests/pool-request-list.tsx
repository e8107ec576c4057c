"use client";

import { useQuery } from "@tanstack/react-query";
import { Coins } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { DecidePoolRequestDialog } from "@/components/admin/pool-requests/decide-pool-request-dialog";
import { rolesText } from "@/components/admin/shell/admin-roles";
import { loadProblem } from "@/components/portal/list-face";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { Time } from "@/components/ui/time";
import { query } from "@/lib/client/query";
import * as approvalsApi from "@/lib/contract/admin/approvals";
import * as signInApi from "@/lib/contract/admin/sign-in";
import { OPERATOR_ROLES } from "@/lib/domain/admins/schemas";
import type { WaitingPoolRequest } from "@/lib/domain/giving/approvals/schemas";

/** Requests for tokens, longest waiting first. */
export function PoolRequestList() {
  const waiting = useQuery(query(approvalsApi.listWaiting, {}));
  const me = useQuery(query(signInApi.me, {}));
  if (waiting.error && !waiting.data) {
    const { title, message, requestId } = loadProblem(waiting.error, "Pool requests could not be loaded");
    return (
      <ErrorState title={title} requestId={requestId} onRetry={() => void waiting.refetch()}>
        {message}
      </ErrorState>
    );
  }
  if (!waiting.data || !me.data) return <Skeleton className="h-96 w-full" />;
  const { poolRequests } = waiting.data;
  const mayDecide = OPERATOR_ROLES.some((role) => role === me.data.admin.role);
  if (poolRequests.length === 0) {
    return (
      <EmptyState icon={<Coins />} title="No request is waiting">
        Partners ask for tokens in their portal. Small sandbox requests are granted at once and never come here.
      </EmptyState>
    );
  }
  return (
    <ul className="divide-y divide-default border-y border-default">
      {poolRequests.map((request) => (
        <RequestItem key={request.id} request={request} mayDecide={mayDecide} />
      ))}
    </ul>
  );
}

function RequestItem({ request, mayDecide }: { request: WaitingPoolRequest; mayDecide: boolean }) {
  const [decision, setDecision] = useState<"approve" | "reject">();
  const { partner, environment } = request;
  return (
    <li aria-label={`Request of ${partner.name}`} className="flex flex-wrap items-start justify-between gap-4 py-4">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-2 text-body font-medium">
          <Link className="link" href={`/admin/partners/${partner.id}`}>
            {partner.name}
          </Link>
          <Badge tone={environment === "sandbox" ? "sandbox" : "neutral"}>{environment}</Badge>
          <span className="tabular-nums">{request.amount.toLocaleString("en")} tokens</span>
        </p>
        <p className="max-w-prose text-body break-words">{request.reason}</p>
        <p className="text-dense text-content-muted">
          Asked <Time at={request.createdAt} />
          {request.tokenPoolId === null && ", for a first pool"}
        </p>
      </div>
      {mayDecide ? (
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setDecision("reject")}>Decline</Button>
          <Button variant="primary" onClick={() => setDecision("approve")}>
            Approve request
          </Button>
        </div>
      ) : (
        <p className="text-dense text-content-muted">{rolesText(OPERATOR_ROLES)} can decide.</p>
      )}
      {decision && (
        <DecidePoolRequestDialog request={request} decision={decision} onClose={() => setDecision(undefined)} />
      )}
    </li>
  );
}
