import { z } from "zod";
import { eventType } from "@/lib/domain/events/schemas";
import { IsoTime, Tokens } from "@/lib/domain/shared/schemas";

const data = z.object({ externalId: z.string(), tokens: Tokens, at: IsoTime });
const sample = { externalId: "cust-314", tokens: 4, at: "2026-02-01T00:00:00.000Z" };

export const userTokensVested = eventType(
  "user.tokens_vested",
  "Tokens of a recipient became available. Told when it is booked, shortly after `at`.",
  data,
  sample,
);

export const userTokensExpiring = eventType(
  "user.tokens_expiring",
  "Tokens of a recipient expire at `at`, in seven days at most.",
  data,
  sample,
);

export const userTokensExpired = eventType(
  "user.tokens_expired",
  "Tokens of a recipient expired. Told when it is booked, shortly after `at`.",
  data,
  sample,
);
