import { z } from "zod";
import { eventType } from "@/lib/domain/events/schemas";
import { ObjectId, Tokens } from "@/lib/domain/shared/schemas";

export const tokenPoolDepleted = eventType(
  "token_pool.depleted",
  "A token pool is empty, or did not cover an action. Told once until the pool is credited again.",
  z.object({ tokenPoolId: ObjectId, balance: Tokens }),
  { tokenPoolId: "695b9e0d4f1a2b3c4d5e6f80", balance: 0 },
);
