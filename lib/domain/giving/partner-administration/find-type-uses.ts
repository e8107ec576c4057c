import { and, eq, gte, inArray, ne, sql } from "drizzle-orm";
import { campaigns } from "@/db/schema/campaigns";
import { actionTallies, tokenPools, transactions } from "@/db/schema/giving";
import type { Ctx, InTx } from "@/lib/domain/context";
import { effectiveStatus } from "@/lib/domain/giving/campaigns/state";
import type { PartnerRow } from "@/lib/domain/partners/write-partner";
import { DAY_MS } from "@/lib/domain/shared/duration";
import { fail } from "@/lib/errors";

/** A type that came in an action so recently is one that the partner's systems still send. */
export const IN_USE_DAYS = 30;

/** Where a type is used: in words, one for each place. */
export type TypeUses = { type: string; places: string[] };

const since = (now: Date) => new Date(now.getTime() - IN_USE_DAYS * DAY_MS);

async function openCampaigns(ctx: InTx<Ctx>, partnerId: string) {
  const rows = await ctx.db.select().from(campaigns).where(eq(campaigns.partnerId, partnerId));
  return rows.filter((row) => effectiveStatus(row, ctx.now) !== "COMPLETED");
}

/** Types that came in actions of late. The counts of the days answer it, however many actions there were. */
async function recentActionTypes(ctx: InTx<Ctx>, partnerId: string, types: readonly string[]): Promise<Set<string>> {
  const rows = await ctx.db
    .select({ type: actionTallies.actionType })
    .from(actionTallies)
    .where(
      and(
        eq(actionTallies.partnerId, partnerId),
        gte(actionTallies.day, since(ctx.now)),
        inArray(actionTallies.actionType, [...types]),
      ),
    )
    .groupBy(actionTallies.actionType)
    .having(sql`sum(${actionTallies.count}) > 0`);
  return new Set(rows.map(({ type }) => type));
}

/** What of a partner needs an action type: campaigns that are not over, pools' restrictions, actions of late, donations. */
export async function findActionTypeUses(
  ctx: InTx<Ctx>,
  partner: PartnerRow,
  types: readonly string[],
): Promise<TypeUses[]> {
  if (types.length === 0) return [];
  const [open, pools, recent] = await Promise.all([
    openCampaigns(ctx, partner.id),
    ctx.db
      .select({ name: tokenPools.name, restrictions: tokenPools.restrictions })
      .from(tokenPools)
      .where(and(eq(tokenPools.partnerId, partner.id), ne(tokenPools.status, "CLOSED"))),
    recentActionTypes(ctx, partner.id, types),
  ]);
  return types.map((type) => ({
    type,
    places: [
      ...open.filter(({ actionTypes }) => actionTypes.includes(type)).map(({ name }) => `campaign “${name}”`),
      ...pools
        .filter(({ restrictions }) => restrictions.allowedActionTypes?.includes(type))
        .map(({ name }) => `token pool “${name}”`),
      ...(recent.has(type) ? [`actions of the last ${IN_USE_DAYS} days`] : []),
      ...(type === "DONATION" ? donationsOf(partner) : []),
    ],
  }));
}

/** What of a partner needs a stakeholder type: splits of campaigns that are not over, rewards of late, donations. */
export async function findStakeholderTypeUses(
  ctx: InTx<Ctx>,
  partner: PartnerRow,
  types: readonly string[],
): Promise<TypeUses[]> {
  if (types.length === 0) return [];
  const [open, recent] = await Promise.all([
    openCampaigns(ctx, partner.id),
    ctx.db
      .selectDistinctOn([transactions.stakeholderTypeCode], { type: transactions.stakeholderTypeCode })
      .from(transactions)
      .where(
        and(
          eq(transactions.partnerId, partner.id),
          gte(transactions.createdAt, since(ctx.now)),
          inArray(transactions.stakeholderTypeCode, [...types]),
        ),
      ),
  ]);
  return types.map((type) => ({
    type,
    places: [
      ...open
        .filter(({ splits }) => splits.some(({ stakeholderTypeCode }) => stakeholderTypeCode === type))
        .map(({ name }) => `campaign “${name}”`),
      ...(recent.some((one) => one.type === type) ? [`rewards of the last ${IN_USE_DAYS} days`] : []),
      ...(type === "DONOR" ? donationsOf(partner) : []),
    ],
  }));
}

/** Donors are rewarded with an action that the platform submits itself. */
function donationsOf({ enabledFeatures }: PartnerRow): string[] {
  return enabledFeatures.includes("DONATIONS") ? ["the feature DONATIONS"] : [];
}

/** Fails with `invalid_state_transition`, naming each type that is used and where. */
export function requireUnused(uses: readonly TypeUses[]): void {
  const details = uses
    .filter(({ places }) => places.length > 0)
    .map(({ type, places }) => ({ item: type, issue: `${type} is used by ${places.join(", ")}`, places }));
  if (details.length > 0) {
    fail("invalid_state_transition", { message: "A type that is in use cannot be removed.", details });
  }
}
