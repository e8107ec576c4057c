import type { Metadata } from "next";
import { renderSamples } from "@/components/portal/webhooks/render-samples";
import { WebhookPage } from "@/components/portal/webhooks/webhook-page";
import { PageBody } from "@/components/ui/page-body";
import { requireSession } from "@/lib/auth/guards";
import { env } from "@/lib/platform/env";

export const metadata: Metadata = { title: "Webhook" };

export default async function OneWebhookPage({ params }: { params: Promise<{ webhookId: string }> }) {
  await requireSession();
  const { webhookId } = await params;
  return (
    <PageBody full>
      <WebhookPage webhookId={webhookId} samples={await renderSamples(env().publicBaseUrl)} />
    </PageBody>
  );
}
