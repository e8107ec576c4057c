import { sql } from "drizzle-orm";
import type { Ctx, InTx } from "@/lib/domain/context";

/**
 * Whether nobody else is at this work now; until the transaction ends nobody else will be. For jobs that all processes
 * run: who does not get the turn leaves the work to who has it.
 */
export async function takeTurn(ctx: InTx<Ctx>, name: string): Promise<boolean> {
  const lock = sql`select pg_try_advisory_xact_lock(hashtextextended(${`turn:${name}`}, 0)) as taken`;
  const [row] = (await ctx.db.execute(lock)) as unknown as { taken: boolean }[];
  return row!.taken;
}
