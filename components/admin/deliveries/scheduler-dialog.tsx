"use client";

import { useQuery } from "@tanstack/react-query";
import { deliveriesText } from "@/components/admin/deliveries/directory-delivery-words";
import { FRESH } from "@/components/admin/deliveries/rehearsal";
import { loadProblem } from "@/components/portal/list-face";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { Facts } from "@/components/ui/facts";
import { Skeleton } from "@/components/ui/skeleton";
import { query } from "@/lib/client/query";
import * as webhooksApi from "@/lib/contract/directory/admin-webhooks";
import type { SchedulerRun } from "@/lib/domain/webhooks/directory/schemas";

/** What the scheduler would do now, and what it advises. It changes nothing. Mount it to open it. */
export function SchedulerDialog({ onClose }: { onClose: () => void }) {
  const { data, error, refetch } = useQuery({ ...query(webhooksApi.runScheduler, { dryRun: true }), ...FRESH });
  const problem = error && !data ? loadProblem(error, "The preview could not be made") : undefined;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Scheduler preview"
      description="Every 15 minutes the scheduler queues again what has waited its pause (15 minutes, doubling, eight attempts in all) and runs the worker. This is what it would do now; nothing is changed."
      footer={<Button onClick={onClose}>Close window</Button>}
    >
      {data && <Preview run={data.data} />}
      {!data && !problem && <Skeleton className="h-48 w-full" />}
      {problem && (
        <ErrorState title={problem.title} requestId={problem.requestId} onRetry={() => void refetch()}>
          {problem.message}
        </ErrorState>
      )}
    </Dialog>
  );
}

function Preview({ run }: { run: SchedulerRun }) {
  const { failedCandidates, blockedCandidates, retryLimit, deliveryLimit, delivery, nextActions } = run;
  return (
    <div className="flex flex-col gap-4">
      <Facts
        facts={[
          { label: "Failed, due", value: deliveriesText(failedCandidates) },
          { label: "Blocked, due", value: deliveriesText(blockedCandidates) },
          { label: "Queued now", value: `${deliveriesText(delivery.processed)} would be sent` },
          { label: "In one run", value: `At most ${retryLimit} of each retried, ${deliveryLimit} sent` },
        ]}
      />
      <div>
        <h3 className="text-body font-medium">Next actions</h3>
        <ul className="mt-1 list-disc pl-6 text-body">
          {nextActions.map((action) => (
            <li key={action}>{action}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
