"use client";

import { CircleCheck } from "lucide-react";
import Link from "next/link";
import { type SignedCall, useArrival } from "@/components/portal/first-call/use-arrival";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { Button } from "@/components/ui/button";
import { IdText } from "@/components/ui/id-text";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import type { Key } from "@/lib/domain/keys/schemas";

/** Waits for a request with this key and says so when it is there. Mount it anew for another key. */
export function Arrival({ apiKey }: { apiKey: Key }) {
  const { former, arrived, action, problem, waitAgain } = useArrival(apiKey);
  return (
    <section aria-label="Arrival of the call" className="flex flex-col gap-4">
      <div role="status" className="flex flex-col gap-3">
        {arrived ? <Arrived call={arrived} action={action} /> : <Waiting name={apiKey.name} former={former} />}
      </div>
      {problem && <Notice tone="warning">{problemSentence(problem)}</Notice>}
      {arrived && (
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

function Waiting({ name, former }: { name: string; former: SignedCall | null }) {
  return (
    <>
      <p className="flex items-center gap-3 text-section font-semibold">
        <span aria-hidden="true" className="size-2 shrink-0 animate-breathe rounded-full bg-content-muted" />
        Waiting for a signed request
      </p>
      <p className="text-body text-content-muted">
        This turns green by itself, seconds after a signed request with the key “{name}” was served. A refused one does
        not count; its answer says why.
      </p>
      {former && (
        <p className="text-body text-content-muted">
          This key has signed calls before, last <Time at={former.at} />.
        </p>
      )}
    </>
  );
}

type ArrivedProps = {
  call: SignedCall;
  action: { actionId: string; actionType: string; tokensDistributed: number } | undefined;
};

function Arrived({ call, action }: ArrivedProps) {
  return (
    <div className="flex flex-col gap-2 rounded-card bg-success-subtle p-4">
      <p className="flex items-center gap-2 text-section font-semibold text-success">
        <CircleCheck aria-hidden="true" className="size-4 shrink-0" />
        The request arrived
      </p>
      <p className="text-body">
        <Time at={call.at} format="absolute" />: key, timestamp and signature were accepted.
      </p>
      <p className="text-body">
        <span className="font-mono text-dense break-all">
          {call.method} {call.route}
        </span>{" "}
        answered {call.status}, as request <IdText value={call.requestId} what="request id" />
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
