import type { Metadata } from "next";
import { renderSamples } from "@/components/portal/webhooks/render-samples";
import { WebhookList } from "@/components/portal/webhooks/webhook-list";
import { PageBody } from "@/components/ui/page-body";
import { requireSession } from "@/lib/auth/guards";
import { env } from "@/lib/platform/env";

export const metadata: Metadata = { title: "Webhooks" };

export default async function WebhooksPage() {
  await requireSession();
  return (
    <PageBody full>
      <WebhookList samples={await renderSamples(env().publicBaseUrl)} />
    </PageBody>
  );
}
