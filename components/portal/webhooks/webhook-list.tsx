"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, Webhook as WebhookIcon } from "lucide-react";
import { useState } from "react";
import { listFace } from "@/components/portal/list-face";
import { AccountingLine } from "@/components/portal/webhooks/accounting-line";
import { CreateWebhookDialog } from "@/components/portal/webhooks/create-webhook-dialog";
import { webhookColumns } from "@/components/portal/webhooks/webhook-columns";
import { WebhookSecretDialog } from "@/components/portal/webhooks/webhook-secret-dialog";
import { WebhookTabs } from "@/components/portal/webhooks/webhook-tabs";
import { Button } from "@/components/ui/button";
import { type CodeSample, CodeTabs } from "@/components/ui/code-tabs";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { useEnvironment } from "@/lib/client/providers";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { CreatedWebhook } from "@/lib/domain/webhooks/schemas";

// Ten is the most there can be, so one page holds them all.
const ALL = "100";

/** Where events go, and how well that works. */
export function WebhookList({ samples }: { samples: readonly CodeSample[] }) {
  useEnvironment();
  const [creating, setCreating] = useState(false);
  const [created, setCreated] = useState<CreatedWebhook>();
  const webhooks = useQuery(query(giving.listWebhooks, { limit: ALL }));
  return (
    <>
      <PageHeader
        title="Webhooks"
        purpose="URLs of yours that are told about events, signed, at least once."
        primaryAction={
          <Button variant="primary" icon={<Plus aria-hidden="true" />} onClick={() => setCreating(true)}>
            Create webhook
          </Button>
        }
      />
      <WebhookTabs />
      <AccountingLine />
      <DataTable
        caption="Webhooks"
        columns={webhookColumns}
        rowId={(row) => row.id}
        rowHref={(row) => `/webhooks/${row.id}`}
        {...listFace(webhooks, { failed: "Webhooks could not be loaded", empty: <WebhooksEmpty samples={samples} /> })}
      />
      {creating && (
        <CreateWebhookDialog
          onClose={() => setCreating(false)}
          onCreated={(webhook) => {
            setCreating(false);
            setCreated(webhook);
          }}
        />
      )}
      {created && (
        <WebhookSecretDialog
          secret={created.secret}
          environment={created.environment}
          samples={samples}
          onClose={() => setCreated(undefined)}
        />
      )}
    </>
  );
}

function WebhooksEmpty({ samples }: { samples: readonly CodeSample[] }) {
  return (
    <div className="flex flex-col items-center">
      <EmptyState icon={<WebhookIcon />} title="No webhooks in this environment yet">
        A webhook tells your server when an action completes or fails, so that it need not ask. Start this receiver,
        make it reachable by https, then create a webhook with its URL.
      </EmptyState>
      <CodeTabs className="w-full max-w-dialog-wide" label="Language of the receiver" samples={samples} />
    </div>
  );
}
