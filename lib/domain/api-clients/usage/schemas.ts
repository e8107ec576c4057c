import { z } from "zod";
import { CLIENT_STATUSES, OWNER_TYPES } from "@/lib/domain/api-clients/schemas";
import { IsoTime } from "@/lib/domain/shared/schemas";

const WINDOW_DAYS_DEFAULT = 30;
const WINDOW_DAYS_MAX = 365;

/** Days back from now; what is no number gives 30, the rest is clamped to 1..365. */
const WindowDays = z
  .string()
  .optional()
  .transform((text) => {
    const days = text === undefined || text.trim() === "" ? Number.NaN : Math.trunc(Number(text));
    return Number.isNaN(days) ? WINDOW_DAYS_DEFAULT : Math.min(WINDOW_DAYS_MAX, Math.max(1, days));
  })
  .meta({ example: 30 });

const Format = z
  .string()
  .optional()
  .transform((text) => (text?.trim().toLowerCase() === "csv" ? ("csv" as const) : ("json" as const)));

export const UsageQuery = z.object({ windowDays: WindowDays, format: Format });
export type UsageQuery = z.output<typeof UsageQuery>;

/** The same for administrators, over all clients or one. */
export const AllUsageQuery = UsageQuery.extend({
  apiClientId: z
    .string()
    .optional()
    .transform((text) => text?.trim() || undefined),
});
export type AllUsageQuery = z.output<typeof AllUsageQuery>;

const TopEvent = z.object({ eventType: z.string(), count: z.int() });

/** What one client did in the window. */
export const ClientUsage = z.object({
  apiClientId: z.string(),
  name: z.string(),
  ownerType: z.enum(OWNER_TYPES),
  status: z.enum(CLIENT_STATUSES),
  requests: z.int(),
  allowed: z.int(),
  blocked: z.int(),
  rateLimited: z.int(),
  activeKeys: z.int(),
  revokedKeys: z.int(),
  webhookSubscriptions: z.int(),
  webhookDeliveries: z.int(),
  lastRequestAt: IsoTime.optional(),
  topEvents: z.array(TopEvent),
});
export type ClientUsage = z.output<typeof ClientUsage>;

/** Attempted calls of the window and what became of them (contract 5.26). */
export const UsageAnalytics = z
  .object({
    generatedAt: IsoTime,
    source: z.enum(["database", "local_fallback"]),
    windowDays: z.int(),
    since: IsoTime,
    retentionPolicy: z.object({
      auditRetentionDays: z.int(),
      retentionCutoff: IsoTime,
      retentionCandidates: z.int(),
      purgeStatus: z.literal("blocked_pending_owner_approval"),
      archiveRequired: z.literal(true),
      legalHoldReviewRequired: z.literal(true),
    }),
    totals: z.object({
      clients: z.int(),
      requests: z.int(),
      allowed: z.int(),
      blocked: z.int(),
      rateLimited: z.int(),
      activeKeys: z.int(),
      revokedKeys: z.int(),
      webhookDeliveries: z.int(),
    }),
    clients: z.array(ClientUsage),
    topEvents: z.array(TopEvent),
    nextActions: z.array(z.string()),
  })
  .meta({ id: "UsageAnalytics" });
export type UsageAnalytics = z.output<typeof UsageAnalytics>;
