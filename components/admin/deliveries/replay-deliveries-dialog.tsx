"use client";

import { useQuery } from "@tanstack/react-query";
import { toast } from "sonner";
import { DELIVERY_READS } from "@/components/admin/deliveries/delivery-reads";
import { DirectoryDeliveryMark } from "@/components/admin/deliveries/directory-delivery-marks";
import { deliveriesText } from "@/components/admin/deliveries/directory-delivery-words";
import { FRESH } from "@/components/admin/deliveries/rehearsal";
import { ReasonField, useReason } from "@/components/admin/forms/reason-field";
import { useWrite } from "@/components/admin/forms/use-write";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IdText } from "@/components/ui/id-text";
import { query } from "@/lib/client/query";
import * as webhooksApi from "@/lib/contract/directory/admin-webhooks";
import type { WebhookDelivery } from "@/lib/domain/webhooks/directory/schemas";

type ReplayDeliveriesDialogProps = {
  deliveries: readonly WebhookDelivery[];
  onClose: () => void;
  onDone: () => void;
};

/** Sends deliveries once more as fresh records; what a dry run names is shown first. Mount it to open it. */
export function ReplayDeliveriesDialog({ deliveries, onClose, onDone }: ReplayDeliveriesDialogProps) {
  const deliveryIds = deliveries.map(({ id }) => id);
  const reason = useReason();
  const rehearsal = useQuery({ ...query(webhooksApi.replayDeliveries, { deliveryIds, dryRun: true }), ...FRESH });
  const replay = useWrite(webhooksApi.replayDeliveries, {
    refresh: DELIVERY_READS,
    onDone: ({ data }) => {
      toast.success(`${deliveriesText(data.replayed)} queued as replays`);
      onClose();
      onDone();
    },
  });
  const sourceIds = rehearsal.data?.data.sourceDeliveryIds;
  const problem = replay.error ?? rehearsal.error;
  const confirm = () => {
    const given = reason.read();
    if (given === undefined || !sourceIds?.length) return;
    replay.mutate({ deliveryIds: sourceIds, dryRun: false, reason: given });
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={sourceIds ? `Replay ${deliveriesText(sourceIds.length)}?` : "Replay deliveries?"}
      consequence="Each becomes a fresh record whose payload names the one it repeats in replayOfDeliveryId; the sources stay as they are. A receiver that took the event before gets it again."
      confirmLabel="Replay deliveries"
      keepLabel="Replay nothing"
      tone="primary"
      loading={replay.isPending || rehearsal.isPending}
      error={problem && problemSentence(problem)}
      onConfirm={confirm}
    >
      <div>
        <p role="status" className="text-body font-medium">
          {sourceIds ? rehearsedText(sourceIds.length, deliveries.length) : "Looking through what would be replayed…"}
        </p>
        <ul className="mt-2 max-h-48 divide-y divide-default overflow-y-auto text-dense">
          {deliveries
            .filter(({ id }) => sourceIds?.includes(id))
            .map(({ id, eventType, status }) => (
              <li key={id} className="flex min-w-0 flex-wrap items-center gap-x-4 py-1">
                <span className="min-w-0 flex-1 truncate font-mono">{eventType}</span>
                <IdText value={id} short copy={false} />
                <DirectoryDeliveryMark status={status} />
              </li>
            ))}
        </ul>
      </div>
      <ReasonField reason={reason} hint="Kept in the audit record and in the replay evidence." />
    </ConfirmDialog>
  );
}

function rehearsedText(found: number, asked: number): string {
  if (found === 0) return "Nothing would be replayed: these deliveries are queued.";
  const left = asked - found;
  const rest = left > 0 ? ` ${deliveriesText(left)} moved on meanwhile and would be left out.` : "";
  return `A dry run found ${deliveriesText(found)} to replay.${rest}`;
}
