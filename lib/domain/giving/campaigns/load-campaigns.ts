import { and, asc, inArray, or, type SQL, sql } from "drizzle-orm";
import { campaignRecipients, campaigns } from "@/db/schema/campaigns";
import { inScope, statement } from "@/db/statement";
import type { InTx, PartnerCtx } from "@/lib/domain/context";
import { type CampaignRow, scheduleOf } from "@/lib/domain/giving/campaigns/present-campaign";
import type { RewardTerms } from "@/lib/domain/giving/campaigns/reward";
import type { CampaignSchedule } from "@/lib/domain/giving/campaigns/schedule";
import type { CampaignState } from "@/lib/domain/giving/campaigns/spending";
import type { Standing } from "@/lib/domain/giving/campaigns/state";

/** A campaign as an action sees it. */
export type LoadedCampaign = {
  id: string;
  isDefault: boolean;
  actionTypes: readonly string[];
  tokenPoolId: string | null;
  currency: string | null;
  standing: Standing;
  schedule: CampaignSchedule | null;
  terms: RewardTerms;
  state: CampaignState;
};

const named = sql`${campaigns.id} = any(${sql.placeholder("ids")})`;
// One that is not running never applies by default: it is left out, and not locked. No parameter, so that the partial index
// serves every plan.
const byDefault = and(sql`${campaigns.isDefault}`, inArray(campaigns.status, ["SCHEDULED", "ACTIVE"]));

/** Rows in the order of their ids, so that two transactions never wait for each other crosswise. */
function selection(chosen: SQL | undefined) {
  const rows = (db: Parameters<Parameters<typeof statement>[0]>[0]) =>
    db
      .select()
      .from(campaigns)
      .where(and(inScope(campaigns), chosen))
      .orderBy(asc(campaigns.id));
  return { read: statement(rows), lock: statement((db) => rows(db).for("no key update")) };
}

const selectNamed = selection(named);
const selectDefault = selection(byDefault);
const selectBoth = selection(or(named, byDefault));

const selectRecipients = statement((db) =>
  db
    .select({
      campaignId: campaignRecipients.campaignId,
      externalId: campaignRecipients.externalId,
      tokens: campaignRecipients.tokens,
    })
    .from(campaignRecipients)
    .where(
      and(
        inScope(campaignRecipients),
        sql`${campaignRecipients.campaignId} = any(${sql.placeholder("ids")})`,
        sql`${campaignRecipients.externalId} = any(${sql.placeholder("recipients")})`,
      ),
    ),
);

export type LoadOptions = {
  /** Also the campaign that applies where none is named, if there is one. */
  withDefault: boolean;
  /** Nobody else spends of them until the transaction ends; what is to be saved must be loaded so. */
  forUpdate: boolean;
  /** Whom the actions name, by the partner's own ids: for campaigns with a cap for one user. */
  recipients?: readonly string[];
};

/** The partner's campaigns of these ids, those that exist, in the order of their ids. Asks nothing where nothing is asked. */
export async function loadCampaigns(
  ctx: InTx<PartnerCtx>,
  ids: readonly string[],
  { withDefault, forUpdate, recipients = [] }: LoadOptions,
): Promise<LoadedCampaign[]> {
  if (ids.length === 0 && !withDefault) return [];
  const { read, lock } = ids.length === 0 ? selectDefault : withDefault ? selectBoth : selectNamed;
  const scope = { partnerId: ctx.partner.id, environment: ctx.environment };
  const rows = await (forUpdate ? lock : read)(ctx.db, { ...scope, ids });
  const loaded = rows.map(loadedOf);
  const capped = loaded.filter(({ state }) => state.budget.tokensPerUser !== null);
  if (capped.length === 0 || recipients.length === 0) return loaded;
  const states = new Map(capped.map(({ id, state }) => [id, state]));
  const given = await selectRecipients(ctx.db, { ...scope, ids: [...states.keys()], recipients });
  for (const { campaignId, externalId, tokens } of given) states.get(campaignId)!.recipients.set(externalId, tokens);
  return loaded;
}

function loadedOf(row: CampaignRow): LoadedCampaign {
  const { id, isDefault, actionTypes, tokenPoolId, currency, status, startsAt, endsAt } = row;
  return {
    ...{ id, isDefault, actionTypes, tokenPoolId, currency },
    standing: { status, startsAt, endsAt },
    schedule: scheduleOf(row),
    terms: termsOf(row),
    state: stateOf(row),
  };
}

/** What the row says of rewards. */
export function termsOf(row: CampaignRow): RewardTerms {
  return {
    tokensPerUnit: BigInt(row.tokensPerUnit),
    multiplier: BigInt(row.multiplier),
    rounding: row.rounding,
    splits: row.splits,
    unmatchedSplit: row.unmatchedSplit,
    tiers: row.tiers.map(({ minAmount, maxAmount, multiplier, bonusTokens }) => ({
      minAmount: BigInt(minAmount),
      maxAmount: maxAmount === null ? null : BigInt(maxAmount),
      multiplier: BigInt(multiplier),
      bonusTokens,
    })),
    maxTokens: row.tokensPerAction,
  };
}

function stateOf(row: CampaignRow): CampaignState {
  const { id, tokensDistributed, tokensToday, today, actionCount } = row;
  const { totalTokens, tokensPerDay, tokensPerUser, tokensPerAction } = row;
  return {
    id,
    budget: { totalTokens, tokensPerDay, tokensPerUser, tokensPerAction },
    ...{ tokensDistributed, tokensToday, today, actionCount },
    recipients: new Map(),
    given: new Map(),
    isExhausted: false,
    isChanged: false,
  };
}
