import { and, asc, eq, ne, or, sql } from "drizzle-orm";
import { campaigns } from "@/db/schema/campaigns";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import type { InTx, PartnerCtx } from "@/lib/domain/context";
import { ownScope } from "@/lib/domain/events/record-event";
import { ownCampaigns } from "@/lib/domain/giving/campaigns/own-campaigns";

/**
 * Lets nobody else move the flag of the default campaign until the transaction ends. Holds the campaign that has it and the
 * one that is to get it, in the order of their ids, as submits do: call it before locking either.
 */
export async function lockDefault(ctx: InTx<PartnerCtx>, heirId: string): Promise<void> {
  const turn = `default-campaign:${ctx.partner.id}:${ctx.environment}`;
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`);
  await ctx.db
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(and(ownCampaigns(ctx), or(eq(campaigns.isDefault, true), eq(campaigns.id, heirId))))
    .orderBy(asc(campaigns.id))
    .for("no key update");
}

/** Takes the flag from whichever other campaign has it. */
export async function takeDefaultFlag(ctx: InTx<PartnerCtx>, heirId: string): Promise<void> {
  const former = await ctx.db
    .update(campaigns)
    .set({ isDefault: false, updatedAt: ctx.now })
    .where(and(ownCampaigns(ctx), eq(campaigns.isDefault, true), ne(campaigns.id, heirId)))
    .returning({ id: campaigns.id });
  for (const { id } of former) {
    await recordAudit(ctx, {
      action: "campaign.updated",
      targetType: "campaign",
      targetId: id,
      ...ownScope(ctx),
      before: { isDefault: true },
      after: { isDefault: false },
      reason: `${heirId} is the default campaign now`,
    });
  }
}
