import { sql } from "drizzle-orm";
import type { Db } from "@/lib/domain/context";
import type { FaultKind } from "@/lib/domain/faults/schemas";

export type TakenFault = { id: string; kind: FaultKind; retryAfterSeconds: number | null };

/** The request that may meet a fault; a shortage of tokens befalls only what can be short of them. */
export type FaultTarget = { partnerId: string; path: string; mayLackTokens: boolean };

/**
 * Takes one use of the oldest fault that fits the request, if any. The row decides: of any number of requests at once
 * exactly as many meet a fault as it has uses left, and those that come too late look at the next one.
 */
export async function takeFault(db: Db, { partnerId, path, mayLackTokens }: FaultTarget): Promise<TakenFault | null> {
  // The statement names its columns as the type does.
  const [taken] = (await db.execute(sql`
    with next as materialized (
      select id from sandbox_faults
      where partner_id = ${partnerId} and remaining > 0
        and (path_prefix is null or starts_with(${path}, path_prefix))
        and (kind <> 'INSUFFICIENT_POOL' or ${mayLackTokens})
      order by created_at, id limit 1 for no key update
    )
    update sandbox_faults set remaining = remaining - 1
    from next where sandbox_faults.id = next.id
    returning sandbox_faults.id, kind, retry_after_seconds as "retryAfterSeconds"`)) as unknown as TakenFault[];
  return taken ?? null;
}
