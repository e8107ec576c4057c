import type { ChartSeries } from "@/components/ui/chart-series";
import type { Metric } from "@/lib/domain/giving/dashboard/schemas";

export type DashboardChart = {
  title: string;
  /** The one question it answers. */
  question: string;
  series: readonly (ChartSeries & { key: Metric })[];
};

export const DASHBOARD_CHARTS: readonly DashboardChart[] = [
  {
    title: "Actions",
    question: "How many actions came in?",
    series: [{ key: "actions", label: "Actions", tone: "accent" }],
  },
  {
    title: "Tokens",
    question: "How many tokens went out, and how many came back?",
    series: [
      { key: "tokens_distributed", label: "Distributed", tone: "accent" },
      { key: "tokens_reversed", label: "Reversed", tone: "muted" },
    ],
  },
  {
    title: "Active users",
    question: "On how many users' accounts did tokens move?",
    series: [{ key: "active_users", label: "Active users", tone: "accent" }],
  },
  {
    title: "API requests",
    question: "How many requests came in, and how many failed?",
    series: [
      { key: "api_requests", label: "Requests", tone: "ink" },
      { key: "api_errors", label: "Errors", tone: "error" },
    ],
  },
];
