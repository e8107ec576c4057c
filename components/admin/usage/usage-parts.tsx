import { UsageChart, type UsageChartProps } from "@/components/admin/usage/usage-chart";
import { topErrorColumns, topPartnerColumns, topRouteColumns } from "@/components/admin/usage/usage-columns";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import type { Usage } from "@/lib/domain/usage/schemas";

const CHARTS: readonly Pick<UsageChartProps, "title" | "question" | "series">[] = [
  {
    title: "Calls",
    question: "How many calls came in, and how many failed?",
    series: [
      { key: "calls", label: "Calls", tone: "ink" },
      { key: "errors", label: "Errors", tone: "error" },
    ],
  },
  {
    title: "Refused by limits",
    question: "How many calls were answered 429?",
    series: [{ key: "rateLimited", label: "429", tone: "error" }],
  },
];

export type UsagePartsProps = Pick<UsageChartProps, "usage" | "onRangeSelect"> & { ofOne: boolean };

/** What the figures are made of: over time, by partner, by route and by error code. */
export function UsageParts({ usage, onRangeSelect, ofOne }: UsagePartsProps) {
  return (
    <>
      <div className="grid min-w-0 gap-8 lg:grid-cols-2">
        {CHARTS.map((chart) => (
          <UsageChart key={chart.title} {...chart} usage={usage} onRangeSelect={onRangeSelect} />
        ))}
      </div>
      {!ofOne && <TopPartners rows={usage.topPartners} />}
      <div className="grid min-w-0 gap-8 lg:grid-cols-2">
        <Section title="Top routes">
          <DataTable
            caption="Top routes"
            density="log"
            columns={topRouteColumns}
            rowId={({ method, route }) => `${method} ${route}`}
            rows={usage.topRoutes}
            empty={<EmptyState title="No call">No route was called in this period.</EmptyState>}
          />
        </Section>
        <Section title="Top error codes">
          <DataTable
            caption="Top error codes"
            density="log"
            columns={topErrorColumns}
            rowId={({ code }) => code}
            rows={usage.topErrorCodes}
            empty={<EmptyState title="No error">Every call of this period succeeded.</EmptyState>}
          />
        </Section>
      </div>
    </>
  );
}

function TopPartners({ rows }: { rows: Usage["topPartners"] }) {
  return (
    <Section title="Top partners" description="The ten with the most calls.">
      <DataTable
        caption="Top partners"
        density="log"
        columns={topPartnerColumns}
        rowId={({ partnerId }) => partnerId}
        rowHref={({ partnerId }) => `/admin/partners/${partnerId}/usage`}
        rows={rows}
        empty={<EmptyState title="No call">No partner called in this period.</EmptyState>}
      />
    </Section>
  );
}
