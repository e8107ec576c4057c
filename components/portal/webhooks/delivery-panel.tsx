"use client";

import { useQuery } from "@tanstack/react-query";
import { loadProblem } from "@/components/portal/list-face";
import { AttemptList } from "@/components/portal/webhooks/attempt-list";
import { DeliveryStatusMark } from "@/components/portal/webhooks/delivery-status";
import { attemptsText, DELIVERY_WORDS } from "@/components/portal/webhooks/delivery-text";
import { CodeBlock } from "@/components/ui/code-block";
import { ErrorState } from "@/components/ui/error-state";
import { Facts } from "@/components/ui/facts";
import { Section } from "@/components/ui/section";
import { Sheet } from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import { Time } from "@/components/ui/time";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { DeliveryDetail } from "@/lib/domain/webhooks/schemas";

export type DeliveryPanelProps = {
  webhookId: string;
  deliveryId: string;
  onStep: (direction: 1 | -1) => void;
  onClose: () => void;
};

/** One delivery beside the list: what was sent, and what each attempt came to. */
export function DeliveryPanel({ webhookId, deliveryId, onStep, onClose }: DeliveryPanelProps) {
  const { data, error, refetch } = useQuery(query(giving.getDelivery, { webhookId, deliveryId }));
  const problem = error && !data ? loadProblem(error, "The delivery could not be loaded") : undefined;
  return (
    <Sheet
      open
      modal={false}
      onOpenChange={(open) => !open && onClose()}
      onStep={onStep}
      title={data ? `Delivery of ${data.eventType}` : "Delivery"}
    >
      <div className="flex flex-col gap-6 p-4 md:p-6">
        {data && <DeliveryStory delivery={data} />}
        {!data && !problem && <Skeleton className="h-48 w-full" />}
        {problem && (
          <ErrorState title={problem.title} requestId={problem.requestId} onRetry={() => void refetch()}>
            {problem.message}
          </ErrorState>
        )}
      </div>
    </Sheet>
  );
}

function DeliveryStory({ delivery }: { delivery: DeliveryDetail }) {
  const { id, eventId, status, nextAttemptAt, createdAt, body, attempts } = delivery;
  return (
    <>
      <p className="text-content-muted">{DELIVERY_WORDS[status].meaning}</p>
      <Facts
        facts={[
          { label: "Status", value: <DeliveryStatusMark status={status} /> },
          { label: "Attempts", value: attemptsText(delivery) },
          { label: "Next attempt", value: <Time at={nextAttemptAt} never="None" /> },
          { label: "Delivery ID", value: <span className="font-mono text-dense">{id}</span>, copy: id },
          { label: "Event ID", value: <span className="font-mono text-dense">{eventId}</span>, copy: eventId },
          { label: "Created", value: <Time at={createdAt} format="absolute" /> },
        ]}
      />
      <Section title="Attempts">
        <AttemptList attempts={attempts} />
      </Section>
      <Section title="Body" description="The same bytes in every attempt; the signature covers them as they stand.">
        <CodeBlock wrap title="Sent as application/json" what="body" code={body} />
      </Section>
    </>
  );
}
