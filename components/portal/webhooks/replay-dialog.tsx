"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { type Replay, replayInput, replaySentence } from "@/components/portal/webhooks/replay-text";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { type ApiError, call } from "@/lib/client/call";
import { useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import { DAY_MS, MINUTE_MS } from "@/lib/domain/shared/duration";
import type { Replay as ReplayAnswer, Webhook } from "@/lib/domain/webhooks/schemas";

const KINDS = [
  { value: "failed", label: "Failed deliveries since a time" },
  { value: "range", label: "All events of a range" },
];

/** Sends many events again. What would be sent is counted before anybody presses the button. */
export function ReplayDialog({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const [replay, setReplay] = useState<Replay>({ kind: "failed", from: dayAgo(), to: "" });
  const input = replayInput(replay);
  const preview = useQuery<ReplayAnswer, ApiError>({
    queryKey: [giving.replayDeliveries.id, "preview", webhook.id, input],
    enabled: input !== null,
    queryFn: ({ signal }) => call(giving.replayDeliveries, { webhookId: webhook.id, ...input, dryRun: true }, signal),
    retry: false,
  });
  const start = useCall(giving.replayDeliveries, { refresh: [giving.listDeliveries, giving.getWebhookHealth] });
  const problem = start.error ?? preview.error;
  const count = input ? preview.data?.count : undefined;
  const begin = () =>
    input &&
    start.mutate(
      { webhookId: webhook.id, ...input },
      {
        onSuccess: (answer) => {
          toast.success(replaySentence(answer, "done"));
          onClose();
        },
      },
    );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Replay events"
      description="Each is sent again with the id it had, to the URL as it is now, at most 100 a minute."
      footer={
        <>
          <Button onClick={onClose}>Cancel replay</Button>
          <Button variant="primary" loading={start.isPending} disabled={!count} onClick={begin}>
            {count ? `Replay ${count.toLocaleString("en")} ${count === 1 ? "event" : "events"}` : "Replay events"}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label="What">
          <Select
            options={KINDS}
            value={replay.kind}
            onChange={(event) => setReplay({ ...replay, kind: event.target.value === "range" ? "range" : "failed" })}
          />
        </Field>
        <Field label={replay.kind === "failed" ? "Since" : "From"} hint="In your own time zone.">
          <Input
            type="datetime-local"
            value={replay.from}
            onChange={(event) => setReplay({ ...replay, from: event.target.value })}
          />
        </Field>
        {replay.kind === "range" && (
          <Field label="Until" hint="Empty means now." optional>
            <Input
              type="datetime-local"
              value={replay.to}
              onChange={(event) => setReplay({ ...replay, to: event.target.value })}
            />
          </Field>
        )}
        <p role="status" className="text-content-muted">
          {preview.data && input ? replaySentence(preview.data, "preview") : "Counting events…"}
        </p>
        {problem && (
          <Notice tone="danger" announce>
            {problemSentence(problem)}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}

/** This time yesterday as the browser's own field writes it. */
function dayAgo(): string {
  const now = new Date();
  return new Date(now.getTime() - DAY_MS - now.getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 16);
}
