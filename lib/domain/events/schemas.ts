import type { z } from "zod";

/** A kind of event: its name, when it fires, and the schema of its `data` beside `environment`. */
export type EventType<S extends z.ZodType = z.ZodType> = { name: string; description: string; data: S };

export function eventType<S extends z.ZodType>(name: string, description: string, data: S): EventType<S> {
  return { name, description, data };
}
