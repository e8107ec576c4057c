"use client";

import { useQuery } from "@tanstack/react-query";
import { DELIVERY_READS } from "@/components/admin/deliveries/delivery-reads";
import { RunAttempts, runText } from "@/components/admin/deliveries/delivery-run-figures";
import { deliveriesText } from "@/components/admin/deliveries/directory-delivery-words";
import { FRESH } from "@/components/admin/deliveries/rehearsal";
import { SchedulerPlanView } from "@/components/admin/deliveries/scheduler-plan";
import { ReasonField, useReason } from "@/components/admin/forms/reason-field";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { loadProblem } from "@/components/portal/list-face";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { query, useCall } from "@/lib/client/query";
import * as webhooksApi from "@/lib/contract/directory/admin-webhooks";
import type { SchedulerPlan, SchedulerRun } from "@/lib/domain/webhooks/directory/schemas";

/** What the scheduler would do now and why not with the rest; with its approval on record, it is run from here. */
export function SchedulerDialog({ onClose }: { onClose: () => void }) {
  const { data, error, refetch } = useQuery({ ...query(webhooksApi.getSchedulerPlan, {}), ...FRESH });
  const run = useCall(webhooksApi.runScheduler, { refresh: DELIVERY_READS });
  const reason = useReason();
  const plan = data?.data;
  const done = run.data?.data;
  const problem = error && !plan ? loadProblem(error, "The preview could not be made") : undefined;
  const mayRun = plan?.isApproved === true && hasWork(plan);
  const start = () => {
    const given = reason.read();
    if (given !== undefined) run.mutate({ dryRun: false, reason: given });
  };
  return (
    <Dialog
      open
      wide
      dismissible={!mayRun}
      onOpenChange={(open) => !open && onClose()}
      title="Retry scheduler"
      description="Every 15 minutes it queues again what has waited its pause (15 minutes, doubling, eight attempts in all) and runs the worker."
      footer={
        <>
          <Button onClick={onClose}>{mayRun && !done ? "Leave it to its time" : "Close window"}</Button>
          {mayRun && !done && (
            <Button variant="primary" loading={run.isPending} onClick={start}>
              Run scheduler
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {done && <Outcome run={done} />}
        {!done && plan && <SchedulerPlanView plan={plan} />}
        {!done && mayRun && (
          <>
            <Notice tone="warning" title="What running it now does">
              {consequence(plan)}
            </Notice>
            <ReasonField reason={reason} hint="Kept in the audit record of each delivery that is queued again." />
          </>
        )}
        {!plan && !problem && <Skeleton className="h-48 w-full" />}
        {problem && (
          <ErrorState title={problem.title} requestId={problem.requestId} onRetry={() => void refetch()}>
            {problem.message}
          </ErrorState>
        )}
        {run.error && (
          <Notice tone="danger" announce>
            {problemSentence(run.error)}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}

const hasWork = ({ failed, blocked, queued }: SchedulerPlan) => failed + blocked + queued > 0;

function consequence({ failed, blocked, queued, deliveryLimit }: SchedulerPlan): string {
  const again = failed + blocked;
  const sent = Math.min(deliveryLimit, again + queued);
  const requeues = again > 0 ? `It queues ${deliveriesText(again)} again. ` : "";
  return `${requeues}It makes an attempt of at most ${deliveriesText(sent)} at once, which cannot be called back. A receiver that took one before knows it by its ID.`;
}

function Outcome({ run }: { run: SchedulerRun }) {
  const requeued = run.failedRetry.requeued + (run.blockedRetry?.requeued ?? 0);
  const isWell = run.delivery.failed + run.delivery.blocked === 0;
  return (
    <>
      <Notice tone={isWell ? "success" : "warning"} title="The scheduler ran" announce>
        {deliveriesText(requeued)} queued again; of the attempts made: {runText(run.delivery)}.
      </Notice>
      <RunAttempts attempts={run.delivery.attempts} />
      <ul aria-label="Next actions" className="list-disc pl-6 text-body">
        {run.nextActions.map((action) => (
          <li key={action}>{action}</li>
        ))}
      </ul>
    </>
  );
}
