import { count, type SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Ctx } from "@/lib/domain/context";

/** How many rows of a table match. */
export async function countMatching(ctx: Ctx, table: PgTable, where: SQL | undefined): Promise<number> {
  const [counted] = await ctx.db.select({ total: count() }).from(table).where(where);
  return counted!.total;
}
