"use client";

import { useQuery } from "@tanstack/react-query";
import { SearchX } from "lucide-react";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { UsageFigures } from "@/components/admin/usage/usage-figures";
import { USAGE_FILE, usageRows } from "@/components/admin/usage/usage-file";
import { UsageParts } from "@/components/admin/usage/usage-parts";
import { PeriodBar } from "@/components/portal/dashboard/period-bar";
import { useDashboardPeriod } from "@/components/portal/dashboard/use-dashboard-period";
import { ExportButtons } from "@/components/portal/export/export-buttons";
import { saveWithManifest } from "@/components/portal/export/save-with-manifest";
import { keepList, loadProblem } from "@/components/portal/list-face";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { query } from "@/lib/client/query";
import * as usageApi from "@/lib/contract/admin/usage";
import { ENVIRONMENTS } from "@/lib/domain/shared/schemas";
import type { Usage } from "@/lib/domain/usage/schemas";

const FILTERS = [
  {
    key: "environment",
    label: "Environment",
    single: true,
    options: [
      { value: "sandbox", label: "Sandbox" },
      { value: "production", label: "Production" },
    ],
  },
];

/** The usage of a period, of all partners or of one, and the file that says the same. */
export function UsageView({ partnerId }: { partnerId?: string }) {
  const period = useDashboardPeriod();
  const [environment, setEnvironment] = useQueryState("environment", parseAsStringLiteral(ENVIRONMENTS));
  const { from, to } = period.span;
  const asked = { from, to, ...(partnerId && { partnerId }), ...(environment && { environment }) };
  const usage = useQuery({ ...query(usageApi.getUsage, asked), placeholderData: keepList() });
  const { data, error, refetch } = usage;
  const problem = error && !data ? loadProblem(error, "The usage could not be loaded") : undefined;
  const save = (format: "csv" | "json", shown: Usage) =>
    void saveWithManifest(
      { what: "usage", name: "portico-usage", filters: asked, rows: usageRows(shown), columns: USAGE_FILE },
      format,
      new Date(),
    );
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <PeriodBar period={period} />
        <FilterBar
          filters={FILTERS}
          values={{ environment: environment ? [environment] : [] }}
          onValuesChange={(values) =>
            void setEnvironment(ENVIRONMENTS.find((one) => one === values.environment?.[0]) ?? null)
          }
        />
        <span className="flex gap-2 md:ml-auto">
          <ExportButtons
            isReady={data !== undefined && !usage.isPlaceholderData}
            onExport={(format) => data && save(format, data)}
          />
        </span>
      </div>
      {problem ? (
        <ErrorState title={problem.title} requestId={problem.requestId} onRetry={() => void refetch()}>
          {problem.message}
        </ErrorState>
      ) : (
        <>
          <UsageFigures totals={data?.totals} />
          {data?.totals.calls === 0 && <NoCalls />}
          {data && data.totals.calls > 0 && (
            <UsageParts usage={data} onRangeSelect={period.chooseRange} ofOne={partnerId !== undefined} />
          )}
        </>
      )}
    </>
  );
}

function NoCalls() {
  return (
    <EmptyState icon={<SearchX />} title="Nobody called in this period">
      Calls of partners' keys and people appear here within seconds. Choose a longer or another period.
    </EmptyState>
  );
}
