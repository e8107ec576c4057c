"use client";

import { useQuery } from "@tanstack/react-query";
import { toast } from "sonner";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { PanelFace } from "@/components/portal/panel-face";
import { AttemptList } from "@/components/portal/webhooks/attempt-list";
import { DeliveryStatusMark } from "@/components/portal/webhooks/delivery-status";
import { attemptsText, DELIVERY_WORDS, isDueSoon, VERDICT_WORDS } from "@/components/portal/webhooks/delivery-text";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { Facts } from "@/components/ui/facts";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { Time } from "@/components/ui/time";
import { query, useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { DeliveryDetail } from "@/lib/domain/webhooks/schemas";

export type DeliveryPanelProps = {
  webhookId: string;
  deliveryId: string;
  onStep: (direction: 1 | -1) => void;
  onOpen: (deliveryId: string) => void;
  onClose: () => void;
};

const LOOK_AGAIN_MS = 2_000;

/** One delivery beside the list: what was sent, and what each attempt came to. */
export function DeliveryPanel({ webhookId, deliveryId, onStep, onOpen, onClose }: DeliveryPanelProps) {
  const answer = useQuery({
    ...query(giving.getDelivery, { webhookId, deliveryId }),
    refetchInterval: ({ state }) => state.data !== undefined && isDueSoon([state.data], Date.now()) && LOOK_AGAIN_MS,
  });
  return (
    <PanelFace
      answer={answer}
      title={(delivery) => (delivery ? `Delivery of ${delivery.eventType}` : "Delivery")}
      failed="The delivery could not be loaded"
      onStep={onStep}
      onClose={onClose}
    >
      {(delivery) => <DeliveryStory delivery={delivery} onOpen={onOpen} />}
    </PanelFace>
  );
}

type DeliveryStoryProps = { delivery: DeliveryDetail; onOpen: (deliveryId: string) => void };

function DeliveryStory({ delivery, onOpen }: DeliveryStoryProps) {
  const { id, eventId, status, nextAttemptAt, createdAt, body, attempts } = delivery;
  return (
    <>
      <p className="text-content-muted">{DELIVERY_WORDS[status].meaning}</p>
      <Verdict delivery={delivery} onOpen={onOpen} />
      {status !== "PENDING" && <Redeliver delivery={delivery} onOpen={onOpen} />}
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
      <Section
        title="Request"
        description="The body has the same bytes in every attempt; time stamp and signatures are made anew for each."
      >
        <CodeBlock wrap title="Headers" what="headers" code={headerLines(delivery)} />
        <CodeBlock wrap title="Body" what="body" code={body} />
      </Section>
    </>
  );
}

/** The headers that tell one delivery from another. */
function headerLines({ id, eventId, eventType, attempts }: DeliveryDetail): string {
  return [
    "POST, Content-Type: application/json",
    `X-SIR-Event-Id: ${eventId}`,
    `X-SIR-Event-Type: ${eventType}`,
    `X-SIR-Delivery-Id: ${id}`,
    `X-SIR-Attempt: ${Math.max(1, attempts.length)}`,
  ].join("\n");
}

/** What a redelivery came to, beside the delivery it repeats. */
function Verdict({ delivery: { redeliveryOf, verdict }, onOpen }: DeliveryStoryProps) {
  if (redeliveryOf === null) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {verdict && <Status tone={VERDICT_WORDS[verdict].tone}>{VERDICT_WORDS[verdict].word}</Status>}
      <span className="text-content-muted">
        {verdict ? VERDICT_WORDS[verdict].meaning : "Repeats an earlier delivery of the same event."}
      </span>
      <button type="button" className="link" onClick={() => onOpen(redeliveryOf)}>
        View earlier delivery
      </button>
    </p>
  );
}

function Redeliver({ delivery: { id, webhookId }, onOpen }: DeliveryStoryProps) {
  const redeliver = useCall(giving.redeliverDelivery, { refresh: [giving.listDeliveries] });
  return (
    <div>
      <Button
        loading={redeliver.isPending}
        onClick={() =>
          redeliver.mutate(
            { webhookId, deliveryId: id },
            {
              onSuccess: (made) => {
                toast.success("Redelivery is on its way");
                onOpen(made.id);
              },
              onError: (error) => toast.error(problemSentence(error)),
            },
          )
        }
      >
        Redeliver event
      </Button>
    </div>
  );
}
