import Link from "next/link";
import type { HomeFigures } from "@/components/portal/home/use-home-figures";
import { loadProblem } from "@/components/portal/list-face";
import { webhookHealth, webhookName } from "@/components/portal/webhooks/webhook-health";
import { ErrorState } from "@/components/ui/error-state";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";
import { Status } from "@/components/ui/status";
import { Time } from "@/components/ui/time";

/** How the deliveries to each webhook go, by its latest attempts. */
export function WebhookHealthList({ webhooks }: Pick<HomeFigures, "webhooks">) {
  return (
    <Section
      title="Deliveries by webhook"
      actions={
        <LinkButton href="/webhooks" size="small">
          Show webhooks
        </LinkButton>
      }
    >
      <WebhookRows webhooks={webhooks} />
    </Section>
  );
}

function WebhookRows({ webhooks }: Pick<HomeFigures, "webhooks">) {
  if (webhooks.error && !webhooks.data) {
    const { title, message, requestId } = loadProblem(webhooks.error, "The webhooks could not be loaded");
    return (
      <ErrorState title={title} requestId={requestId} onRetry={() => void webhooks.refetch()}>
        {message}
      </ErrorState>
    );
  }
  if (!webhooks.data) return <Skeleton className="h-24 w-full" />;
  if (webhooks.data.data.length === 0) {
    return (
      <p className="text-body text-content-muted">
        No endpoint hears of events here.{" "}
        <Link href="/webhooks" className="link">
          Register a webhook
        </Link>{" "}
        to be told of every reward.
      </p>
    );
  }
  return (
    <ul className="divide-y divide-default border-y border-default">
      {webhooks.data.data.map((webhook) => {
        const { tone, word, reason } = webhookHealth(webhook);
        return (
          <li key={webhook.id} className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{webhookName(webhook.url)}</span>
              <span className="block text-dense text-content-muted">{reason}</span>
            </span>
            <Status tone={tone}>{word}</Status>
            <span className="shrink-0 text-right md:w-32 text-content-muted">
              <Time at={webhook.lastDeliveryAt} never="No delivery" />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
