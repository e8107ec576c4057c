import { z } from "zod";
import { Environment, IsoTime, IsoTimeInput, text } from "@/lib/domain/shared/schemas";

/** A kind of event: its name, when it fires, the schema of its `data` beside `environment`, and a sample of that. */
export type EventType<S extends z.ZodType = z.ZodType> = {
  name: string;
  description: string;
  data: S;
  sample: Record<string, unknown>;
};

/** Declares a kind of event. Catalogue, documents, test calls and subscriptions all come from this one place. */
export function eventType<S extends z.ZodType>(
  name: string,
  description: string,
  data: S,
  sample: z.input<S> & Record<string, unknown>,
): EventType<S> {
  return { name, description, data, sample };
}

/** What a delivery's body says and the list of events repeats. */
export const Envelope = z
  .object({
    id: z.string().meta({ example: "evt_695b9e0d4f1a2b3c4d5e6f71" }),
    type: z.string().meta({ example: "action.completed" }),
    createdAt: IsoTime,
    data: z.looseObject({ environment: Environment }),
  })
  .meta({ id: "EventEnvelope" });
export type Envelope = z.output<typeof Envelope>;

const LIMIT_MAX = 100;

export const ListEventsQuery = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,18}\.\d{1,18}$/, "must be the nextCursor of an earlier answer")
    .optional()
    .meta({ example: "7481.312" }),
  limit: z
    .string()
    .regex(/^\d{1,9}$/, "must be a whole number")
    .transform(Number)
    .pipe(z.int().min(1).max(LIMIT_MAX, `must be at most ${LIMIT_MAX}`))
    .default(50)
    .meta({ example: 50 }),
  types: text(1, 2000)
    .transform((list) => list.split(","))
    .optional()
    .meta({ example: "action.completed,action.failed" }),
  from: IsoTimeInput.optional(),
});
export type ListEventsQuery = z.output<typeof ListEventsQuery>;

export const EventPage = z.object({ data: z.array(Envelope), nextCursor: z.string().nullable() });
export type EventPage = z.output<typeof EventPage>;
