import { and, eq } from "drizzle-orm";
import { campaigns } from "@/db/schema/campaigns";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import type { Ctx, InTx } from "@/lib/domain/context";
import { recordEvent } from "@/lib/domain/events/record-event";
import {
  campaignBudgetExhausted,
  campaignStarted,
  campaignStatusChanged,
} from "@/lib/domain/giving/campaigns/event-types";
import type { CampaignRow } from "@/lib/domain/giving/campaigns/present-campaign";
import { canMove, dueStatus } from "@/lib/domain/giving/campaigns/state";
import type { CampaignStatus, ChangeReason } from "@/lib/domain/giving/campaigns/statuses";

/**
 * Moves a campaign from the status of `row` to another one, with audit and events. The update is conditional: of several at
 * once one moves it. Returns the row as it is then, or null when its status is another one by now.
 */
export async function moveCampaign(
  ctx: InTx<Ctx>,
  row: CampaignRow,
  to: CampaignStatus,
  reason: ChangeReason,
): Promise<CampaignRow | null> {
  const { id, partnerId, environment, status: from } = row;
  if (!canMove(from, to)) throw new Error(`campaign ${id}: no way leads from ${from} to ${to}`);
  const pauseReason = to === "PAUSED" && reason !== "SCHEDULE" ? reason : null;
  const [moved] = await ctx.db
    .update(campaigns)
    .set({ status: to, pauseReason, updatedAt: ctx.now })
    .where(and(eq(campaigns.id, id), eq(campaigns.status, from)))
    .returning();
  if (!moved) return null;

  const scope = { partnerId, environment };
  await recordEvent(ctx, scope, campaignStatusChanged, { campaignId: id, from, to, reason });
  if (to === "ACTIVE" && from !== "PAUSED") {
    const startsAt = (row.startsAt ?? ctx.now).toISOString();
    await recordEvent(ctx, scope, campaignStarted, { campaignId: id, name: row.name, startsAt });
  }
  if (reason === "BUDGET_EXHAUSTED" && moved.totalTokens !== null) {
    await recordEvent(ctx, scope, campaignBudgetExhausted, { campaignId: id, totalTokens: moved.totalTokens });
  }
  await recordAudit(ctx, {
    action: "campaign.status_changed",
    targetType: "campaign",
    targetId: id,
    ...scope,
    before: { status: from, pauseReason: row.pauseReason },
    after: { status: to, pauseReason },
    reason,
  });
  return moved;
}

/** Writes down what the clock has decided of a campaign; returns the row as it stands at this moment. */
export async function settleCampaign(ctx: InTx<Ctx>, row: CampaignRow): Promise<CampaignRow> {
  const due = dueStatus(row, ctx.now);
  const moved = due && (await moveCampaign(ctx, row, due, "SCHEDULE"));
  return moved ? settleCampaign(ctx, moved) : row;
}
