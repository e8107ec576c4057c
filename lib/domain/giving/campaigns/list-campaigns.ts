import { and, count, desc, eq, type SQL, sql } from "drizzle-orm";
import { campaigns } from "@/db/schema/campaigns";
import type { PartnerCtx } from "@/lib/domain/context";
import { ownCampaigns } from "@/lib/domain/giving/campaigns/own-campaigns";
import { presentCampaign } from "@/lib/domain/giving/campaigns/present-campaign";
import type { CampaignList, ListCampaignsQuery } from "@/lib/domain/giving/campaigns/schemas";
import { offsetOf, pageOf } from "@/lib/domain/shared/page";

/** `effectiveStatus` in SQL: where a campaign stands at this moment, whether a job has written it down or not. */
function statusAt(now: Date): SQL {
  const at = sql`${now.toISOString()}::timestamptz`;
  return sql`case
    when ${campaigns.status} in ('SCHEDULED', 'ACTIVE') and ${campaigns.endsAt} <= ${at} then 'COMPLETED'
    when ${campaigns.status} = 'SCHEDULED' and ${campaigns.startsAt} <= ${at} then 'ACTIVE'
    else ${campaigns.status} end`;
}

/** The partner's campaigns in this environment, newest first. */
export async function listCampaigns(ctx: PartnerCtx, input: ListCampaignsQuery): Promise<CampaignList> {
  const where = and(
    ownCampaigns(ctx),
    input.status && eq(statusAt(ctx.now), input.status),
    input.actionType === undefined ? undefined : sql`${input.actionType} = any(${campaigns.actionTypes})`,
  );
  const [rows, [counted]] = await Promise.all([
    ctx.db
      .select()
      .from(campaigns)
      .where(where)
      .orderBy(desc(campaigns.createdAt), desc(campaigns.id))
      .limit(input.limit)
      .offset(offsetOf(input)),
    ctx.db.select({ total: count() }).from(campaigns).where(where),
  ]);
  return pageOf(
    rows.map((row) => presentCampaign(row, ctx.now)),
    counted!.total,
    input,
  );
}
