import { z } from "zod";
import { Environment, IsoTime, IsoTimeInput, ObjectId } from "@/lib/domain/shared/schemas";

/** Which half of its pair a request presented; each has limits of its own. */
export const KEY_CLASSES = ["pk", "sk"] as const;
export type KeyClass = (typeof KEY_CLASSES)[number];

export const UsageQuery = z.strictObject({
  from: IsoTimeInput.optional(),
  to: IsoTimeInput.optional(),
  partnerId: ObjectId.optional(),
  environment: Environment.optional(),
});
export type UsageQuery = z.output<typeof UsageQuery>;

const Count = z.int().meta({ example: 12 });
/** `rateLimited` are among the client errors. */
const Outcomes = z.object({
  calls: Count,
  succeeded: Count,
  clientErrors: Count,
  serverErrors: Count,
  rateLimited: Count,
});
const Milliseconds = z.number().nullable().meta({ example: 8.4 });

/** What was called in a span of time: in all, by the hour or day, and by what stands out. Null where nothing was called. */
export const Usage = z
  .object({
    period: z.object({ from: IsoTime, to: IsoTime }),
    interval: z.enum(["hour", "day"]),
    totals: Outcomes.extend({ p50Ms: Milliseconds, p95Ms: Milliseconds }),
    series: z.array(Outcomes.extend({ t: IsoTime })),
    topPartners: z.array(Outcomes.extend({ partnerId: z.string(), name: z.string() })),
    topRoutes: z.array(Outcomes.extend({ method: z.string(), route: z.string() })),
    topErrorCodes: z.array(z.object({ code: z.string(), status: z.int(), calls: Count, partners: Count })),
  })
  .meta({ id: "Usage" });
export type Usage = z.output<typeof Usage>;
