"use client";

import { toast } from "sonner";
import { DELIVERY_READS } from "@/components/admin/deliveries/delivery-reads";
import { deliveriesText } from "@/components/admin/deliveries/directory-delivery-words";
import { useWrite } from "@/components/admin/forms/use-write";
import { WriteDialog } from "@/components/admin/forms/write-dialog";
import * as webhooksApi from "@/lib/contract/directory/admin-webhooks";
import type { WebhookDelivery } from "@/lib/domain/webhooks/directory/schemas";

type RetryDeliveriesDialogProps = {
  deliveries: readonly WebhookDelivery[];
  onClose: () => void;
  onDone: () => void;
};

/** Queues the same deliveries again. Mount it to open it. */
export function RetryDeliveriesDialog({ deliveries, onClose, onDone }: RetryDeliveriesDialogProps) {
  const retry = useWrite(webhooksApi.retryDeliveries, {
    refresh: DELIVERY_READS,
    onDone: ({ data }) => {
      tellRequeued(data.requeued, deliveries.length);
      onClose();
      onDone();
    },
  });
  return (
    <WriteDialog
      title={`Retry ${deliveriesText(deliveries.length)}`}
      description="The same records are queued again, and their attempts stay counted. They go out when the worker runs, or within 15 minutes."
      submitLabel={deliveries.length === 1 ? "Retry delivery" : "Retry deliveries"}
      keepLabel="Leave as they are"
      isSaving={retry.isPending}
      problem={retry.error}
      onSubmit={(reason) => retry.mutate({ deliveryIds: deliveries.map(({ id }) => id), reason })}
      onClose={onClose}
    />
  );
}

function tellRequeued(requeued: number, asked: number) {
  const others = asked - requeued;
  const description = others > 0 ? `${deliveriesText(others)} moved on meanwhile and stay as they are.` : undefined;
  toast.success(`${deliveriesText(requeued)} queued again`, { description });
}
