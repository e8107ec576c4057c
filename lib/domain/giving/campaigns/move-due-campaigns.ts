import { and, asc, lte, or, sql } from "drizzle-orm";
import { campaigns } from "@/db/schema/campaigns";
import { type Ctx, inTransaction } from "@/lib/domain/context";
import { settleCampaign } from "@/lib/domain/giving/campaigns/move-campaign";

/**
 * Writes down some of the starts and ends whose time has come, with their events. Whoever else holds a campaign, a submit or
 * the same job elsewhere, is not waited for: it comes next time. Returns how many there were.
 */
export async function moveDueCampaigns(ctx: Ctx, input: { limit: number }): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const due = await ctx.db
      .select()
      .from(campaigns)
      .where(
        or(
          // As text, not as parameters: so the partial indexes serve every plan.
          and(sql`${campaigns.status} = 'SCHEDULED'`, lte(campaigns.startsAt, ctx.now)),
          and(sql`${campaigns.status} = 'ACTIVE'`, lte(campaigns.endsAt, ctx.now)),
        ),
      )
      .orderBy(asc(campaigns.id))
      .limit(input.limit)
      .for("no key update", { skipLocked: true });
    for (const row of due) await settleCampaign(ctx, row);
    return due.length;
  });
}
