"use client";

import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { Coins, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { loadProblem } from "@/components/portal/list-face";
import { NoPartnerYet } from "@/components/portal/no-partner-yet";
import { PoolFigures } from "@/components/portal/token-pool/pool-figures";
import { PoolHistory } from "@/components/portal/token-pool/pool-history";
import { PoolList } from "@/components/portal/token-pool/pool-list";
import { PoolRequests } from "@/components/portal/token-pool/pool-requests";
import { PoolRules } from "@/components/portal/token-pool/pool-rules";
import { PoolStatement } from "@/components/portal/token-pool/pool-statement";
import { POOL_WORDS } from "@/components/portal/token-pool/pool-words";
import { RequestTokensDialog } from "@/components/portal/token-pool/request-tokens-dialog";
import { usePoolAddress } from "@/components/portal/token-pool/use-pool-address";
import { useMayWrite } from "@/components/portal/use-may-write";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { IdText } from "@/components/ui/id-text";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { Status } from "@/components/ui/status";
import type { ApiError } from "@/lib/client/call";
import { useEnvironment } from "@/lib/client/providers";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { TokenPool, TokenPoolList } from "@/lib/domain/giving/token-pools/schemas";

const POOLS_SHOWN = "100";

/** Where rewards come from: one pool, chosen by the URL, else the default one. */
export function PoolOverview() {
  const { environment } = useEnvironment();
  const address = usePoolAddress();
  const may = useMayWrite("token_pools:request");
  const pools = useQuery(query(giving.listTokenPools, { limit: POOLS_SHOWN }));
  const all = pools.data?.data ?? [];
  const pool = all.find((one) => one.id === address.pool) ?? all.find((one) => one.isDefault) ?? all[0];
  const isKnown = pools.data !== undefined && may;
  return (
    <>
      <PageHeader
        title="Token pool"
        purpose="Where your rewards come from, and where each token went."
        primaryAction={
          isKnown && (
            <Button variant="primary" icon={<Plus aria-hidden="true" />} onClick={() => address.ask(true)}>
              Request tokens
            </Button>
          )
        }
      />
      <PoolFace answer={pools}>
        {pool ? <PoolStory pool={pool} pools={all} address={address} /> : <NoPool environment={environment} />}
      </PoolFace>
      {isKnown && address.request && (
        <RequestTokensDialog pool={pool} environment={environment} onClose={() => address.ask(false)} />
      )}
    </>
  );
}

type PoolFaceProps = { answer: UseQueryResult<TokenPoolList, ApiError>; children: ReactNode };

function PoolFace({ answer: { data, error, refetch }, children }: PoolFaceProps) {
  if (data) return children;
  if (!error) return <PoolSkeleton />;
  if (error.code === "PARTNER_NOT_FOUND") return <NoPartnerYet />;
  const { title, message, requestId } = loadProblem(error, "Token pools could not be loaded");
  return (
    <ErrorState title={title} requestId={requestId} onRetry={() => void refetch()}>
      {message}
    </ErrorState>
  );
}

type PoolStoryProps = {
  pool: TokenPool;
  pools: readonly TokenPool[];
  address: ReturnType<typeof usePoolAddress>;
};

function PoolStory({ pool, pools, address }: PoolStoryProps) {
  return (
    <>
      {pools.length > 1 && <PoolList pools={pools} chosen={pool.id} addressOf={address.addressOf} />}
      <PoolLine pool={pool} />
      <PoolWarning pool={pool} />
      <PoolFigures pool={pool} />
      <PoolHistory pool={pool} onRangeSelect={(from, to) => address.filter({ from, to })} />
      <PoolRules pool={pool} />
      <PoolRequests />
      <PoolStatement poolId={pool.id} address={address} />
    </>
  );
}

function PoolLine({ pool }: { pool: TokenPool }) {
  const { tone, word, meaning } = POOL_WORDS[pool.status];
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <h2 className="text-section font-semibold">{pool.name}</h2>
      {pool.isDefault && <Badge>Default</Badge>}
      <Status tone={tone}>{word}</Status>
      <span className="text-content-muted">{meaning}</span>
      <IdText value={pool.id} what="pool id" />
    </div>
  );
}

/** A balance below the mark at which a warning was asked for. */
function PoolWarning({ pool: { balance, lowBalanceThreshold, autoRefill } }: { pool: TokenPool }) {
  if (lowBalanceThreshold === null || balance >= lowBalanceThreshold || balance === 0) return null;
  return (
    <Notice tone="warning" title={`The balance is below ${lowBalanceThreshold.toLocaleString("en")}`}>
      Actions fail with INSUFFICIENT_POOL once it does not cover them.{" "}
      {autoRefill.enabled ? "Auto-refill is on; request tokens if its month is used up." : "Request tokens in time."}
    </Notice>
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
