"use client";

import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { DELIVERY_READS } from "@/components/admin/deliveries/delivery-reads";
import { useWrite } from "@/components/admin/forms/use-write";
import { movesOf, type SubscriptionMove } from "@/components/admin/subscriptions/subscription-words";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { webhookName } from "@/components/portal/webhooks/webhook-health";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import * as webhooksApi from "@/lib/contract/directory/admin-webhooks";
import type { WebhookSubscription } from "@/lib/domain/webhooks/directory/schemas";

const REFRESH = [webhooksApi.listSubscriptions, ...DELIVERY_READS];

/** What may be done to a subscription. `isLive` says that it is not of a sandbox client. */
export function SubscriptionMenu({ subscription, isLive }: { subscription: WebhookSubscription; isLive: boolean }) {
  const [move, setMove] = useState<SubscriptionMove>();
  const name = webhookName(subscription.targetUrl);
  const moves = movesOf(subscription.status);
  if (moves.length === 0 && !move) return null;
  return (
    <>
      <DropdownMenu
        trigger={<IconButton small label={`Actions for ${name}`} icon={<Ellipsis aria-hidden="true" />} />}
        entries={moves.map((one) => ({
          label: `${one.label}…`,
          tone: one.to === "revoked" ? ("danger" as const) : undefined,
          onSelect: () => setMove(one),
        }))}
      />
      {move && (
        <MoveDialog subscription={subscription} move={move} isLive={isLive} onClose={() => setMove(undefined)} />
      )}
    </>
  );
}

type MoveDialogProps = {
  subscription: WebhookSubscription;
  move: SubscriptionMove;
  isLive: boolean;
  onClose: () => void;
};

function MoveDialog({ subscription: { id, targetUrl }, move, isLive, onClose }: MoveDialogProps) {
  const { host } = new URL(targetUrl);
  const update = useWrite(webhooksApi.updateSubscription, {
    refresh: REFRESH,
    onDone: () => {
      toast.success(`Subscription of ${host} ${move.done}`);
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`${move.label} of “${host}”?`}
      consequence={move.does}
      confirmLabel={move.label}
      keepLabel={move.keep}
      tone={move.tone}
      typeToConfirm={move.to === "revoked" && isLive ? host : undefined}
      loading={update.isPending}
      error={update.error && problemSentence(update.error)}
      onConfirm={() => update.mutate({ id, status: move.to })}
    />
  );
}
