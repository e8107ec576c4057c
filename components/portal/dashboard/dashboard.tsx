"use client";

import { ChartColumn, SearchX } from "lucide-react";
import { Breakdown } from "@/components/portal/dashboard/breakdown";
import { DASHBOARD_CHARTS } from "@/components/portal/dashboard/dashboard-charts";
import { MetricChart } from "@/components/portal/dashboard/metric-chart";
import { PeriodBar } from "@/components/portal/dashboard/period-bar";
import { SummaryFigures } from "@/components/portal/dashboard/summary-figures";
import { isQuiet, isUnused } from "@/components/portal/dashboard/summary-words";
import { type DashboardPeriod, useDashboardPeriod } from "@/components/portal/dashboard/use-dashboard-period";
import { useSummary } from "@/components/portal/dashboard/use-summary";
import { rangeText } from "@/components/portal/filters/date-range";
import { loadProblem } from "@/components/portal/list-face";
import { NoPartnerYet } from "@/components/portal/no-partner-yet";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { useEnvironment } from "@/lib/client/providers";
import type { Summary } from "@/lib/domain/giving/dashboard/schemas";

/** How a period went: figures, and what they were over time. */
export function Dashboard() {
  useEnvironment();
  const period = useDashboardPeriod();
  const isAskable = period.span.from < period.span.to;
  const summary = useSummary(period.span, isAskable);
  const { data, error, refetch } = summary;
  if (error?.code === "PARTNER_NOT_FOUND") {
    return (
      <>
        <PageHeader title="Dashboard" />
        <NoPartnerYet />
      </>
    );
  }
  // Of a period that ends now, the users are all there ever were.
  const isNew = data !== undefined && period.preset !== null && isUnused(data);
  const isEmpty = isNew || (data !== undefined && isQuiet(data));
  const problem = error && !data ? loadProblem(error, "The figures could not be loaded") : undefined;
  return (
    <>
      <PageHeader
        title="Dashboard"
        purpose={data ? `${rangeText(data.period)}, by ${period.span.interval}.` : "What a period came to, in UTC."}
      />
      <PeriodBar period={period} />
      {!isAskable && <NoTime period={period} />}
      {isAskable && problem && (
        <ErrorState title={problem.title} requestId={problem.requestId} onRetry={() => void refetch()}>
          {problem.message}
        </ErrorState>
      )}
      {isAskable && !problem && (
        <>
          <SummaryFigures summary={data} />
          {isEmpty && (isNew ? <Unused /> : <Quiet period={period} />)}
          {!isEmpty && <Charts period={period} />}
          {data && !isEmpty && <Parts summary={data} />}
        </>
      )}
    </>
  );
}

function Charts({ period }: { period: DashboardPeriod }) {
  return (
    <>
      <p className="text-content-muted">
        All times are in UTC. Drag over a chart to look at that stretch alone.
        {period.preset && ` The last ${period.span.interval} is still growing.`}
      </p>
      <div className="grid min-w-0 gap-x-8 gap-y-8 lg:grid-cols-2">
        {DASHBOARD_CHARTS.map((chart) => (
          <MetricChart key={chart.title} chart={chart} span={period.span} onRangeSelect={period.chooseRange} />
        ))}
      </div>
    </>
  );
}

function Parts({ summary: { period, actions, tokens, topCampaigns } }: { summary: Summary }) {
  const during = { from: period.from, to: period.to };
  return (
    <div className="grid min-w-0 gap-8 lg:grid-cols-2">
      <Breakdown
        title="Actions by type"
        description="Whatever became of them."
        whole={actions.total}
        parts={Object.entries(actions.byType).map(([type, value]) => ({
          label: type,
          value,
          href: `/actions?${new URLSearchParams({ type, ...during })}`,
        }))}
        empty="No action came in during this period."
      />
      <Breakdown
        title="Top campaigns"
        description="By tokens given, as parts of all tokens given."
        whole={tokens.distributed}
        parts={topCampaigns.map(({ id, name, tokens: value }) => ({
          label: name,
          value,
          href: `/transactions?${new URLSearchParams({ campaignId: id, ...during })}`,
        }))}
        empty="No campaign gave tokens during this period."
      />
    </div>
  );
}

function Unused() {
  return (
    <EmptyState
      icon={<ChartColumn />}
      title="Nothing was rewarded in this environment yet"
      action={<LinkButton href="/first-call?call=action">Submit sample action</LinkButton>}
    >
      Charts of actions, tokens, users and requests appear with the first rewarded action your server submits.
    </EmptyState>
  );
}

function NoTime({ period }: { period: DashboardPeriod }) {
  return (
    <EmptyState
      icon={<SearchX />}
      title="This range holds no time yet"
      action={<Button onClick={() => period.choosePreset("30d")}>Show last 30 days</Button>}
    >
      It lies in the future, or ends before it begins. Choose another range.
    </EmptyState>
  );
}

function Quiet({ period }: { period: DashboardPeriod }) {
  return (
    <EmptyState
      icon={<SearchX />}
      title="Nothing happened in this period"
      action={<Button onClick={() => period.choosePreset("90d")}>Show last 90 days</Button>}
    >
      No action, no movement of tokens and no request lies in it. Choose a longer or another period.
    </EmptyState>
  );
}
