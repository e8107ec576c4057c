import { and, eq } from "drizzle-orm";
import { tokenPools } from "@/db/schema/giving";
import type { InTx, PartnerCtx } from "@/lib/domain/context";
import { decimalsOf } from "@/lib/domain/giving/actions/amounts";
import { isTimezone } from "@/lib/domain/giving/campaigns/schedule";
import type { CampaignSettings, Setting } from "@/lib/domain/giving/campaigns/settings";
import { ownPools } from "@/lib/domain/giving/token-pools/own-pools";
import { type ErrorCode, fail, type Issue } from "@/lib/errors";

const WHOLE_BPS = 10_000;

function refuse(code: ErrorCode, issues: readonly Issue[]): void {
  if (issues.length > 0) fail(code, { details: [...issues] });
}

/**
 * Fails unless these settings make a campaign that can be run: types, splits, tiers, schedule, currency, pool. What is not
 * among the changed ones is not looked up again: a type may have been taken from the partner meanwhile.
 */
export async function requireRunnable(
  ctx: InTx<PartnerCtx>,
  settings: CampaignSettings,
  changed: readonly Setting[],
): Promise<void> {
  const { actionTypes, splits, currency } = settings;
  const codes = splits.map(({ stakeholderTypeCode }) => stakeholderTypeCode);
  const { partner } = ctx;
  if (changed.includes("actionTypes")) {
    refuse("action_type_not_registered", strangers("actionTypes", "", actionTypes, partner.actionTypes));
  }
  if (changed.includes("splits")) {
    const issues = strangers("splits", ".stakeholderTypeCode", codes, partner.stakeholderTypes);
    refuse("stakeholder_type_not_registered", issues);
  }
  refuse("invalid_splits", splitIssues(settings));
  refuse("invalid_tiers", tierIssues(settings));
  refuse("invalid_schedule", scheduleIssues(settings));
  if (currency !== null && decimalsOf(currency) === null) {
    fail("currency_not_supported", { details: [{ field: "currency", issue: "is not a currency of ISO 4217" }] });
  }
  if (changed.includes("tokenPoolId")) await requireOwnPool(ctx, settings.tokenPoolId);
}

/** One issue for each code in a list that is not registered. */
function strangers(list: string, field: string, codes: readonly string[], registered: readonly string[]): Issue[] {
  const issue = `is not registered; registered: ${registered.join(", ")}`;
  return codes.flatMap((code, n) => (registered.includes(code) ? [] : [{ field: `${list}[${n}]${field}`, issue }]));
}

/** No rules at all divide equally; otherwise they name each type once and give out exactly everything. */
function splitIssues({ splits }: CampaignSettings): Issue[] {
  if (splits.length === 0) return [];
  const codes = splits.map(({ stakeholderTypeCode }) => stakeholderTypeCode);
  const repeated = codes.flatMap((code, n) =>
    codes.indexOf(code) < n
      ? [{ field: `splits[${n}].stakeholderTypeCode`, issue: "repeats an earlier rule's type" }]
      : [],
  );
  const sum = splits.reduce((total, { shareBps }) => total + shareBps, 0);
  if (sum === WHOLE_BPS) return repeated;
  return [...repeated, { field: "splits", issue: `the shares add up to ${sum}, and must add up to ${WHOLE_BPS}` }];
}

/** Tiers ascend without overlap; gaps between them have no tier. */
function tierIssues({ tiers }: CampaignSettings): Issue[] {
  return tiers.flatMap(({ minAmount, maxAmount }, n): Issue[] => {
    const field = `tiers[${n}]`;
    if (maxAmount !== null && maxAmount <= minAmount) {
      return [{ field: `${field}.maxAmount`, issue: "must lie above minAmount" }];
    }
    const former = tiers[n - 1];
    if (!former) return [];
    if (former.maxAmount === null) return [{ field, issue: "comes after a tier without an end" }];
    if (minAmount >= former.maxAmount) return [];
    return [{ field: `${field}.minAmount`, issue: "must not lie below the maxAmount of the tier before it" }];
  });
}

function scheduleIssues({ startsAt, endsAt, timezone, windows }: CampaignSettings): Issue[] {
  const issues: Issue[] = [];
  if (startsAt === null && (endsAt !== null || windows.length > 0 || timezone !== "UTC")) {
    issues.push({ field: "schedule.startsAt", issue: "is required in a schedule" });
  }
  if (startsAt && endsAt && endsAt <= startsAt) {
    issues.push({ field: "schedule.endsAt", issue: "must lie after startsAt" });
  }
  if (!isTimezone(timezone)) {
    issues.push({ field: "schedule.timezone", issue: "is not an IANA time zone such as Europe/Berlin" });
  }
  windows.forEach(({ days, from, to }, n) => {
    const field = `schedule.windows[${n}]`;
    if (from === to) issues.push({ field, issue: "ends when it begins; leave windows out to run at all hours" });
    if (new Set(days).size < days.length) issues.push({ field: `${field}.days`, issue: "names a day twice" });
  });
  return issues;
}

async function requireOwnPool(ctx: InTx<PartnerCtx>, tokenPoolId: string | null): Promise<void> {
  if (tokenPoolId === null) return;
  const [pool] = await ctx.db
    .select({ id: tokenPools.id })
    .from(tokenPools)
    .where(and(ownPools(ctx), eq(tokenPools.id, tokenPoolId)));
  if (!pool)
    fail("pool_not_found", { details: [{ field: "tokenPoolId", issue: "is not a pool of this environment" }] });
}
