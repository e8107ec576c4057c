"use client";

import { CircleCheck } from "lucide-react";
import Link from "next/link";
import { useArrival } from "@/components/portal/first-call/use-arrival";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import type { Key } from "@/lib/domain/keys/schemas";

/** Waits for a request with this key and says so when it is there. Mount it anew for another key. */
export function Arrival({ apiKey }: { apiKey: Key }) {
  const { usedBefore, arrivedAt, action, problem, waitAgain } = useArrival(apiKey);
  return (
    <section aria-label="Arrival of the call" className="flex flex-col gap-4">
      <div role="status" className="flex flex-col gap-3">
        {arrivedAt ? (
          <Arrived at={arrivedAt} action={action} />
        ) : (
          <Waiting name={apiKey.name} usedBefore={usedBefore} />
        )}
      </div>
      {problem && <Notice tone="warning">{problemSentence(problem)}</Notice>}
      {arrivedAt && (
        <div className="flex flex-wrap gap-2">
          {action ? (
            <LinkButton href={`/actions/${action.actionId}`} variant="primary">
              Open action
            </LinkButton>
          ) : (
            <LinkButton href="/webhooks" variant="primary">
              Register a webhook
            </LinkButton>
          )}
          <Button onClick={waitAgain}>Wait for another</Button>
        </div>
      )}
    </section>
  );
}

function Waiting({ name, usedBefore }: { name: string; usedBefore: string | null }) {
  return (
    <>
      <p className="flex items-center gap-3 text-section font-semibold">
        <span aria-hidden="true" className="size-2 shrink-0 animate-breathe rounded-full bg-content-muted" />
        Waiting for a signed request
      </p>
      <p className="text-body text-content-muted">
        This turns green by itself, seconds after a request with the key “{name}” was let in. A refused one does not
        count; its answer says why.
      </p>
      {usedBefore && (
        <p className="text-body text-content-muted">
          This key has been used before, last <Time at={usedBefore} />.
        </p>
      )}
    </>
  );
}

type ArrivedProps = {
  at: string;
  action: { actionId: string; actionType: string; tokensDistributed: number } | undefined;
};

function Arrived({ at, action }: ArrivedProps) {
  return (
    <div className="flex flex-col gap-2 rounded-card bg-success-subtle p-4">
      <p className="flex items-center gap-2 text-section font-semibold text-success">
        <CircleCheck aria-hidden="true" className="size-4 shrink-0" />
        The request arrived
      </p>
      <p className="text-body">
        <Time at={at} format="absolute" />: key, timestamp and signature were accepted.
      </p>
      {action && (
        <p className="text-body">
          It submitted the action{" "}
          <Link href={`/actions/${action.actionId}`} className="link font-mono text-dense break-all">
            {action.actionId}
          </Link>
          : {action.actionType}, {action.tokensDistributed.toLocaleString("en")} tokens given.
        </p>
      )}
    </div>
  );
}
