import { z } from "zod";
import { PUBLIC_PROVIDER_STATUSES } from "@/lib/domain/directory/providers/statuses";

/** Path of what concerns one provider: its id or its slug. */
export const ProviderParams = z.object({ id: z.string().meta({ description: "Id or slug of the provider." }) });
export type ProviderParams = z.output<typeof ProviderParams>;

/** Which provider an answer is about. */
export const ProviderRef = z
  .object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    status: z.enum(PUBLIC_PROVIDER_STATUSES),
    city: z.string(),
    state: z.string(),
  })
  .meta({ id: "ProviderRef" });
export type ProviderRef = z.output<typeof ProviderRef>;
