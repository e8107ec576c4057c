import { z } from "zod";
import { CreateApiClient, RATE_LIMIT_MAX } from "@/lib/domain/api-clients/schemas";
import { API_SCOPES } from "@/lib/domain/api-clients/scopes";

/** The limit as a person types it. */
const RateLimit = z
  .string()
  .transform((text) => Number(text.replaceAll(",", "").trim() || Number.NaN))
  .refine(
    (limit) => Number.isInteger(limit) && limit >= 1 && limit <= RATE_LIMIT_MAX,
    `Give a whole number from 1 to ${RATE_LIMIT_MAX.toLocaleString("en")}.`,
  );

/** What can be set of a client. */
export const ApiClientForm = z.object({
  name: CreateApiClient.shape.name,
  scopes: z.array(z.enum(API_SCOPES)).min(1, "Choose at least one scope: without one every call is refused."),
  rateLimit: RateLimit,
});
export type ApiClientForm = z.output<typeof ApiClientForm>;

/** The same, with its owner: a partner's id, or nothing for the platform. */
export const NewApiClientForm = ApiClientForm.extend({ ownerId: z.string() });
export type NewApiClientForm = z.output<typeof NewApiClientForm>;
