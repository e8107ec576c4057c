"use client";

import { useQuery } from "@tanstack/react-query";
import { Webhook as WebhookIcon } from "lucide-react";
import { useState } from "react";
import { DialogButton } from "@/components/admin/partners/dialog-button";
import { partnerWebhookColumns } from "@/components/admin/partners/partner-webhook-columns";
import { RegisterWebhookDialog } from "@/components/admin/partners/register-webhook-dialog";
import { usePartnerRecord } from "@/components/admin/partners/use-partner-record";
import { loadProblem } from "@/components/portal/list-face";
import { SECRET_VARIABLE } from "@/components/portal/webhooks/verification-samples";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { SecretDialog } from "@/components/ui/secret-dialog";
import { Section } from "@/components/ui/section";
import { query } from "@/lib/client/query";
import * as administration from "@/lib/contract/admin/partner-administration";
import type { CreatedWebhook } from "@/lib/domain/webhooks/schemas";

/** Where the partner's events go, in both environments, and how that works. */
export function PartnerWebhooks({ id }: { id: string }) {
  const { data: partner } = usePartnerRecord(id);
  const [created, setCreated] = useState<CreatedWebhook>();
  const webhooks = useQuery(query(administration.listPartnerWebhooks, { id }));
  if (!partner) return null;
  return (
    <Section
      title="Webhooks"
      description="The partner's people change and delete them; the platform may register one for them."
      actions={
        <DialogButton
          partner={partner}
          endpoint={administration.registerWebhook}
          label="Register webhook"
          dialog={(close) => (
            <RegisterWebhookDialog
              partner={partner}
              onClose={close}
              onCreated={(webhook) => {
                close();
                setCreated(webhook);
              }}
            />
          )}
        />
      }
    >
      <DataTable
        caption="Webhooks"
        columns={partnerWebhookColumns}
        rowId={(row) => row.id}
        rows={webhooks.data?.data}
        error={
          webhooks.error && !webhooks.data ? loadProblem(webhooks.error, "Webhooks could not be loaded") : undefined
        }
        onRetry={() => void webhooks.refetch()}
        empty={
          <EmptyState icon={<WebhookIcon />} title="No webhook">
            The partner is told nothing of its events. Register the URL that its intake names, or let it create one.
          </EmptyState>
        }
      />
      {created && (
        <SecretDialog
          title="Hand over the signing secret"
          description="The partner's receiver needs it to tell our deliveries from forged ones."
          fileName={`portico-webhook-${created.environment}`}
          secrets={[{ label: "Signing secret", variable: SECRET_VARIABLE, value: created.secret }]}
          onClose={() => setCreated(undefined)}
        />
      )}
    </Section>
  );
}
