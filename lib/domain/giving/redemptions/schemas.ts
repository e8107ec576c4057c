import { z } from "zod";
import { REDEMPTION_USES } from "@/lib/domain/giving/token-pools/schemas";
import { Environment, IsoTime, ObjectId, Tokens } from "@/lib/domain/shared/schemas";

export const Redemption = z
  .object({
    id: ObjectId,
    externalId: z.string(),
    environment: Environment,
    tokens: Tokens,
    use: z.enum(REDEMPTION_USES),
    reference: z.string(),
    transactionIds: z.array(ObjectId),
    createdAt: IsoTime,
  })
  .meta({ id: "Redemption" });
export type Redemption = z.output<typeof Redemption>;
