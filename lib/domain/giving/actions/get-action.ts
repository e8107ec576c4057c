import { and, eq } from "drizzle-orm";
import { actions } from "@/db/schema/giving";
import type { PartnerCtx } from "@/lib/domain/context";
import { ownActions } from "@/lib/domain/giving/actions/find-earlier-action";
import type { Action } from "@/lib/domain/giving/actions/schemas";
import { withReversals } from "@/lib/domain/giving/actions/with-reversals";
import { fail } from "@/lib/errors";

/** One action of the partner in this environment. */
export async function getAction(ctx: PartnerCtx, input: { actionId: string }): Promise<Action> {
  const [row] = await ctx.db
    .select()
    .from(actions)
    .where(and(ownActions(ctx), eq(actions.id, input.actionId)));
  if (!row) fail("action_not_found");
  const [action] = await withReversals(ctx, [row]);
  return action!;
}
