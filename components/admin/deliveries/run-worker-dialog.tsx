"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { DELIVERY_READS } from "@/components/admin/deliveries/delivery-reads";
import { RunAttempts, runText } from "@/components/admin/deliveries/delivery-run-figures";
import { AT_ONCE_MAX, deliveriesText } from "@/components/admin/deliveries/directory-delivery-words";
import { FRESH } from "@/components/admin/deliveries/rehearsal";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { query, useCall } from "@/lib/client/query";
import * as webhooksApi from "@/lib/contract/directory/admin-webhooks";

const LIMITS = [10, 25, AT_ONCE_MAX].map((limit) => ({ value: String(limit), label: deliveriesText(limit) }));

/** Sends what is queued now; a dry run says first what that would be. Mount it to open it. */
export function RunWorkerDialog({ onClose }: { onClose: () => void }) {
  const [limit, setLimit] = useState(LIMITS[0]!.value);
  const rehearsal = useQuery({ ...query(webhooksApi.runDeliveries, { limit: Number(limit), dryRun: true }), ...FRESH });
  const run = useCall(webhooksApi.runDeliveries, { refresh: DELIVERY_READS });
  const done = run.data?.data;
  const planned = rehearsal.data?.data;
  const problem = run.error ?? rehearsal.error;
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title="Run worker"
      description="It makes one attempt of each of the oldest queued deliveries, without waiting for its time."
      footer={
        <>
          <Button onClick={onClose}>{done ? "Close window" : "Leave them queued"}</Button>
          {!done && (
            <Button
              variant="primary"
              disabled={!planned?.processed}
              loading={run.isPending}
              onClick={() => run.mutate({ limit: Number(limit), dryRun: false })}
            >
              {planned?.processed ? `Send ${deliveriesText(planned.processed)}` : "Send deliveries"}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {!done && (
          <Field label="At most">
            <Select options={LIMITS} value={limit} onChange={(event) => setLimit(event.target.value)} />
          </Field>
        )}
        <p role="status" className="text-body font-medium">
          {done && `The worker made ${done.processed.toLocaleString("en")} attempts: ${runText(done)}.`}
          {!done && planned && plannedText(planned.processed)}
          {!done && rehearsal.isPending && "Looking through what is queued…"}
        </p>
        <RunAttempts attempts={(done ?? planned)?.attempts ?? []} />
        {problem && (
          <Notice tone="danger" announce>
            {problemSentence(problem)}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}

function plannedText(count: number): string {
  if (count === 0) return "Nothing is queued: there is nothing to send.";
  return `A dry run found ${deliveriesText(count)} to send. Nothing has been sent yet.`;
}
