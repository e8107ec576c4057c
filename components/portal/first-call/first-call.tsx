"use client";

import { useQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { Arrival } from "@/components/portal/first-call/arrival";
import { FirstCallProgram } from "@/components/portal/first-call/first-call-program";
import type { RenderedSnippets } from "@/components/portal/first-call/rendered-snippets";
import { FIRST_CALLS } from "@/components/portal/first-call/snippets";
import { Troubleshooting } from "@/components/portal/first-call/troubleshooting";
import { usableKeys } from "@/components/portal/first-call/usable-keys";
import { loadProblem } from "@/components/portal/list-face";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { LinkButton } from "@/components/ui/link-button";
import { Skeleton } from "@/components/ui/skeleton";
import { useEnvironment } from "@/lib/client/providers";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";

const PARAMETERS = { key: parseAsString, call: parseAsStringLiteral(FIRST_CALLS).withDefault("users") };

type FirstCallProps = { baseUrl: string; rendered: RenderedSnippets };

export function FirstCall({ baseUrl, rendered }: FirstCallProps) {
  const { environment } = useEnvironment();
  const [{ key: keyId, call }, setAddress] = useQueryStates(PARAMETERS);
  const keys = useQuery(query(giving.listKeys, {}));

  if (keys.error && !keys.data) {
    const { title, message, requestId } = loadProblem(keys.error, "The keys could not be loaded");
    return (
      <ErrorState title={title} requestId={requestId} onRetry={() => void keys.refetch()}>
        {message}
      </ErrorState>
    );
  }
  if (!keys.data) return <FirstCallSkeleton />;

  const usable = usableKeys(keys.data.data, environment, new Date());
  const chosen = usable.find((key) => key.id === keyId) ?? usable[0];
  if (!chosen) return <NoUsableKey />;
  // In production a sample action would give real tokens to nobody.
  const kind = environment === "sandbox" ? call : "users";
  return (
    <div className="grid gap-8 lg:grid-cols-3">
      <FirstCallProgram
        usable={usable}
        chosen={chosen}
        kind={kind}
        onChoose={(choice) => void setAddress(choice)}
        baseUrl={baseUrl}
        rendered={rendered}
      />
      <aside
        aria-label="Arrival and troubleshooting"
        className="flex min-w-0 flex-col gap-8 lg:sticky lg:top-frame lg:-mt-4 lg:self-start lg:pt-4"
      >
        <Arrival key={chosen.id} apiKey={chosen} />
        <Troubleshooting />
      </aside>
    </div>
  );
}

function NoUsableKey() {
  return (
    <EmptyState
      icon={<KeyRound />}
      title="A key comes first"
      action={
        <LinkButton href="/keys?create=true" variant="primary">
          Create key
        </LinkButton>
      }
    >
      A call is signed with a secret key, and this environment has none that is active. Create one and keep the file you
      are offered: the programs on this page read their secrets from it.
    </EmptyState>
  );
}

function FirstCallSkeleton() {
  return (
    <div className="grid gap-8 lg:grid-cols-3">
      <div className="flex flex-col gap-6 lg:col-span-2">
        <Skeleton className="h-12 w-full" />
        <Skeleton className="h-24 w-full" />
        <Skeleton className="h-96 w-full" />
      </div>
      <Skeleton className="h-24 w-full" />
      <p role="status" className="sr-only">
        Loading keys
      </p>
    </div>
  );
}
