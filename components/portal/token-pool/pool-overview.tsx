"use client";

import { useQuery } from "@tanstack/react-query";
import { Coins } from "lucide-react";
import { loadProblem } from "@/components/portal/list-face";
import { NoPartnerYet } from "@/components/portal/no-partner-yet";
import { PoolFigures } from "@/components/portal/token-pool/pool-figures";
import { PoolHistory } from "@/components/portal/token-pool/pool-history";
import { PoolRules } from "@/components/portal/token-pool/pool-rules";
import { PoolStatement } from "@/components/portal/token-pool/pool-statement";
import { POOL_WORDS } from "@/components/portal/token-pool/pool-words";
import { usePoolAddress } from "@/components/portal/token-pool/use-pool-address";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { IdText } from "@/components/ui/id-text";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { Status } from "@/components/ui/status";
import { useEnvironment } from "@/lib/client/providers";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { TokenPool } from "@/lib/domain/giving/token-pools/schemas";

const POOLS_SHOWN = "100";

/** Where rewards come from: one pool, chosen by the URL, else the default one. */
export function PoolOverview() {
  const { environment } = useEnvironment();
  const address = usePoolAddress();
  const { data, error, refetch } = useQuery(query(giving.listTokenPools, { limit: POOLS_SHOWN }));
  if (error?.code === "PARTNER_NOT_FOUND") return <NoPartnerYet />;
  if (error && !data) {
    const { title, message, requestId } = loadProblem(error, "Token pools could not be loaded");
    return (
      <ErrorState title={title} requestId={requestId} onRetry={() => void refetch()}>
        {message}
      </ErrorState>
    );
  }
  if (!data) return <PoolSkeleton />;
  const pools = data.data;
  const pool = pools.find((one) => one.id === address.pool) ?? pools.find((one) => one.isDefault) ?? pools[0];
  if (!pool) return <NoPool environment={environment} />;
  return (
    <>
      <PoolLine pool={pool} pools={pools} onChoose={address.choosePool} />
      <PoolFigures pool={pool} />
      <PoolHistory pool={pool} onRangeSelect={(from, to) => address.filter({ from, to })} />
      <PoolRules pool={pool} />
      <PoolStatement poolId={pool.id} address={address} />
    </>
  );
}

type PoolLineProps = { pool: TokenPool; pools: readonly TokenPool[]; onChoose: (id: string) => void };

function PoolLine({ pool, pools, onChoose }: PoolLineProps) {
  const { tone, word, meaning } = POOL_WORDS[pool.status];
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {pools.length > 1 ? (
        <Select
          aria-label="Token pool"
          className="w-64"
          options={pools.map(({ id, name }) => ({ value: id, label: name }))}
          value={pool.id}
          onChange={(event) => onChoose(event.target.value)}
        />
      ) : (
        <p className="text-section font-semibold">{pool.name}</p>
      )}
      {pool.isDefault && <Badge>Default</Badge>}
      <Status tone={tone}>{word}</Status>
      <span className="text-content-muted">{meaning}</span>
      <IdText value={pool.id} what="pool id" />
    </div>
  );
}

function NoPool({ environment }: { environment: "sandbox" | "production" }) {
  return (
    <EmptyState icon={<Coins />} title={`No token pool in ${environment}`}>
      {environment === "sandbox"
        ? "The first sandbox key brings a pool of 100,000 tokens."
        : "A production pool is set up when production access is approved. Until then, build against the sandbox."}
    </EmptyState>
  );
}

function PoolSkeleton() {
  return (
    <>
      <p className="sr-only" role="status">
        Loading
      </p>
      <Skeleton className="h-12 w-full" />
      <Skeleton className="h-48 w-full" />
    </>
  );
}
