import { transactions } from "@/db/schema/giving";
import { insertion } from "@/db/statement";

/** Inserts movements on recipients' accounts; the caller posts their entries. */
export const insertTransactions = insertion(transactions, [
  "id",
  "partnerId",
  "environment",
  "type",
  "tokens",
  "partnerUserId",
  "stakeholderTypeCode",
  "actionId",
  "campaignId",
  "tokenPoolId",
  "reversesTransactionId",
  "vestingUntil",
  "expiresAt",
  "createdAt",
]);
