"use client";

import { useState } from "react";
import {
  AT_ONCE_MAX,
  deliveriesText,
  isReplayable,
  isRetryable,
} from "@/components/admin/deliveries/directory-delivery-words";
import { ReplayDeliveriesDialog } from "@/components/admin/deliveries/replay-deliveries-dialog";
import { RetryDeliveriesDialog } from "@/components/admin/deliveries/retry-deliveries-dialog";
import { rolesText } from "@/components/admin/shell/admin-roles";
import { useMayCall } from "@/components/admin/shell/use-may-call";
import { Button } from "@/components/ui/button";
import * as webhooksApi from "@/lib/contract/directory/admin-webhooks";
import type { WebhookDelivery } from "@/lib/domain/webhooks/directory/schemas";

type DeliveryPicksProps = { picked: readonly WebhookDelivery[]; onClear: () => void };

/** What can be done with all the rows that were picked. */
export function DeliveryPicks({ picked, onClear }: DeliveryPicksProps) {
  const mayAct = useMayCall(webhooksApi.replayDeliveries);
  return (
    <section aria-label="Picked deliveries" className="flex flex-wrap items-center gap-2 rounded-card bg-subtle p-2">
      <p className="px-2 text-dense font-medium">{picked.length.toLocaleString("en")} picked</p>
      {mayAct ? (
        <DeliverySteps deliveries={picked} onDone={onClear} />
      ) : (
        <p className="text-dense text-content-muted">
          {rolesText(webhooksApi.replayDeliveries.roles ?? [])} can retry and replay.
        </p>
      )}
      <Button size="small" variant="ghost" onClick={onClear}>
        Clear picks
      </Button>
    </section>
  );
}

type DeliveryStepsProps = { deliveries: readonly WebhookDelivery[]; onDone?: () => void };

/** Retry and replay, each of those of these deliveries that it can be done with. */
export function DeliverySteps({ deliveries, onDone = () => undefined }: DeliveryStepsProps) {
  const [opened, setOpened] = useState<{ step: "retry" | "replay"; deliveries: readonly WebhookDelivery[] }>();
  const retryable = deliveries.filter(isRetryable);
  const replayable = deliveries.filter(isReplayable);
  const Dialog = opened?.step === "retry" ? RetryDeliveriesDialog : ReplayDeliveriesDialog;
  if (deliveries.length > AT_ONCE_MAX) {
    return <p className="text-dense text-content-muted">At most {deliveriesText(AT_ONCE_MAX)} at once: pick fewer.</p>;
  }
  return (
    <>
      {retryable.length > 0 && (
        <Button size="small" onClick={() => setOpened({ step: "retry", deliveries: retryable })}>
          Retry {deliveriesText(retryable.length)}
        </Button>
      )}
      {replayable.length > 0 && (
        <Button size="small" onClick={() => setOpened({ step: "replay", deliveries: replayable })}>
          Replay {deliveriesText(replayable.length)}
        </Button>
      )}
      {replayable.length === 0 && (
        <p className="text-dense text-content-muted">Queued ones are sent by the worker; there is nothing to retry.</p>
      )}
      {opened && <Dialog deliveries={opened.deliveries} onClose={() => setOpened(undefined)} onDone={onDone} />}
    </>
  );
}
