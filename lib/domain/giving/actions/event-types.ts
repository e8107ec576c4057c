import { z } from "zod";
import { eventType } from "@/lib/domain/events/schemas";
import { ACTION_STATUSES, Distribution, REVERSAL_REASONS } from "@/lib/domain/giving/actions/schemas";
import { ObjectId, Tokens } from "@/lib/domain/shared/schemas";

const orderSample = {
  actionId: "695b9e0d4f1a2b3c4d5e6f72",
  idempotencyKey: "order-7001",
  actionType: "PURCHASE",
};

export const actionCompleted = eventType(
  "action.completed",
  "A reward was issued.",
  z.object({
    actionId: ObjectId,
    idempotencyKey: z.string(),
    actionType: z.string(),
    status: z.enum(ACTION_STATUSES),
    tokensDistributed: Tokens,
    transactionIds: z.array(ObjectId),
    campaignId: ObjectId.nullable(),
    tokenPoolId: ObjectId,
    distributions: z.array(Distribution),
  }),
  {
    ...orderSample,
    status: "COMPLETED",
    tokensDistributed: 50,
    transactionIds: ["695b9e0d4f1a2b3c4d5e6f73"],
    campaignId: null,
    tokenPoolId: "695b9e0d4f1a2b3c4d5e6f80",
    distributions: [
      {
        stakeholderTypeCode: "CUSTOMER",
        partnerUserId: "cust-314",
        tokens: 50,
        transactionId: "695b9e0d4f1a2b3c4d5e6f73",
        vestingUntil: null,
        expiresAt: null,
      },
    ],
  },
);

export const actionFailed = eventType(
  "action.failed",
  "An action was refused and kept as failed; the same key and payload may be sent again.",
  z.object({
    actionId: ObjectId,
    idempotencyKey: z.string(),
    actionType: z.string(),
    failureCode: z.string(),
    message: z.string(),
  }),
  { ...orderSample, failureCode: "INSUFFICIENT_POOL", message: "The token pool does not cover this action." },
);

export const transactionCompleted = eventType(
  "transaction.completed",
  "Tokens were credited to one stakeholder.",
  z.object({
    transactionId: ObjectId,
    actionId: ObjectId,
    externalId: z.string(),
    stakeholderTypeCode: z.string(),
    tokens: Tokens,
  }),
  {
    transactionId: "695b9e0d4f1a2b3c4d5e6f73",
    actionId: "695b9e0d4f1a2b3c4d5e6f72",
    externalId: "cust-314",
    stakeholderTypeCode: "CUSTOMER",
    tokens: 50,
  },
);

export const actionReversed = eventType(
  "action.reversed",
  "Tokens of an action were taken back, in whole or in part.",
  z.object({
    actionId: ObjectId,
    idempotencyKey: z.string(),
    status: z.enum(["REVERSED", "PARTIALLY_REVERSED"]),
    tokensReversed: Tokens,
    totalReversed: Tokens,
    tokensUnrecoverable: Tokens,
    reason: z.enum(REVERSAL_REASONS),
    transactionIds: z.array(ObjectId),
  }),
  {
    actionId: orderSample.actionId,
    idempotencyKey: "refund-7001",
    status: "PARTIALLY_REVERSED",
    tokensReversed: 20,
    totalReversed: 20,
    tokensUnrecoverable: 0,
    reason: "REFUND",
    transactionIds: ["695b9e0d4f1a2b3c4d5e6f75"],
  },
);

export const transactionReversed = eventType(
  "transaction.reversed",
  "Tokens were taken back from one stakeholder.",
  z.object({
    transactionId: ObjectId,
    actionId: ObjectId,
    externalId: z.string(),
    stakeholderTypeCode: z.string(),
    tokens: Tokens,
    reversesTransactionId: ObjectId,
  }),
  {
    transactionId: "695b9e0d4f1a2b3c4d5e6f75",
    actionId: orderSample.actionId,
    externalId: "cust-314",
    stakeholderTypeCode: "CUSTOMER",
    tokens: 20,
    reversesTransactionId: "695b9e0d4f1a2b3c4d5e6f73",
  },
);
