import { and, asc, count, desc, eq, getTableColumns, gte, lt, type SQL, sql } from "drizzle-orm";
import { actions } from "@/db/schema/giving";
import type { PartnerCtx } from "@/lib/domain/context";
import { ownActions } from "@/lib/domain/giving/actions/find-earlier-action";
import type { ActionList, ListActionsQuery } from "@/lib/domain/giving/actions/schemas";
import { withReversals } from "@/lib/domain/giving/actions/with-reversals";
import { ACTIONS, listStretches } from "@/lib/domain/giving/tallies/list-stretches";
import { findWindow } from "@/lib/domain/shared/find-window";
import { offsetOf, pageOf } from "@/lib/domain/shared/page";

/** Actions of the partner in this environment; `externalId` finds those that name the recipient as a stakeholder. */
export async function listActions(ctx: PartnerCtx, input: ListActionsQuery): Promise<ActionList> {
  const { externalId, idempotencyKey, status, actionType, campaignId, tokenPoolId } = input;
  const where = matching(input);
  if (externalId !== undefined || idempotencyKey !== undefined) {
    const [rows, [counted]] = await Promise.all([
      readActions(ctx, where, input, offsetOf(input)),
      ctx.db
        .select({ total: count() })
        .from(actions)
        .where(and(ownActions(ctx), where)),
    ]);
    return pageOf(await withReversals(ctx, rows), counted!.total, input);
  }
  const stretches = await listStretches(ctx, ACTIONS, { status, actionType, campaignId, tokenPoolId }, input);
  const total = stretches.reduce((sum, stretch) => sum + stretch.count, 0);
  const window = findWindow(stretches, input);
  if (!window) return pageOf([], total, input);
  const within = and(where, gte(actions.createdAt, window.from), lt(actions.createdAt, window.to));
  const rows = await readActions(ctx, within, input, window.offset);
  return pageOf(await withReversals(ctx, rows), total, input);
}

function matching(input: ListActionsQuery): SQL | undefined {
  return and(
    input.status && eq(actions.status, input.status),
    input.actionType === undefined ? undefined : eq(actions.actionType, input.actionType),
    input.campaignId === undefined ? undefined : eq(actions.campaignId, input.campaignId),
    input.tokenPoolId === undefined ? undefined : eq(actions.tokenPoolId, input.tokenPoolId),
    input.idempotencyKey === undefined ? undefined : eq(actions.idempotencyKey, input.idempotencyKey),
    input.externalId
      ? sql`${actions.stakeholders} @> ${JSON.stringify([{ partnerUserId: input.externalId }])}::jsonb`
      : undefined,
    input.from && gte(actions.createdAt, input.from),
    input.to && lt(actions.createdAt, input.to),
  );
}

/** Rows are passed over in the index; only those shown are read whole. */
function readActions(ctx: PartnerCtx, where: SQL | undefined, { sort, limit }: ListActionsQuery, offset: number) {
  const direction = sort === "createdAt" ? asc : desc;
  const order = [direction(actions.createdAt), direction(actions.id)];
  const shown = ctx.db
    .select({ id: actions.id })
    .from(actions)
    .where(and(ownActions(ctx), where))
    .orderBy(...order)
    .limit(limit)
    .offset(offset)
    .as("shown");
  return ctx.db
    .select(getTableColumns(actions))
    .from(shown)
    .innerJoin(actions, eq(actions.id, shown.id))
    .orderBy(...order);
}
