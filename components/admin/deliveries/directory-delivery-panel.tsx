"use client";

import Link from "next/link";
import { DeliverySteps } from "@/components/admin/deliveries/delivery-picks";
import { DirectoryDeliveryMark } from "@/components/admin/deliveries/directory-delivery-marks";
import { DIRECTORY_DELIVERY_WORDS } from "@/components/admin/deliveries/directory-delivery-words";
import type { SubscriptionName } from "@/components/admin/deliveries/use-subscription-names";
import { useMayCall } from "@/components/admin/shell/use-may-call";
import { CodeBlock } from "@/components/ui/code-block";
import { EmptyState } from "@/components/ui/empty-state";
import { type Fact, Facts } from "@/components/ui/facts";
import { IdText } from "@/components/ui/id-text";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { Sheet } from "@/components/ui/sheet";
import { Time } from "@/components/ui/time";
import * as webhooksApi from "@/lib/contract/directory/admin-webhooks";
import type { WebhookDelivery } from "@/lib/domain/webhooks/directory/schemas";

export type DirectoryDeliveryPanelProps = {
  /** Undefined where the list does not hold it. */
  delivery: WebhookDelivery | undefined;
  subscription: SubscriptionName | undefined;
  onStep: (direction: 1 | -1) => void;
  onClose: () => void;
};

/** One delivery beside the list: how it went, and what it says. */
export function DirectoryDeliveryPanel({ delivery, subscription, onStep, onClose }: DirectoryDeliveryPanelProps) {
  return (
    <Sheet
      open
      modal={false}
      onOpenChange={(open) => !open && onClose()}
      onStep={onStep}
      title={delivery ? `Delivery of ${delivery.eventType}` : "Delivery"}
    >
      <div className="flex flex-col gap-6 p-4 md:p-6">
        {delivery ? (
          <DeliveryStory delivery={delivery} subscription={subscription} />
        ) : (
          <EmptyState title="Not in this list">
            The newest 100 are listed, and the filter may leave this one out. Older ones are in the replay evidence if
            they were replayed.
          </EmptyState>
        )}
      </div>
    </Sheet>
  );
}

type StoryProps = { delivery: WebhookDelivery; subscription: SubscriptionName | undefined };

function DeliveryStory({ delivery, subscription }: StoryProps) {
  const mayAct = useMayCall(webhooksApi.replayDeliveries);
  return (
    <>
      <p className="text-content-muted">{DIRECTORY_DELIVERY_WORDS[delivery.status].meaning}</p>
      {delivery.lastError && (
        <Notice tone="warning" title="The last attempt">
          {delivery.lastError}
        </Notice>
      )}
      {mayAct && (
        <div className="flex flex-wrap gap-2">
          <DeliverySteps deliveries={[delivery]} />
        </div>
      )}
      <Facts facts={factsOf(delivery, subscription)} />
      <Section title="Payload" description="Ids and public facts, as the receiver gets them.">
        <CodeBlock wrap title="application/json" what="payload" code={JSON.stringify(delivery.payload, null, 2)} />
      </Section>
    </>
  );
}

function factsOf(delivery: WebhookDelivery, subscription: SubscriptionName | undefined): Fact[] {
  const { id, subscriptionId, subjectId, status, attempts, createdAt, deliveredAt } = delivery;
  const idFact = (label: string, value: string): Fact => ({
    label,
    value: <IdText value={value} short copy={false} />,
    copy: value,
  });
  return [
    { label: "Status", value: <DirectoryDeliveryMark status={status} /> },
    { label: "Attempts", value: attempts.toLocaleString("en") },
    { label: "Created", value: <Time at={createdAt} format="absolute" /> },
    { label: "Delivered", value: <Time at={deliveredAt} format="absolute" never="Not yet" /> },
    ...(subscription ? subscriptionFacts(subscription) : []),
    ...(subjectId ? [idFact("Subject ID", subjectId)] : []),
    idFact("Subscription ID", subscriptionId),
    idFact("Delivery ID", id),
  ];
}

function subscriptionFacts({ target, clientId, clientName }: SubscriptionName): Fact[] {
  return [
    { label: "Target", value: <span className="font-mono text-dense">{target}</span>, copy: target },
    {
      label: "API client",
      value: (
        <Link className="link" href={`/admin/subscriptions?client=${clientId}`}>
          {clientName}
        </Link>
      ),
    },
  ];
}
