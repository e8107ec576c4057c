import { tokenLots } from "@/db/schema/lots";
import { insertion } from "@/db/statement";

/** Inserts lots as their transactions issue them; what becomes of them comes later. */
export const insertLots = insertion(tokenLots, [
  "transactionId",
  "partnerId",
  "environment",
  "partnerUserId",
  "tokenPoolId",
  "tokens",
  "released",
  "issuedAt",
  "vestsFrom",
  "vestingSteps",
  "stepDays",
  "expiresAt",
  "returnsToPool",
  "redemption",
]);
