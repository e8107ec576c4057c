"use client";

import { useQuery } from "@tanstack/react-query";
import { ChartColumn } from "lucide-react";
import { parseAsInteger, useQueryState } from "nuqs";
import { clientUsageColumns, topEventColumns } from "@/components/admin/api-usage/api-usage-columns";
import { ApiUsageFigures } from "@/components/admin/api-usage/api-usage-figures";
import { RetentionPolicy } from "@/components/admin/api-usage/retention-policy";
import { WindowSelect } from "@/components/admin/api-usage/window-select";
import { ExportButtons } from "@/components/portal/export/export-buttons";
import { useApiDownload } from "@/components/portal/export/use-api-download";
import { keepList, loadProblem } from "@/components/portal/list-face";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Section } from "@/components/ui/section";
import { query } from "@/lib/client/query";
import * as clientsApi from "@/lib/contract/directory/admin-clients";
import type { ClientUsage, UsageAnalytics } from "@/lib/domain/api-clients/usage/schemas";

const REFRESH_MS = 15_000;

/** Attempted calls of the last days, over all clients or of one, and the files in which the API says the same. */
export function ApiUsageView({ apiClientId }: { apiClientId?: string }) {
  const [windowDays, setWindowDays] = useQueryState("windowDays", parseAsInteger.withDefault(30));
  const asked = { windowDays: String(windowDays), ...(apiClientId && { apiClientId }) };
  const usage = useQuery({
    ...query(clientsApi.getApiUsageAnalytics, asked),
    placeholderData: keepList(apiClientId === undefined ? undefined : { apiClientId }),
    refetchInterval: REFRESH_MS,
  });
  const download = useApiDownload(clientsApi.getApiUsageAnalytics);
  const analytics = usage.data?.data;
  const problem = usage.error && !analytics ? loadProblem(usage.error, "The usage could not be loaded") : undefined;
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <WindowSelect value={windowDays} onChange={(days) => void setWindowDays(days)} />
        <span className="flex gap-2 md:ml-auto">
          <ExportButtons
            isReady={analytics !== undefined}
            isRunning={download.isPending}
            onExport={(format) =>
              download.mutate({ input: { ...asked, format }, fallback: `senior-guru-api-usage-${windowDays}d.json` })
            }
          />
        </span>
      </div>
      {problem ? (
        <ErrorState title={problem.title} requestId={problem.requestId} onRetry={() => void usage.refetch()}>
          {problem.message}
        </ErrorState>
      ) : (
        <>
          <ApiUsageFigures totals={analytics?.totals} ofOne={apiClientId !== undefined} />
          {apiClientId === undefined && <Clients rows={analytics?.clients} />}
          {analytics && <TopEvents analytics={analytics} />}
        </>
      )}
    </>
  );
}

function Clients({ rows }: { rows: ClientUsage[] | undefined }) {
  return (
    <Section title="Clients" description="Most calls first.">
      <DataTable
        caption="Usage of API clients"
        columns={clientUsageColumns}
        rows={rows}
        rowId={(row) => row.apiClientId}
        rowHref={(row) => `/admin/api-clients/${row.apiClientId}/usage`}
        empty={
          <EmptyState icon={<ChartColumn />} title="No API clients yet">
            Create one under API clients: its calls are counted here, by what became of them.
          </EmptyState>
        }
      />
    </Section>
  );
}

function TopEvents({ analytics }: { analytics: UsageAnalytics }) {
  return (
    <div className="grid min-w-0 gap-8 lg:grid-cols-2">
      <Section title="Top events" description={analytics.nextActions.join(" ")}>
        <DataTable
          caption="Top events"
          density="log"
          columns={topEventColumns}
          rows={analytics.topEvents}
          rowId={(row) => row.eventType}
          empty={
            <EmptyState title="No call in this window">
              Calls with a client's key appear here within seconds. Choose a longer window, or make a first call.
            </EmptyState>
          }
        />
      </Section>
      <RetentionPolicy policy={analytics.retentionPolicy} />
    </div>
  );
}
