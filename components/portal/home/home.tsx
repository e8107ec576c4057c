"use client";

import { HomeFigureRow } from "@/components/portal/home/home-figure-row";
import { KeyUse } from "@/components/portal/home/key-use";
import { RecentActions } from "@/components/portal/home/recent-actions";
import { SetupGuide } from "@/components/portal/home/setup-guide";
import { setupSteps } from "@/components/portal/home/setup-steps";
import { setupFacts, useHomeFigures } from "@/components/portal/home/use-home-figures";
import { WebhookHealthList } from "@/components/portal/home/webhook-health-list";
import { loadProblem } from "@/components/portal/list-face";
import { ErrorState } from "@/components/ui/error-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";

const PLACES = { sandbox: "the sandbox", production: "production" } as const;

/** What is left to set up, then how things stand. */
export function Home() {
  const figures = useHomeFigures();
  const { me, keys, environment, isActive } = figures;
  const problem = (me.error && !me.data && me.error) || (keys.error && !keys.data && keys.error);
  if (problem) {
    const { title, message, requestId } = loadProblem(problem, "The overview could not be loaded");
    return (
      <ErrorState title={title} requestId={requestId} onRetry={() => void Promise.all([me.refetch(), keys.refetch()])}>
        {message}
      </ErrorState>
    );
  }
  if (!me.data || !keys.data) return <HomeSkeleton />;

  const facts = setupFacts(figures);
  const steps = facts && setupSteps(facts);
  const isSettingUp = steps?.some((step) => step.state !== "done");
  return (
    <>
      <PageHeader
        title="Home"
        purpose={
          me.data.partner
            ? `How ${me.data.partner.name} stands in ${PLACES[environment]}.`
            : `Welcome, ${me.data.user.firstName}. Four steps lead to the first reward.`
        }
        actions={isActive && <LinkButton href="/dashboard">Show dashboard</LinkButton>}
      />
      {steps && isSettingUp && <SetupGuide steps={steps} />}
      {isActive && (
        <>
          <HomeFigureRow figures={figures} />
          <RecentActions actions={figures.actions} />
        </>
      )}
      {me.data.partner && (
        <div className="grid gap-6 lg:grid-cols-2">
          <KeyUse figures={figures} />
          {isActive && <WebhookHealthList webhooks={figures.webhooks} />}
        </div>
      )}
    </>
  );
}

function HomeSkeleton() {
  return (
    <>
      <PageHeader title="Home" purpose="How your organisation stands." />
      <p role="status" className="sr-only">
        Loading the overview
      </p>
      <Skeleton className="h-24 w-full" />
      <Skeleton className="h-48 w-full" />
      <Skeleton className="h-48 w-full" />
    </>
  );
}
