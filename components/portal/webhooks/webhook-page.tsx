"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { DetailFace } from "@/components/portal/detail-face";
import { DeleteWebhookDialog } from "@/components/portal/webhooks/delete-webhook-dialog";
import { DeliveryList } from "@/components/portal/webhooks/delivery-list";
import { WebhookFacts } from "@/components/portal/webhooks/webhook-facts";
import { webhookHealth, webhookName } from "@/components/portal/webhooks/webhook-health";
import { WebhookHealthMark } from "@/components/portal/webhooks/webhook-health-mark";
import { BreadcrumbTrail } from "@/components/ui/breadcrumb";
import { Button } from "@/components/ui/button";
import { type CodeSample, CodeTabs } from "@/components/ui/code-tabs";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { useEnvironment } from "@/lib/client/providers";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { Webhook } from "@/lib/domain/webhooks/schemas";

export type WebhookPageProps = { webhookId: string; samples: readonly CodeSample[] };

/** One webhook: how it is doing, what was sent to it, how to verify it. */
export function WebhookPage({ webhookId, samples }: WebhookPageProps) {
  useEnvironment();
  const answer = useQuery(query(giving.getWebhook, { webhookId }));
  return (
    <DetailFace answer={answer} title="Webhook" back={{ href: "/webhooks", label: "View all webhooks" }}>
      {(webhook) => (
        <>
          <WebhookHeader webhook={webhook} />
          <WebhookTrouble webhook={webhook} />
          <WebhookFacts webhook={webhook} />
          <DeliveryList webhook={webhook} />
          <Section
            title="Verify deliveries"
            description="A complete receiver. It needs the signing secret, which was shown when the webhook was created."
          >
            <CodeTabs label="Language of the receiver" samples={samples} />
          </Section>
        </>
      )}
    </DetailFace>
  );
}

function WebhookHeader({ webhook }: { webhook: Webhook }) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const name = webhookName(webhook.url);
  return (
    <>
      <BreadcrumbTrail crumbs={[{ label: name }]} />
      <PageHeader
        title={<span className="break-all">{name}</span>}
        aside={<WebhookHealthMark webhook={webhook} />}
        purpose={webhook.description ?? "Receives signed events of this environment."}
        actions={<Button onClick={() => setAsking(true)}>Delete webhook</Button>}
      />
      {asking && (
        <DeleteWebhookDialog
          webhook={webhook}
          onClose={() => setAsking(false)}
          onDeleted={() => router.push("/webhooks")}
        />
      )}
    </>
  );
}

/** Why a webhook is off or about to be. Nothing for one that works. */
function WebhookTrouble({ webhook }: { webhook: Webhook }) {
  const { reason } = webhookHealth(webhook);
  if (!webhook.isActive) {
    return (
      <Notice tone="danger" title="This webhook is turned off">
        {reason} Put the receiver right, then create a webhook with the same URL and delete this one. Deliveries still
        pending wait here.
      </Notice>
    );
  }
  if (webhook.consecutiveFailures === 0) return null;
  return (
    <Notice tone="warning" title="Deliveries are failing">
      {reason} Open a delivery below to see why. After 20 failed attempts in a row and 72 hours without a success the
      webhook is turned off.
    </Notice>
  );
}
