import { z } from "zod";
import { eventType } from "@/lib/domain/events/schemas";
import { POOL_REQUEST_STATUSES } from "@/lib/domain/giving/token-pools/schemas";
import { ObjectId, Tokens } from "@/lib/domain/shared/schemas";

const POOL_ID = "695b9e0d4f1a2b3c4d5e6f80";

export const tokenPoolDepleted = eventType(
  "token_pool.depleted",
  "A token pool is empty, or did not cover an action. Told once until the pool is credited again.",
  z.object({ tokenPoolId: ObjectId, balance: Tokens }),
  { tokenPoolId: POOL_ID, balance: 0 },
);

export const tokenPoolLowBalance = eventType(
  "token_pool.low_balance",
  "A token pool's balance fell below its threshold. Told again once the balance has been back at the threshold.",
  z.object({ tokenPoolId: ObjectId, balance: Tokens, threshold: Tokens }),
  { tokenPoolId: POOL_ID, balance: 4_950, threshold: 5_000 },
);

export const tokenPoolAllocated = eventType(
  "token_pool.allocated",
  "The platform added tokens to a pool.",
  z.object({ tokenPoolId: ObjectId, amount: Tokens, balance: Tokens }),
  { tokenPoolId: POOL_ID, amount: 50_000, balance: 54_950 },
);

export const tokenPoolAutoRefilled = eventType(
  "token_pool.auto_refilled",
  "A token pool refilled itself by its auto-refill rule.",
  z.object({ tokenPoolId: ObjectId, amount: Tokens, balance: Tokens, usedThisMonth: Tokens }),
  { tokenPoolId: POOL_ID, amount: 10_000, balance: 14_950, usedThisMonth: 10_000 },
);

export const tokenPoolRequestUpdated = eventType(
  "token_pool.request_updated",
  "A request for more tokens was decided.",
  z.object({
    requestId: z.string(),
    status: z.enum(POOL_REQUEST_STATUSES),
    approvedAmount: Tokens.nullable(),
  }),
  { requestId: "tpr_695b9e0d4f1a2b3c4d5e6f81", status: "APPROVED", approvedAmount: 50_000 },
);
