"use client";

import { useQuery } from "@tanstack/react-query";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { ProofList } from "@/components/portal/go-live/proof-list";
import { useMayWrite } from "@/components/portal/use-may-write";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Status } from "@/components/ui/status";
import { useEnvironment } from "@/lib/client/providers";
import { query, useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { Webhook, WebhookProbe } from "@/lib/domain/webhooks/schemas";

// Ten is the most there can be, so one page holds them all.
const ALL = "100";

/** Probes the webhooks of the environment at hand; in the sandbox that is a rehearsal. */
export function ProbeWebhooks() {
  const { environment } = useEnvironment();
  const webhooks = useQuery(query(giving.listWebhooks, { limit: ALL }));
  const mayProbe = useMayWrite("webhooks:write");
  const rows = webhooks.data?.data ?? [];
  if (!mayProbe || rows.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      {environment === "sandbox" && (
        <p className="text-body text-content-muted">
          A probe of a sandbox webhook rehearses it; only production webhooks count.
        </p>
      )}
      <ul className="divide-y divide-default border-y border-default">
        {rows.map((webhook) => (
          <ProbeRow key={webhook.id} webhook={webhook} />
        ))}
      </ul>
    </div>
  );
}

function ProbeRow({ webhook }: { webhook: Webhook }) {
  const probe = useCall(giving.probeWebhook, { refresh: [giving.getGoLive, giving.listDeliveries] });
  return (
    <li className="flex flex-col gap-2 py-2">
      <div className="flex min-w-0 items-center gap-3">
        <span className="min-w-0 flex-1 truncate font-mono text-dense" title={webhook.url}>
          {webhook.url}
        </span>
        <Button
          size="small"
          aria-label={`Probe webhook ${webhook.url}`}
          loading={probe.isPending}
          onClick={() => probe.mutate({ webhookId: webhook.id })}
        >
          Probe webhook
        </Button>
      </div>
      {probe.error && (
        <Notice tone="danger" announce>
          {problemSentence(probe.error)}
        </Notice>
      )}
      {probe.data && !probe.isPending && <ProbeResult probe={probe.data} />}
    </li>
  );
}

const REQUESTS = [
  { name: "wrongSignature", label: "Wrong signature, to be refused with 4xx", isAdvice: false },
  { name: "correctSignature", label: "Correct signature, to be answered 2xx", isAdvice: false },
  { name: "staleTimestamp", label: "Old timestamp, better refused with 4xx", isAdvice: true },
] as const;

function ProbeResult({ probe }: { probe: WebhookProbe }) {
  return (
    <ul role="status" aria-label="What the probe met" className="flex flex-col gap-2 pb-2">
      {REQUESTS.map(({ name, label, isAdvice }) => {
        const { httpStatus, passed, deliveryId } = probe[name];
        const href = `/webhooks/${probe.webhookId}?delivery=${deliveryId}`;
        return (
          <li key={name} className="text-body">
            <Status tone={passed ? "success" : isAdvice ? "warning" : "danger"}>
              {httpStatus === null ? "No answer" : `Answered ${httpStatus}`}
            </Status>
            <p className="text-content-muted">{label}</p>
            <ProofList proofs={[{ what: "delivery", id: deliveryId, environment: probe.environment, href }]} />
          </li>
        );
      })}
    </ul>
  );
}
