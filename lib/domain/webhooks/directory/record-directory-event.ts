import type { z } from "zod";
import { events } from "@/db/schema/webhooks";
import { insertion } from "@/db/statement";
import type { Ctx, InTx } from "@/lib/domain/context";
import type { EventType } from "@/lib/domain/events/schemas";
import { newPrefixedId } from "@/lib/platform/ids";

/** Inserts rows of directory events, in the transaction of the change they tell of. */
export const insertDirectoryEvents = insertion(events, ["id", "type", "subjectId", "body", "createdAt"]);

/** The row of one event of the directory. It has no partner, and its body is the payload; each delivery puts it into its own envelope. */
export function directoryEventRow({ now }: Pick<Ctx, "now">, type: string, subjectId: string | null, payload: object) {
  return { id: newPrefixedId("evt"), type, subjectId, body: JSON.stringify(payload), createdAt: now };
}

/**
 * Records an event of the directory in the transaction of the change it tells of. The payload passes through the type's
 * schema, so that nothing goes out that the contract does not name.
 */
export async function recordDirectoryEvent<S extends z.ZodType<object>>(
  ctx: InTx<Ctx>,
  type: EventType<S>,
  subjectId: string,
  payload: z.input<S>,
): Promise<void> {
  await insertDirectoryEvents(ctx.db, [directoryEventRow(ctx, type.name, subjectId, type.data.parse(payload))]);
}
