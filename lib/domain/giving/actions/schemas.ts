import { z } from "zod";
import { ExternalId } from "@/lib/domain/giving/users/schemas";
import {
  EmailAddress,
  Environment,
  IsoTime,
  IsoTimeInput,
  listOf,
  Metadata,
  ObjectId,
  PageQuery,
  Sort,
  Tokens,
  text,
} from "@/lib/domain/shared/schemas";

export const ACTION_STATUSES = [
  "PENDING",
  "PROCESSING",
  "COMPLETED",
  "FAILED",
  "PARTIALLY_REVERSED",
  "REVERSED",
] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

export const IdempotencyKey = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[A-Za-z0-9._:-]+$/, "may contain letters, digits and . _ : - only")
  .meta({ example: "order-7001" });

export const ActionType = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]{1,39}$/, "must be upper case, 2 to 40 characters of A-Z, 0-9 and _")
  .meta({ example: "PURCHASE" });

export const StakeholderTypeCode = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]{1,39}$/, "must be upper case, 2 to 40 characters of A-Z, 0-9 and _")
  .meta({ example: "CUSTOMER" });

const EXACT_NUMBER_DIGITS = 15;

/**
 * A positive decimal in major units or a quantity, as number or text: at most 12 integer digits and 4 decimals. Kept as
 * the text that was sent; a JSON number arrives in its shortest decimal form.
 */
export const AmountInput = z
  .union([z.number(), z.string()], "must be a decimal, as a number or as text")
  .transform((value, refinement) => {
    const written = typeof value === "number" ? String(value) : value;
    // Beyond 15 digits a JSON number may not be the decimal that was written: only text is exact there.
    if (typeof value === "number" && written.replace(/\D/g, "").length > EXACT_NUMBER_DIGITS) {
      refinement.addIssue({ code: "custom", message: "has too many digits for a JSON number: send it as text" });
      return z.NEVER;
    }
    if (!/^\d{1,12}(\.\d{1,4})?$/.test(written) || /^0+(\.0+)?$/.test(written)) {
      refinement.addIssue({
        code: "custom",
        message: "must be a decimal above 0 with at most 12 digits before the point and 4 after it, for example 49.99",
      });
      return z.NEVER;
    }
    return written;
  })
  .meta({
    description:
      "A decimal above 0, at most 12 digits before the point and 4 after it; as text where 15 digits do not suffice.",
    example: 49.99,
  });

export const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/, "must be an ISO 4217 code such as USD")
  .meta({ example: "USD" });

export const Stakeholder = z.strictObject({
  stakeholderTypeCode: StakeholderTypeCode,
  partnerUserId: ExternalId,
  userEmail: EmailAddress.optional(),
  userFirstName: text(1, 80).optional(),
  userLastName: text(1, 80).optional(),
});
export type Stakeholder = z.output<typeof Stakeholder>;

const STAKEHOLDERS_MAX = 20;

export const SubmitAction = z.strictObject({
  idempotencyKey: IdempotencyKey,
  actionType: ActionType,
  amount: AmountInput,
  currency: Currency.optional(),
  stakeholders: z
    .array(Stakeholder)
    .min(1, "must name at least one stakeholder")
    .max(STAKEHOLDERS_MAX, `must name at most ${STAKEHOLDERS_MAX} stakeholders`)
    .superRefine((list, refinement) => {
      const seen = new Set<string>();
      list.forEach((one, index) => {
        const pair = `${one.stakeholderTypeCode} ${one.partnerUserId}`;
        if (seen.has(pair)) {
          refinement.addIssue({ code: "custom", path: [index], message: "repeats an earlier type and user" });
        }
        seen.add(pair);
      });
    }),
  autoCreateUsers: z.boolean().default(false),
  metadata: Metadata.optional(),
  campaignId: ObjectId.optional(),
  tokenPoolId: ObjectId.optional(),
  occurredAt: IsoTimeInput.optional(),
  description: text(0, 500).optional(),
});
export type SubmitAction = z.output<typeof SubmitAction>;

export const Distribution = z.object({
  stakeholderTypeCode: z.string(),
  partnerUserId: z.string(),
  tokens: Tokens,
  transactionId: ObjectId,
  vestingUntil: IsoTime.nullable(),
  expiresAt: IsoTime.nullable(),
});
export type Distribution = z.output<typeof Distribution>;

const actionResult = {
  actionId: ObjectId,
  idempotencyKey: z.string(),
  status: z.enum(ACTION_STATUSES),
  tokensDistributed: Tokens,
  transactionIds: z.array(ObjectId),
  environment: Environment,
  campaignId: ObjectId.nullable(),
  tokenPoolId: ObjectId.nullable(),
  distributions: z.array(Distribution),
  warnings: z.array(z.string()),
  createdAt: IsoTime,
};

export const ActionResult = z.object(actionResult).meta({ id: "ActionResult" });
export type ActionResult = z.output<typeof ActionResult>;

export const Action = z
  .object({
    ...actionResult,
    actionType: z.string(),
    amount: z.string(),
    amountMinor: z.int().nullable(),
    currency: z.string().nullable(),
    stakeholders: z.array(Stakeholder),
    metadata: Metadata,
    failureCode: z.string().nullable(),
    reversals: z.array(
      z.object({ id: ObjectId, amount: z.string(), tokens: Tokens, reason: z.string(), createdAt: IsoTime }),
    ),
    occurredAt: IsoTime,
    updatedAt: IsoTime,
  })
  .meta({ id: "Action" });
export type Action = z.output<typeof Action>;

export const ActionList = listOf(Action);
export type ActionList = z.output<typeof ActionList>;

export const ActionParams = z.strictObject({ actionId: z.string().max(64) });

export const ListActionsQuery = PageQuery.extend({
  sort: Sort,
  status: z.enum(ACTION_STATUSES).optional(),
  actionType: ActionType.optional(),
  campaignId: ObjectId.optional(),
  tokenPoolId: ObjectId.optional(),
  externalId: ExternalId.optional(),
  idempotencyKey: IdempotencyKey.optional(),
  from: IsoTimeInput.optional(),
  to: IsoTimeInput.optional(),
});
export type ListActionsQuery = z.output<typeof ListActionsQuery>;

export const REVERSAL_REASONS = ["REFUND", "CANCELLATION", "FRAUD", "ERROR", "OTHER"] as const;

/** Without an `amount` all that is left of the action is reversed. */
export const ReverseAction = z.strictObject({
  idempotencyKey: IdempotencyKey,
  reason: z.enum(REVERSAL_REASONS),
  note: text(0, 500).optional(),
  amount: AmountInput.optional(),
  allowPartial: z.boolean().default(false),
});
export type ReverseAction = z.output<typeof ReverseAction>;

export const Reversal = z
  .object({
    actionId: ObjectId,
    status: z.enum(["REVERSED", "PARTIALLY_REVERSED"]),
    tokensReversed: Tokens,
    tokensUnrecoverable: Tokens,
    /** Tokens taken back by all reversals of the action so far. */
    totalReversed: Tokens,
    transactionIds: z.array(ObjectId),
    createdAt: IsoTime,
  })
  .meta({ id: "Reversal" });
export type Reversal = z.output<typeof Reversal>;

const BATCH_ACTIONS_MAX = 100;

export const SubmitBatch = z.strictObject({
  actions: z
    .array(SubmitAction)
    .min(1, "must hold at least one action")
    .max(BATCH_ACTIONS_MAX, `must hold at most ${BATCH_ACTIONS_MAX} actions`)
    .superRefine((list, refinement) => {
      const seen = new Set<string>();
      list.forEach(({ idempotencyKey }, index) => {
        const path = [index, "idempotencyKey"];
        if (seen.has(idempotencyKey)) refinement.addIssue({ code: "custom", path, message: "repeats an earlier key" });
        seen.add(idempotencyKey);
      });
    }),
  mode: z.enum(["independent", "atomic"]).default("independent"),
});
export type SubmitBatch = z.output<typeof SubmitBatch>;

/** The body of an action's own refusal, as it would have been answered alone. */
const RefusedAction = z.object({
  statusCode: z.int(),
  code: z.string(),
  message: z.string(),
  error: z.string(),
  details: z.unknown().optional(),
  requestId: z.string(),
  timestamp: IsoTime,
  path: z.string(),
});

export const BatchResult = z
  .object({
    results: z.array(
      z.object({
        index: z.int(),
        idempotencyKey: z.string(),
        httpStatus: z.int(),
        action: ActionResult.optional(),
        error: RefusedAction.optional(),
      }),
    ),
    summary: z.object({
      total: z.int(),
      completed: z.int(),
      failed: z.int(),
      replayed: z.int(),
      tokensDistributed: Tokens,
    }),
  })
  .meta({ id: "BatchResult" });
export type BatchResult = z.output<typeof BatchResult>;

export const ValidateAction = SubmitAction.partial({ idempotencyKey: true });
export type ValidateAction = z.output<typeof ValidateAction>;

export const Validation = z
  .object({
    valid: z.boolean(),
    errors: z.array(z.object({ code: z.string(), message: z.string(), field: z.string().optional() })),
    preview: z
      .object({
        tokensTotal: Tokens,
        distributions: z.array(
          z.object({ stakeholderTypeCode: z.string(), partnerUserId: z.string(), tokens: Tokens }),
        ),
        returnedToPool: Tokens,
        campaignId: ObjectId.nullable(),
        tokenPoolId: ObjectId,
        poolBalanceBefore: Tokens,
        poolBalanceAfter: Tokens,
        /** Place of the campaign's tier that the amount falls into, counted from 0. */
        tierMatched: z.int().nullable(),
      })
      .optional(),
  })
  .meta({ id: "Validation" });
export type Validation = z.output<typeof Validation>;
