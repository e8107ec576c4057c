"use client";

import { Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { toast } from "sonner";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { DeleteWebhookDialog } from "@/components/portal/webhooks/delete-webhook-dialog";
import { EditWebhookDialog } from "@/components/portal/webhooks/edit-webhook-dialog";
import { ReplayDialog } from "@/components/portal/webhooks/replay-dialog";
import { RotateSecretDialog } from "@/components/portal/webhooks/rotate-secret-dialog";
import { TestWebhookDialog } from "@/components/portal/webhooks/test-webhook-dialog";
import { Button } from "@/components/ui/button";
import type { CodeSample } from "@/components/ui/code-tabs";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { Webhook } from "@/lib/domain/webhooks/schemas";

type Open = "edit" | "rotate" | "test" | "replay" | "delete";

/** Everything that can be done with one webhook. */
export function WebhookActions({ webhook, samples }: { webhook: Webhook; samples: readonly CodeSample[] }) {
  const router = useRouter();
  const [open, setOpen] = useState<Open>();
  const { turn, isPending } = useTurn(webhook);
  const onClose = () => setOpen(undefined);
  const dialogs: Record<Open, ReactNode> = {
    edit: <EditWebhookDialog webhook={webhook} onClose={onClose} />,
    rotate: <RotateSecretDialog webhook={webhook} samples={samples} onClose={onClose} />,
    test: <TestWebhookDialog webhook={webhook} onClose={onClose} />,
    replay: <ReplayDialog webhook={webhook} onClose={onClose} />,
    delete: <DeleteWebhookDialog webhook={webhook} onClose={onClose} onDeleted={() => router.push("/webhooks")} />,
  };
  return (
    <>
      <Button onClick={() => setOpen("test")}>Send test event</Button>
      <Button onClick={() => setOpen("edit")}>Edit webhook</Button>
      <DropdownMenu
        align="end"
        trigger={<IconButton variant="secondary" label="More actions" icon={<Ellipsis aria-hidden="true" />} />}
        entries={[
          { label: "Replay events", onSelect: () => setOpen("replay"), disabled: !webhook.isActive },
          { label: "Rotate secret", onSelect: () => setOpen("rotate") },
          { label: webhook.isActive ? "Turn off" : "Turn on", onSelect: turn, disabled: isPending },
          "separator",
          { label: "Delete webhook", tone: "danger", onSelect: () => setOpen("delete") },
        ]}
      />
      {open && dialogs[open]}
    </>
  );
}

/** Turning a webhook off keeps what is pending; turning it on sends it, and clears an automatic disabling. */
function useTurn({ id, isActive }: Webhook) {
  const update = useCall(giving.updateWebhook, { refresh: [giving.listWebhooks, giving.getWebhook] });
  const turn = () =>
    update.mutate(
      { webhookId: id, isActive: !isActive },
      {
        onSuccess: () => toast.success(isActive ? "Webhook turned off" : "Webhook turned on"),
        onError: (error) => toast.error(problemSentence(error)),
      },
    );
  return { turn, isPending: update.isPending };
}
