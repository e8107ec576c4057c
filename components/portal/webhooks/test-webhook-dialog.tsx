"use client";

import { useState } from "react";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { AttemptList } from "@/components/portal/webhooks/attempt-list";
import { EVENT_NAMES } from "@/components/portal/webhooks/event-groups";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { Webhook } from "@/lib/domain/webhooks/schemas";

const TEST_EVENT = "webhook.test";
const OPTIONS = [TEST_EVENT, ...EVENT_NAMES.filter((name) => name !== TEST_EVENT)].map((value) => ({
  value,
  label: value,
}));

/** Sends one signed event at once and shows what came back. */
export function TestWebhookDialog({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const [eventType, setEventType] = useState(TEST_EVENT);
  const send = useCall(giving.testWebhook, { refresh: [giving.listDeliveries, giving.getWebhook] });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Send test event"
      description="Sample data, signed like any delivery, sent once and never repeated."
      footer={
        <>
          <Button onClick={onClose}>Close window</Button>
          <Button
            variant="primary"
            loading={send.isPending}
            onClick={() => send.mutate({ webhookId: webhook.id, eventType })}
          >
            {send.data ? "Send again" : "Send test event"}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label="Event">
          <Select options={OPTIONS} value={eventType} onChange={(event) => setEventType(event.target.value)} />
        </Field>
        {send.error && (
          <Notice tone="danger" announce>
            {problemSentence(send.error)}
          </Notice>
        )}
        {send.data && !send.isPending && (
          <div role="status">
            <AttemptList attempts={send.data.attempts} />
          </div>
        )}
      </div>
    </Dialog>
  );
}
