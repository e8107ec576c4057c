"use client";

import { useQuery } from "@tanstack/react-query";
import { DetailFace } from "@/components/portal/detail-face";
import { DeliveryList } from "@/components/portal/webhooks/delivery-list";
import { WebhookActions } from "@/components/portal/webhooks/webhook-actions";
import { WebhookFacts } from "@/components/portal/webhooks/webhook-facts";
import { webhookHealth, webhookName } from "@/components/portal/webhooks/webhook-health";
import { WebhookHealthFigures } from "@/components/portal/webhooks/webhook-health-figures";
import { WebhookHealthMark } from "@/components/portal/webhooks/webhook-health-mark";
import { BreadcrumbTrail } from "@/components/ui/breadcrumb";
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
          <WebhookHeader webhook={webhook} samples={samples} />
          <WebhookTrouble webhook={webhook} />
          <WebhookHealthFigures webhookId={webhook.id} />
          <WebhookFacts webhook={webhook} />
          <DeliveryList webhook={webhook} />
          <Section
            title="Verify deliveries"
            description="A complete receiver. It needs the signing secret, which was shown when the webhook was created or its secret rotated."
          >
            <CodeTabs label="Language of the receiver" samples={samples} />
          </Section>
        </>
      )}
    </DetailFace>
  );
}

function WebhookHeader({ webhook, samples }: { webhook: Webhook; samples: readonly CodeSample[] }) {
  const name = webhookName(webhook.url);
  return (
    <>
      <BreadcrumbTrail crumbs={[{ label: name }]} />
      <PageHeader
        title={<span className="break-all">{name}</span>}
        aside={<WebhookHealthMark webhook={webhook} />}
        purpose={webhook.description ?? "Receives signed events of this environment."}
        actions={<WebhookActions webhook={webhook} samples={samples} />}
      />
    </>
  );
}

/** Why a webhook is off or about to be. Nothing for one that works. */
function WebhookTrouble({ webhook }: { webhook: Webhook }) {
  const { reason } = webhookHealth(webhook);
  if (!webhook.isActive) {
    return (
      <Notice tone="danger" title="This webhook is turned off">
        {reason} Put the receiver right, send a test event, then turn the webhook on. Deliveries still pending go out
        then; what happened in between can be replayed.
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
