"use client";

import { useQuery } from "@tanstack/react-query";
import { Eye } from "lucide-react";
import { ApprovalItem } from "@/components/admin/approvals/approval-item";
import { loadProblem } from "@/components/portal/list-face";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { query } from "@/lib/client/query";
import * as approvalsApi from "@/lib/contract/admin/approvals";
import * as signInApi from "@/lib/contract/admin/sign-in";

/** What one administrator asked for and another has to look at. */
export function ApprovalList() {
  const me = useQuery(query(signInApi.me, {}));
  const waiting = useQuery(query(approvalsApi.listWaiting, {}));
  const error = waiting.error ?? me.error;
  if (error && !(waiting.data && me.data)) {
    const { title, message, requestId } = loadProblem(error, "Approvals could not be loaded");
    return (
      <ErrorState title={title} requestId={requestId} onRetry={() => void waiting.refetch()}>
        {message}
      </ErrorState>
    );
  }
  if (!waiting.data || !me.data) return <Skeleton className="h-96 w-full" />;
  const { approvals } = waiting.data;
  if (approvals.length === 0) {
    return (
      <EmptyState icon={<Eye />} title="Nothing waits for a second pair of eyes">
        Granting production, the cutover, waivers and large production allocations come here when an administrator asks
        for them.
      </EmptyState>
    );
  }
  return (
    <ol className="divide-y divide-default border-y border-default">
      {approvals.map((approval) => (
        <ApprovalItem key={approval.id} approval={approval} me={me.data.admin} />
      ))}
    </ol>
  );
}
