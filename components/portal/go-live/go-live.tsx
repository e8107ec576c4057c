"use client";

import { useQuery } from "@tanstack/react-query";
import { usableKeys } from "@/components/portal/first-call/usable-keys";
import { GoLiveItem } from "@/components/portal/go-live/go-live-item";
import { GoLiveOverview } from "@/components/portal/go-live/go-live-overview";
import { nextStep, type StepFacts } from "@/components/portal/go-live/next-step";
import { ProbeWebhooks } from "@/components/portal/go-live/probe-webhooks";
import { useCanManageKeys } from "@/components/portal/keys/use-can-manage-keys";
import { loadProblem } from "@/components/portal/list-face";
import { NoPartnerYet } from "@/components/portal/no-partner-yet";
import { ErrorState } from "@/components/ui/error-state";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";
import { useEnvironment } from "@/lib/client/providers";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { GoLive as Checklist } from "@/lib/domain/giving/go-live/schemas";
import type { PartnerInfo } from "@/lib/domain/partners/schemas";

const POLL_MS = 10_000;

/** The way to production: what has to be shown, what has been, and who has to decide. */
export function GoLive() {
  const me = useQuery(query(giving.me, {}));
  const partner = me.data?.partner;
  const goLive = useQuery({
    ...query(giving.getGoLive, {}),
    enabled: !!partner,
    refetchInterval: POLL_MS,
  });
  const error = me.error ?? (goLive.data ? null : goLive.error);
  return (
    <>
      <PageHeader
        title="Go-live"
        purpose="Seven things to show before production gives real rewards, each judged by recorded traffic."
      />
      {error ? (
        <LoadFailed error={error} onRetry={() => void Promise.all([me.refetch(), goLive.refetch()])} />
      ) : me.data && !partner ? (
        <NoPartnerYet />
      ) : partner && goLive.data ? (
        <Loaded partner={partner} goLive={goLive.data} />
      ) : (
        <GoLiveSkeleton />
      )}
    </>
  );
}

function LoadFailed({ error, onRetry }: { error: Parameters<typeof loadProblem>[0]; onRetry: () => void }) {
  const { title, message, requestId } = loadProblem(error, "The checklist could not be loaded");
  return (
    <ErrorState title={title} requestId={requestId} onRetry={onRetry}>
      {message}
    </ErrorState>
  );
}

function Loaded({ partner, goLive }: { partner: PartnerInfo; goLive: Checklist }) {
  const { environment } = useEnvironment();
  const keys = useQuery(query(giving.listKeys, {}));
  const mayRequest = useCanManageKeys();
  const newest = (environment: "sandbox" | "production") =>
    usableKeys(keys.data?.data ?? [], environment, new Date())[0]?.id;
  const access = partner.productionAccess;
  const facts: StepFacts = { access, environment, liveKeyId: newest("production"), testKeyId: newest("sandbox") };
  const steps = goLive.items.map((item) => nextStep(item, facts));
  const upNext = steps.findIndex((step) => step?.action !== undefined);
  return (
    <>
      <GoLiveOverview goLive={goLive} access={access} mayRequest={mayRequest} />
      <Section title="Checklist" description="Both environments show the same list.">
        <ol className="divide-y divide-default border-y border-default">
          {goLive.items.map((item, index) => (
            <GoLiveItem key={item.id} item={item} number={index + 1} next={steps[index]} isUpNext={index === upNext}>
              {item.id === "webhook_verification" && <ProbeWebhooks />}
            </GoLiveItem>
          ))}
        </ol>
      </Section>
    </>
  );
}

function GoLiveSkeleton() {
  return (
    <>
      <p role="status" className="sr-only">
        Loading the checklist
      </p>
      <Skeleton className="h-24 w-full" />
      <Skeleton className="h-96 w-full" />
    </>
  );
}
