import { and, asc, count, desc, eq, gte, lt, sql } from "drizzle-orm";
import { actions } from "@/db/schema/giving";
import type { PartnerCtx } from "@/lib/domain/context";
import { ownActions } from "@/lib/domain/giving/actions/find-earlier-action";
import { presentAction } from "@/lib/domain/giving/actions/present-action";
import type { ActionList, ListActionsQuery } from "@/lib/domain/giving/actions/schemas";
import { offsetOf, pageOf } from "@/lib/domain/shared/page";

/** Actions of the partner in this environment; `externalId` finds those that name the recipient as a stakeholder. */
export async function listActions(ctx: PartnerCtx, input: ListActionsQuery): Promise<ActionList> {
  const where = and(
    ownActions(ctx),
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
  const direction = input.sort === "createdAt" ? asc : desc;
  const [rows, [counted]] = await Promise.all([
    ctx.db
      .select()
      .from(actions)
      .where(where)
      .orderBy(direction(actions.createdAt), direction(actions.id))
      .limit(input.limit)
      .offset(offsetOf(input)),
    ctx.db.select({ total: count() }).from(actions).where(where),
  ]);
  return pageOf(rows.map(presentAction), counted!.total, input);
}
