import { eq } from "drizzle-orm";
import { campaigns } from "@/db/schema/campaigns";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type InTx, inTransaction, type PartnerCtx } from "@/lib/domain/context";
import { ownScope } from "@/lib/domain/events/record-event";
import { requireRunnable } from "@/lib/domain/giving/campaigns/campaign-rules";
import { lockDefault, takeDefaultFlag } from "@/lib/domain/giving/campaigns/default-campaign";
import { moveCampaign, settleCampaign } from "@/lib/domain/giving/campaigns/move-campaign";
import { lockCampaign } from "@/lib/domain/giving/campaigns/own-campaigns";
import { type CampaignRow, presentCampaign } from "@/lib/domain/giving/campaigns/present-campaign";
import type { Campaign, CampaignParams, PatchCampaign } from "@/lib/domain/giving/campaigns/schemas";
import {
  auditedSettings,
  type CampaignSettings,
  changedSettings,
  fieldOf,
  mergeSettings,
  type Setting,
  settingsOf,
} from "@/lib/domain/giving/campaigns/settings";
import { fail } from "@/lib/errors";

/** What may change while a campaign runs: nobody's reward depends on it, but for the limits (contract 6.8). */
const CHANGEABLE_WHILE_ACTIVE: ReadonlySet<Setting> = new Set<Setting>([
  ...(["name", "description", "endsAt"] as const),
  ...(["totalTokens", "tokensPerDay", "tokensPerUser", "tokensPerAction"] as const),
]);

/**
 * Changes a campaign. While it runs, only its names, its end and its budget; completed, nothing. What the clock has decided
 * meanwhile is written down first. A patch that changes nothing writes nothing.
 */
export async function updateCampaign(ctx: PartnerCtx, input: CampaignParams & PatchCampaign): Promise<Campaign> {
  const { campaignId, ...patch } = input;
  return inTransaction(ctx, async (ctx) => {
    if (patch.isDefault) await lockDefault(ctx, campaignId);
    const row = await settleCampaign(ctx, await lockCampaign(ctx, campaignId));
    const before = settingsOf(row);
    const after = mergeSettings(before, patch);
    const changed = changedSettings(before, after);
    requireChangeable(row, changed);
    if (changed.length === 0) return presentCampaign(row, ctx.now);
    await requireRunnable(ctx, after, changed);
    requirePresentRunning(ctx, row, after, changed);

    if (changed.includes("isDefault") && after.isDefault) await takeDefaultFlag(ctx, campaignId);
    const [written] = await ctx.db
      .update(campaigns)
      .set({ ...after, updatedAt: ctx.now })
      .where(eq(campaigns.id, row.id))
      .returning();
    await recordAudit(ctx, {
      action: "campaign.updated",
      targetType: "campaign",
      targetId: row.id,
      ...ownScope(ctx),
      before: auditedSettings(presentCampaign(row, ctx.now), changed),
      after: auditedSettings(presentCampaign(written!, ctx.now), changed),
    });
    return presentCampaign(await applyChange(ctx, written!), ctx.now);
  });
}

function requireChangeable({ status }: CampaignRow, changed: readonly Setting[]): void {
  if (status === "COMPLETED") {
    fail("invalid_state_transition", { message: "A completed campaign stays as it is.", details: { status } });
  }
  if (status !== "ACTIVE") return;
  const fixed = changed.filter((setting) => !CHANGEABLE_WHILE_ACTIVE.has(setting));
  if (fixed.length === 0) return;
  fail("invalid_state_transition", {
    message:
      "While a campaign is active, only name, description, schedule.endsAt and budget may change. Pause it first.",
    details: fixed.map((setting) => ({ field: fieldOf(setting), issue: "cannot change while the campaign is active" })),
  });
}

/** Refuses a budget below what was given, and times that would start or end what runs behind its back. */
function requirePresentRunning(
  ctx: PartnerCtx,
  { status, tokensDistributed: spent }: CampaignRow,
  { totalTokens, startsAt, endsAt }: CampaignSettings,
  changed: readonly Setting[],
): void {
  if (totalTokens !== null && totalTokens < spent) {
    const issue = `must not be below the ${spent} tokens that were given`;
    fail("invalid_state_transition", { details: [{ field: "budget.totalTokens", issue, spent }] });
  }
  const isMoving = status === "ACTIVE" || status === "SCHEDULED";
  if (isMoving && changed.includes("endsAt") && endsAt && endsAt <= ctx.now) {
    const issue = "must lie ahead; to end the campaign now, complete it";
    fail("invalid_schedule", { details: [{ field: "schedule.endsAt", issue }] });
  }
  if (status === "SCHEDULED" && startsAt === null) {
    const issue = "is what a scheduled campaign waits for; pause it first";
    fail("invalid_schedule", { details: [{ field: "schedule.startsAt", issue }] });
  }
}

/** A changed start may have come already, and a changed budget may be used up. */
async function applyChange(ctx: InTx<PartnerCtx>, written: CampaignRow): Promise<CampaignRow> {
  const row = await settleCampaign(ctx, written);
  if (row.status !== "ACTIVE" || row.tokensDistributed !== row.totalTokens) return row;
  return (await moveCampaign(ctx, row, "PAUSED", "BUDGET_EXHAUSTED")) ?? row;
}
