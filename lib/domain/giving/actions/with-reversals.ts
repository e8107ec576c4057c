import { inArray } from "drizzle-orm";
import type { actions } from "@/db/schema/giving";
import { actionReversals } from "@/db/schema/lots";
import type { PartnerCtx } from "@/lib/domain/context";
import { presentAction } from "@/lib/domain/giving/actions/present-action";
import type { Action, ActionStatus } from "@/lib/domain/giving/actions/schemas";

const REVERSED = new Set<ActionStatus>(["REVERSED", "PARTIALLY_REVERSED"]);

/** Actions that the caller was found to own, as the API shows them. Asks for reversals only where there are some. */
export async function withReversals(
  ctx: PartnerCtx,
  rows: readonly (typeof actions.$inferSelect)[],
): Promise<Action[]> {
  const ids = rows.filter((row) => REVERSED.has(row.status)).map((row) => row.id);
  if (ids.length === 0) return rows.map((row) => presentAction(row, []));
  const reversals = await ctx.db
    .select()
    .from(actionReversals)
    .where(inArray(actionReversals.actionId, ids))
    .orderBy(actionReversals.createdAt, actionReversals.id);
  return rows.map((row) =>
    presentAction(
      row,
      reversals.filter((reversal) => reversal.actionId === row.id),
    ),
  );
}
