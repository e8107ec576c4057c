import { z } from "zod";
import { StakeholderTypeCode } from "@/lib/domain/giving/actions/schemas";
import { ExternalId } from "@/lib/domain/giving/users/schemas";
import { IsoTime, IsoTimeInput, listOf, ObjectId, PageQuery, Sort, Tokens } from "@/lib/domain/shared/schemas";

export const TRANSACTION_TYPES = ["DISTRIBUTION", "REVERSAL", "VESTING_RELEASE", "EXPIRATION", "REDEMPTION"] as const;
export type TransactionType = (typeof TRANSACTION_TYPES)[number];

export const TRANSACTION_STATUSES = ["COMPLETED", "REVERSED", "PARTIALLY_REVERSED"] as const;

export const Transaction = z
  .object({
    id: ObjectId,
    type: z.enum(TRANSACTION_TYPES),
    status: z.enum(TRANSACTION_STATUSES),
    tokens: Tokens,
    externalId: z.string(),
    stakeholderTypeCode: StakeholderTypeCode.nullable(),
    actionId: ObjectId.nullable(),
    campaignId: ObjectId.nullable(),
    tokenPoolId: ObjectId,
    reversesTransactionId: ObjectId.nullable(),
    vestingUntil: IsoTime.nullable(),
    expiresAt: IsoTime.nullable(),
    createdAt: IsoTime,
  })
  .meta({ id: "Transaction" });
export type Transaction = z.output<typeof Transaction>;

export const TransactionList = listOf(Transaction);
export type TransactionList = z.output<typeof TransactionList>;

export const TransactionParams = z.strictObject({ transactionId: z.string().max(64) });
export type TransactionParams = z.output<typeof TransactionParams>;

const filters = {
  type: z.enum(TRANSACTION_TYPES).optional(),
  status: z.enum(TRANSACTION_STATUSES).optional(),
  from: IsoTimeInput.optional(),
  to: IsoTimeInput.optional(),
};

export const ListUserTransactionsQuery = PageQuery.extend(filters);
export type ListUserTransactionsQuery = z.output<typeof ListUserTransactionsQuery>;

export const ListTransactionsQuery = PageQuery.extend({
  sort: Sort,
  ...filters,
  externalId: ExternalId.optional(),
  actionId: ObjectId.optional(),
  campaignId: ObjectId.optional(),
  tokenPoolId: ObjectId.optional(),
});
export type ListTransactionsQuery = z.output<typeof ListTransactionsQuery>;
