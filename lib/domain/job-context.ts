import { connection } from "@/lib/domain/connection";
import type { Ctx } from "@/lib/domain/context";
import { newPrefixedId } from "@/lib/platform/ids";

/** The context of one run of a job, on the process's database, at this moment. */
export function jobCtx(name: string): Ctx {
  return { db: connection(), now: new Date(), requestId: newPrefixedId("req"), actor: { type: "job", name } };
}
