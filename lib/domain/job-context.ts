import { database } from "@/db/client";
import type { Ctx } from "@/lib/domain/context";
import { newPrefixedId } from "@/lib/platform/ids";

/** The context of one run of a job, on the process's database, at this moment. */
export function jobCtx(name: string): Ctx {
  return { db: database().db, now: new Date(), requestId: newPrefixedId("req"), actor: { type: "job", name } };
}
