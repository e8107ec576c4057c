import { z } from "zod";
import type { PartnerCtx } from "@/lib/domain/context";
import type { EventType } from "@/lib/domain/events/schemas";
import { Environment } from "@/lib/domain/shared/schemas";
import { sampleData } from "@/lib/domain/webhooks/sample-event";
import type { EventTypeList } from "@/lib/domain/webhooks/schemas";

const SAMPLE = { id: "evt_695b9e0d4f1a2b3c4d5e6f71", createdAt: "2026-01-01T00:01:01.000Z" };

/** JSON Schema of an event's data, open to new fields. */
function schemaOf(type: EventType): Record<string, unknown> {
  // Every event declares an object.
  const data = (type.data as z.ZodObject).safeExtend({ environment: Environment });
  return z.toJSONSchema(data, {
    io: "output",
    override: ({ jsonSchema }) => {
      delete jsonSchema.additionalProperties;
    },
  });
}

/** The verb that lists a surface's events: when each fires, a sample of its envelope, the schema of its data. */
export function listEventTypesOf(catalogue: readonly EventType[]) {
  const described = catalogue.map((type) => ({ type, schema: schemaOf(type) }));
  return async (ctx: PartnerCtx): Promise<EventTypeList> => ({
    data: described.map(({ type, schema }) => {
      const { id, createdAt } = SAMPLE;
      const sample = { id, type: type.name, createdAt, data: sampleData(type, ctx.environment) };
      return { type: type.name, description: type.description, sample, schema };
    }),
  });
}
