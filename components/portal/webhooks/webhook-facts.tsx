import { eventsText } from "@/components/portal/webhooks/webhook-health";
import { Facts } from "@/components/ui/facts";
import { Time } from "@/components/ui/time";
import type { Webhook } from "@/lib/domain/webhooks/schemas";

export function WebhookFacts({ webhook }: { webhook: Webhook }) {
  const headers = Object.keys(webhook.headers);
  return (
    <div className="grid min-w-0 gap-x-12 lg:grid-cols-2">
      <Facts
        facts={[
          { label: "URL", value: <Mono>{webhook.url}</Mono>, copy: webhook.url },
          { label: "Webhook ID", value: <Mono>{webhook.id}</Mono>, copy: webhook.id },
          {
            label: "Events",
            value: <span title={webhook.eventTypes.join(", ")}>{eventsText(webhook)}</span>,
          },
          { label: "Custom headers", value: headers.length > 0 ? <Mono>{headers.join(", ")}</Mono> : "None" },
        ]}
      />
      <Facts
        className="max-lg:border-t max-lg:border-default"
        facts={[
          { label: "Last success", value: <Time at={webhook.lastSuccessAt} /> },
          { label: "Last delivery", value: <Time at={webhook.lastDeliveryAt} /> },
          { label: "Failures in a row", value: webhook.consecutiveFailures.toLocaleString("en") },
          { label: "Created", value: <Time at={webhook.createdAt} format="absolute" /> },
        ]}
      />
    </div>
  );
}

function Mono({ children }: { children: string }) {
  return <span className="font-mono text-dense">{children}</span>;
}
