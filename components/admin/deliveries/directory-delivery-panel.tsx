"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { DeliverySteps } from "@/components/admin/deliveries/delivery-picks";
import { DirectoryDeliveryMark } from "@/components/admin/deliveries/directory-delivery-marks";
import { DIRECTORY_DELIVERY_WORDS } from "@/components/admin/deliveries/directory-delivery-words";
import type { SubscriptionName } from "@/components/admin/deliveries/use-subscription-names";
import { useMayCall } from "@/components/admin/shell/use-may-call";
import { PanelFace } from "@/components/portal/panel-face";
import { AttemptList, type ShownAttempt } from "@/components/portal/webhooks/attempt-list";
import { CodeBlock } from "@/components/ui/code-block";
import { type Fact, Facts } from "@/components/ui/facts";
import { IdText } from "@/components/ui/id-text";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { query } from "@/lib/client/query";
import * as webhooksApi from "@/lib/contract/directory/admin-webhooks";
import type {
  DirectoryDeliveryStatus,
  MadeAttempt,
  WebhookDeliveryDetail,
} from "@/lib/domain/webhooks/directory/schemas";

export type DirectoryDeliveryPanelProps = {
  deliveryId: string;
  nameOf: (subscriptionId: string) => SubscriptionName | undefined;
  onStep: (direction: 1 | -1) => void;
  onClose: () => void;
};

const REFRESH_MS = 15_000;

/** One delivery beside the list: how it went, each attempt of it, and what it says. */
export function DirectoryDeliveryPanel({ deliveryId, nameOf, onStep, onClose }: DirectoryDeliveryPanelProps) {
  const answer = useQuery({ ...query(webhooksApi.getDelivery, { id: deliveryId }), refetchInterval: REFRESH_MS });
  return (
    <PanelFace
      answer={answer}
      title={(answered) => (answered ? `Delivery of ${answered.data.eventType}` : "Delivery")}
      failed="The delivery could not be loaded"
      onStep={onStep}
      onClose={onClose}
    >
      {({ data }) => <DeliveryStory delivery={data} subscription={nameOf(data.subscriptionId)} />}
    </PanelFace>
  );
}

type StoryProps = { delivery: WebhookDeliveryDetail; subscription: SubscriptionName | undefined };

function DeliveryStory({ delivery, subscription }: StoryProps) {
  const mayAct = useMayCall(webhooksApi.replayDeliveries);
  return (
    <>
      <p className="text-content-muted">{DIRECTORY_DELIVERY_WORDS[delivery.status].meaning}</p>
      {mayAct && (
        <div className="flex flex-wrap gap-2">
          <DeliverySteps deliveries={[delivery]} />
        </div>
      )}
      <Facts facts={factsOf(delivery, subscription)} />
      <Section title="Attempts" description="The receiver's answers are shown by their status alone.">
        <AttemptList attempts={delivery.attemptLog.map(shownAttempt)} none="None yet: nothing was sent." />
      </Section>
      <Section title="Payload" description="Ids and public facts, as the receiver gets them.">
        <CodeBlock wrap title="application/json" what="payload" code={JSON.stringify(delivery.payload, null, 2)} />
      </Section>
    </>
  );
}

const shownAttempt = ({ n, at, status, statusCode, durationMs, error }: MadeAttempt): ShownAttempt => ({
  ...{ n, at, durationMs, httpStatus: statusCode ?? null, error: error ?? null, isBlocked: status === "blocked" },
});

function factsOf(delivery: WebhookDeliveryDetail, subscription: SubscriptionName | undefined): Fact[] {
  const { id, subscriptionId, subjectId, status, attempts, createdAt, deliveredAt, nextAttemptAt } = delivery;
  const idFact = (label: string, value: string): Fact => ({
    label,
    value: <IdText value={value} short copy={false} />,
    copy: value,
  });
  return [
    { label: "Status", value: <DirectoryDeliveryMark status={status} /> },
    { label: "Attempts", value: attempts.toLocaleString("en") },
    ...(status === "delivered" ? [] : [nextFact(status, nextAttemptAt)]),
    { label: "Created", value: <Time at={createdAt} format="absolute" /> },
    { label: "Delivered", value: <Time at={deliveredAt} format="absolute" never="Not yet" /> },
    ...(subscription ? subscriptionFacts(subscription) : []),
    ...(subjectId ? [idFact("Subject ID", subjectId)] : []),
    idFact("Subscription ID", subscriptionId),
    idFact("Delivery ID", id),
  ];
}

/** What has ended waits for the scheduler, which may be a preview: its time says from when on, and promises nothing. */
function nextFact(status: DirectoryDeliveryStatus, at: string | undefined): Fact {
  if (status === "queued") return { label: "Next attempt", value: <Time at={at} /> };
  return { label: "Due again", value: <Time at={at} never="By hand only" /> };
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
