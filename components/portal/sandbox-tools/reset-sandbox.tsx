"use client";

import { parseAsBoolean, useQueryState } from "nuqs";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { SandboxReset } from "@/lib/domain/giving/sandbox/schemas";

const CHANGED = [
  ...[giving.listFaults, giving.listTokenPools, giving.getTokenPool, giving.listCampaigns],
  ...[giving.getCampaign, giving.getSummary, giving.getGoLive],
];

const CHANGES = [
  "Every sandbox campaign is completed, for good.",
  "Every sandbox pool gives back what it holds and is closed, for good.",
  "A new default pool holds 100,000 tokens.",
  "Every fault is removed.",
];

const STAYS = [
  "Actions, transactions and events can still be read.",
  "Users keep their ids, their tokens and what vests. For somebody who begins at zero, use a new id.",
  "Used idempotency keys stay used: the same key is answered as before. Use new ones.",
  "Keys and webhooks go on working. Production is not touched.",
];

/** A fresh start in the sandbox. */
export function ResetSandbox({ slug, mayReset }: { slug: string; mayReset: boolean }) {
  const [isOpen, setOpen] = useQueryState("reset", parseAsBoolean.withDefault(false));
  const reset = useCall(giving.resetSandbox, { refresh: CHANGED });
  const close = () => {
    void setOpen(null);
    reset.reset();
  };
  return (
    <Section
      title="Reset sandbox"
      description="A fresh start: a full pool, no campaigns, no faults. The books are append-only, so history stays."
    >
      {reset.data && (
        <div role="status">
          <Notice tone="success" title="The sandbox begins anew">
            {resetSentence(reset.data)}
          </Notice>
        </div>
      )}
      <div>
        <Button disabled={!mayReset} onClick={() => void setOpen(true)}>
          Reset sandbox
        </Button>
        {!mayReset && (
          <p className="mt-2 text-dense text-content-muted">
            It takes an owner or an administrator of your organisation.
          </p>
        )}
      </div>
      <ConfirmDialog
        open={isOpen && mayReset}
        onOpenChange={(open) => !open && close()}
        title="Reset the sandbox?"
        consequence={<Consequence />}
        confirmLabel="Reset sandbox"
        keepLabel="Keep sandbox"
        typeToConfirm={slug}
        loading={reset.isPending}
        error={reset.error && problemSentence(reset.error)}
        onConfirm={() => reset.mutate({ confirm: slug }, { onSuccess: () => void setOpen(null) })}
      />
    </Section>
  );
}

function Consequence() {
  return (
    <div className="flex flex-col gap-3">
      <Sentences title="What changes" sentences={CHANGES} />
      <Sentences title="What stays" sentences={STAYS} />
      <p>Calls under way at that moment may be refused. This cannot be undone.</p>
    </div>
  );
}

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }) {
  return (
    <div>
      <p className="font-medium text-content">{title}</p>
      <ul className="list-disc pl-4">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

function resetSentence({ poolsClosed, tokensWithdrawn, campaignsCompleted, faultsCleared }: SandboxReset): string {
  const count = (n: number, one: string) => `${n.toLocaleString("en")} ${one}${n === 1 ? "" : "s"}`;
  return [
    `${count(poolsClosed, "pool")} closed, ${count(tokensWithdrawn, "token")} given back,`,
    `${count(campaignsCompleted, "campaign")} completed, ${count(faultsCleared, "fault")} removed.`,
    "The new default pool holds 100,000 tokens.",
  ].join(" ");
}
