import { z } from "zod";
import { Reason } from "@/lib/domain/admins/schemas";
import { InquirySummary } from "@/lib/domain/giving/inquiries/schemas";
import { ProductionReview } from "@/lib/domain/giving/production-requests/schemas";
import { PoolRequest } from "@/lib/domain/giving/token-pools/schemas";
import { Environment, IsoTime, ObjectId } from "@/lib/domain/shared/schemas";

/** The writes that a second administrator decides (contract 7). What lowers a risk is never among them. */
export const APPROVAL_ACTIONS = [
  "production_access.approve",
  "production_access.cut_over",
  "go_live.waive",
  "token_pool.create",
  "token_pool.allocate",
  "token_pool.auto_refill",
  "pool_request.approve",
] as const;
export type ApprovalAction = (typeof APPROVAL_ACTIONS)[number];

/** `STALE`: what it would change, or what it rests on, is no longer what it was. */
export const STORED_APPROVAL_STATUSES = ["PENDING", "APPROVED", "REJECTED", "EXPIRED", "STALE"] as const;

export const APPROVAL_TTL_HOURS = 72;

const ApprovalId = z.string().meta({ example: "apr_695b9e0d4f1a2b3c4d5e6f72" });

/** What a write that needs a second administrator answers instead of acting. */
export const WaitingApproval = z
  .object({
    approvalId: ApprovalId,
    status: z.literal("PENDING"),
    action: z.enum(APPROVAL_ACTIONS),
    changeHash: z.string(),
    requestedBy: ObjectId,
    expiresAt: IsoTime,
  })
  .meta({ id: "WaitingApproval" });
export type WaitingApproval = z.output<typeof WaitingApproval>;

/** The answer of an endpoint whose write may need a second administrator. */
export const WAITS_FOR_SECOND = {
  202: { description: "Another administrator must decide; nothing was changed.", response: WaitingApproval },
};

const Fields = z.record(z.string(), z.unknown());

/** `evidence` is what the decision rests on; when it changes, the approval is stale. */
export const Approval = z
  .object({
    id: ApprovalId,
    action: z.enum(APPROVAL_ACTIONS),
    status: z.enum(STORED_APPROVAL_STATUSES),
    partner: z.object({ id: ObjectId, name: z.string() }),
    targetType: z.string(),
    targetId: z.string(),
    before: Fields,
    after: Fields,
    evidence: Fields,
    changeHash: z.string(),
    reason: z.string(),
    requestedBy: z.object({ id: ObjectId, email: z.string() }),
    requestedAt: IsoTime,
    expiresAt: IsoTime,
    decidedAt: IsoTime.nullable(),
    decisionReason: z.string().nullable(),
  })
  .meta({ id: "Approval" });
export type Approval = z.output<typeof Approval>;

export const ApprovalParams = z.strictObject({ approvalId: z.string().max(64) });
export const DecideApproval = z.strictObject({ reason: Reason });
export type DecideApproval = z.output<typeof DecideApproval>;

const PartnerName = z.object({ id: ObjectId, name: z.string() });

export const WaitingProductionRequest = z.object({
  partner: PartnerName,
  request: ProductionReview.shape.request
    .unwrap()
    .pick({ id: true, createdAt: true, changesRequestedAt: true })
    .nullable(),
  expectedMonthlyActionVolume: z.int().nullable(),
});

export const WaitingPoolRequest = PoolRequest.extend({ partner: PartnerName, environment: Environment });
export type WaitingPoolRequest = z.output<typeof WaitingPoolRequest>;

/** Everything that waits for a decision, longest first; of each kind at most a hundred, beside how many there are. */
export const Waiting = z
  .object({
    inquiries: z.array(InquirySummary),
    productionRequests: z.array(WaitingProductionRequest),
    poolRequests: z.array(WaitingPoolRequest),
    approvals: z.array(Approval),
    counts: z.object({
      inquiries: z.int(),
      productionRequests: z.int(),
      poolRequests: z.int(),
      approvals: z.int(),
    }),
  })
  .meta({ id: "WaitingDecisions" });
export type Waiting = z.output<typeof Waiting>;
