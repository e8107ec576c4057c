import { z } from "zod";
import { IsoTime, IsoTimeInput, ObjectId, Tokens } from "@/lib/domain/shared/schemas";

const period = { from: IsoTimeInput.optional(), to: IsoTimeInput.optional() };

export const SummaryQuery = z.strictObject(period);
export type SummaryQuery = z.output<typeof SummaryQuery>;

const Count = z.int().meta({ example: 12 });
/** A part of one: 0.98 is 98 percent; 0 when there is nothing it would be a part of. */
const Rate = z.number().meta({ example: 0.98 });
const CountByName = z.record(z.string(), z.int());

export const Summary = z
  .object({
    period: z.object({ from: IsoTime, to: IsoTime }),
    actions: z.object({ total: Count, completed: Count, failed: Count, reversed: Count, byType: CountByName }),
    tokens: z.object({
      distributed: Tokens,
      reversed: Tokens,
      net: Tokens,
      poolBalance: Tokens,
      poolAllocated: Tokens,
    }),
    users: z.object({ total: Count, active: Count, new: Count }),
    donations: z.object({ count: Count, completed: Count, amountByCurrency: CountByName, conversionRate: Rate }),
    api: z.object({ requests: Count, errors: Count, rateLimited: Count }),
    webhooks: z.object({ delivered: Count, failed: Count, successRate: Rate }),
    topCampaigns: z.array(z.object({ id: ObjectId, name: z.string(), tokens: Tokens })),
  })
  .meta({ id: "DashboardSummary" });
export type Summary = z.output<typeof Summary>;

export const METRICS = [
  "actions",
  "tokens_distributed",
  "tokens_reversed",
  "donations",
  "donation_amount",
  "active_users",
  "api_requests",
  "api_errors",
] as const;
export type Metric = (typeof METRICS)[number];

export const INTERVALS = ["hour", "day", "week", "month"] as const;
export type Interval = (typeof INTERVALS)[number];

export const TimeseriesQuery = z.strictObject({
  metric: z.enum(METRICS),
  interval: z.enum(INTERVALS).default("day"),
  ...period,
});
export type TimeseriesQuery = z.output<typeof TimeseriesQuery>;

export const Timeseries = z
  .object({
    metric: z.enum(METRICS),
    interval: z.enum(INTERVALS),
    points: z.array(z.object({ t: IsoTime, value: z.number() })),
  })
  .meta({ id: "DashboardTimeseries" });
export type Timeseries = z.output<typeof Timeseries>;
