import { z } from "zod";
import { IsoTime, Tokens } from "@/lib/domain/shared/schemas";

const Calls = z.int();

/**
 * What an act would have done to the last seven days of real traffic: calls with the partner's keys that were let in, that
 * is, not answered 401, 403 or 429. `keys` and `routes` hold the ten with the most calls.
 */
export const BlastRadius = z
  .object({
    from: IsoTime,
    to: IsoTime,
    callsRefused: Calls,
    callsTotal: Calls,
    worstHour: z.object({ at: IsoTime, calls: Calls }).nullable(),
    keys: z.array(z.object({ id: z.string(), name: z.string(), calls: Calls })),
    routes: z.array(z.object({ method: z.string(), route: z.string(), calls: Calls })),
    /** When tokens are taken out of a pool: how long what is left lasts at the pace of these days; null for ever. */
    pool: z.object({ balance: Tokens, distributedTokens: Tokens, runwayDays: z.number().nullable() }).optional().meta({
      description: "Where tokens are taken out of a pool; runwayDays is null while nothing is drawn from it.",
    }),
    /** What the figures leave out. */
    note: z.string().optional(),
  })
  .meta({ id: "BlastRadius" });
export type BlastRadius = z.output<typeof BlastRadius>;
