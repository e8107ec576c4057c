import type { EventType } from "@/lib/domain/events/schemas";
import type { Environment } from "@/lib/domain/shared/schemas";

/** The sample of an event type as data of this environment, whichever the sample itself names. */
export function sampleData(type: EventType, environment: Environment): Record<string, unknown> {
  const { environment: _, ...sample } = type.sample;
  return { environment, ...sample };
}
