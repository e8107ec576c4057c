"use client";

import { Ellipsis, Trash2 } from "lucide-react";
import { useState } from "react";
import { DeleteWebhookDialog } from "@/components/portal/webhooks/delete-webhook-dialog";
import { webhookName } from "@/components/portal/webhooks/webhook-health";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import type { Webhook } from "@/lib/domain/webhooks/schemas";

export function WebhookMenu({ webhook }: { webhook: Webhook }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <DropdownMenu
        trigger={
          <IconButton
            small
            label={`Actions for webhook ${webhookName(webhook.url)}`}
            icon={<Ellipsis aria-hidden="true" />}
          />
        }
        entries={[
          { label: "View deliveries", href: `/webhooks/${webhook.id}` },
          "separator",
          {
            label: "Delete webhook",
            icon: <Trash2 aria-hidden="true" />,
            tone: "danger",
            onSelect: () => setAsking(true),
          },
        ]}
      />
      {asking && <DeleteWebhookDialog webhook={webhook} onClose={() => setAsking(false)} />}
    </>
  );
}
