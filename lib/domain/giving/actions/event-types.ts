import { z } from "zod";
import { eventType } from "@/lib/domain/events/schemas";
import { ACTION_STATUSES, Distribution } from "@/lib/domain/giving/actions/schemas";
import { ObjectId, Tokens } from "@/lib/domain/shared/schemas";

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
);
