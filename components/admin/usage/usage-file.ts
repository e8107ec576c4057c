import type { CsvColumn } from "@/components/portal/export/print-csv";
import type { Usage } from "@/lib/domain/usage/schemas";

/** A line of the file: a part of the screen, what stands there, and its figures where the screen has them. */
export type UsageRow = {
  part: "Total" | "Time" | "Partner" | "Route" | "Error code";
  name: string;
  id: string | null;
  calls: number;
  succeeded: number | null;
  clientErrors: number | null;
  serverErrors: number | null;
  rateLimited: number | null;
};

type Outcomes = Usage["series"][number];

const row = (
  part: UsageRow["part"],
  name: string,
  outcomes: Omit<Outcomes, "t">,
  id: string | null = null,
): UsageRow => {
  const { calls, succeeded, clientErrors, serverErrors, rateLimited } = outcomes;
  return { part, name, id, calls, succeeded, clientErrors, serverErrors, rateLimited };
};

/** Everything the screen shows, in its order. */
export function usageRows({ period, totals, series, topPartners, topRoutes, topErrorCodes }: Usage): UsageRow[] {
  const none = { succeeded: null, clientErrors: null, serverErrors: null, rateLimited: null };
  return [
    row("Total", `${period.from} to ${period.to}`, totals),
    ...series.map((point) => row("Time", point.t, point)),
    ...topPartners.map((partner) => row("Partner", partner.name, partner, partner.partnerId)),
    ...topRoutes.map((route) => row("Route", `${route.method} ${route.route}`, route)),
    ...topErrorCodes.map(({ code, calls }) => ({ part: "Error code" as const, name: code, id: null, calls, ...none })),
  ];
}

export const USAGE_FILE: readonly CsvColumn<UsageRow>[] = [
  { header: "Part", value: ({ part }) => part },
  { header: "Name", value: ({ name }) => name },
  { header: "ID", value: ({ id }) => id },
  { header: "Calls", value: ({ calls }) => calls },
  { header: "Succeeded", value: ({ succeeded }) => succeeded },
  { header: "Client errors", value: ({ clientErrors }) => clientErrors },
  { header: "Server errors", value: ({ serverErrors }) => serverErrors },
  { header: "Rate limited", value: ({ rateLimited }) => rateLimited },
];
