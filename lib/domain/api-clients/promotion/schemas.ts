import { z } from "zod";
import { ApiClient, CLIENT_STATUSES } from "@/lib/domain/api-clients/schemas";
import { API_SCOPES } from "@/lib/domain/api-clients/scopes";
import { UsageQuery } from "@/lib/domain/api-clients/usage/schemas";
import { IsoTime } from "@/lib/domain/shared/schemas";

const WINDOW_DAYS_DEFAULT = 30;
const WINDOW_DAYS_MAX = 365;

export const PromoteClient = z.object({
  ownerApproved: z.boolean("must be true or false").default(false),
  approvalNotes: z.string().trim().max(2000, "must have at most 2000 characters").optional(),
  dryRun: z.boolean("must be true or false").optional(),
  windowDays: z.int("must be a whole number").min(1).max(WINDOW_DAYS_MAX).default(WINDOW_DAYS_DEFAULT),
  actorId: z.string().max(200).optional(),
});
export type PromoteClient = z.output<typeof PromoteClient>;

export const PromotionQuery = UsageQuery.pick({ windowDays: true });
export type PromotionQuery = z.output<typeof PromotionQuery>;

export const PROMOTION_STATUSES = ["ready_for_owner_approval", "promoted", "blocked"] as const;

/** What speaks for and against letting a client go live, and what came of it (contract 8.2). */
export const Promotion = z
  .object({
    generatedAt: IsoTime,
    apiClientId: z.string(),
    clientName: z.string(),
    status: z.enum(PROMOTION_STATUSES),
    dryRun: z.boolean(),
    ownerApproved: z.boolean(),
    evidence: z.object({
      sandboxMode: z.boolean(),
      clientStatus: z.enum(CLIENT_STATUSES),
      scopes: z.array(z.enum(API_SCOPES)),
      activeKeys: z.int(),
      webhookSubscriptions: z.int(),
      usageWindowDays: z.int(),
      allowedRequests: z.int(),
      blockedRequests: z.int(),
      rateLimitedRequests: z.int(),
    }),
    blockers: z.array(z.string()),
    nextActions: z.array(z.string()),
    client: ApiClient,
  })
  .meta({ id: "Promotion" });
export type Promotion = z.output<typeof Promotion>;
