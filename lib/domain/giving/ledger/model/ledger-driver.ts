import { and, eq } from "drizzle-orm";

import { actions, tokenPools } from "@/db/schema/giving";
import { makeCampaign, makePartner, makePool, type PartnerRow } from "@/db/testing/factories";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { connection } from "@/lib/domain/connection";
import { inTransaction, type PartnerCtx } from "@/lib/domain/context";
import { reverseAction } from "@/lib/domain/giving/actions/reverse-action";
import { type ActionResult, ReverseAction, SubmitAction, SubmitBatch } from "@/lib/domain/giving/actions/schemas";
import { submitAction } from "@/lib/domain/giving/actions/submit-action";
import { submitActions } from "@/lib/domain/giving/actions/submit-actions";
import { validateAction } from "@/lib/domain/giving/actions/validate-action";
import { activateCampaign } from "@/lib/domain/giving/campaigns/activate-campaign";
import { pauseCampaign } from "@/lib/domain/giving/campaigns/pause-campaign";
import { unitsIn } from "@/lib/domain/giving/ledger/model/arithmetic";
import type {
  Answer,
  Beginning,
  CampaignSettings,
  Operation,
  Submit,
} from "@/lib/domain/giving/ledger/model/operations";
import { redeemTokens } from "@/lib/domain/giving/redemptions/redeem-tokens";
import { getTokenPool } from "@/lib/domain/giving/token-pools/get-token-pool";
import { allocateToPool, withdrawFromPool } from "@/lib/domain/giving/token-pools/move-pool-tokens";
import { requestTokens } from "@/lib/domain/giving/token-pools/request-tokens";
import { getBalance } from "@/lib/domain/giving/users/get-balance";
import { updateUser } from "@/lib/domain/giving/users/update-user";
import { Replayed } from "@/lib/domain/idempotency/replayed";
import { Failure } from "@/lib/errors";
import { newPrefixedId } from "@/lib/platform/ids";

type Of<K extends Operation["kind"]> = Extract<Operation, { kind: K }>;

/** A partner in the database that a proof works on; as JSON, so that another process can go on with it. */
export type LedgerWorld = { partner: PartnerRow; poolIds: string[]; campaignIds: string[] };

const NOBODY = "0".repeat(24);
/** Figures that refusals name and the contract fixes. */
const FIGURES = ["required", "balance", "budget", "left", "recoverable", "requested", "redeemable"];

function campaignColumns({ pool: _, ...settings }: CampaignSettings) {
  const units = (text: string) => Number(unitsIn(text));
  return {
    ...settings,
    tokensPerUnit: units(settings.tokensPerUnit),
    multiplier: units(settings.multiplier),
    tiers: settings.tiers.map((tier) => ({
      minAmount: units(tier.minAmount),
      maxAmount: tier.maxAmount === null ? null : units(tier.maxAmount),
      multiplier: units(tier.multiplier),
      bonusTokens: tier.bonusTokens,
    })),
  };
}

/** Makes a partner with the pools and campaigns of a beginning. */
export async function makeLedgerWorld(beginning: Beginning): Promise<LedgerWorld> {
  const db = connection();
  const partner = await makePartner(db);
  const partnerId = partner.id;
  const poolIds: string[] = [];
  for (const [place, { tokens, ...settings }] of beginning.pools.entries()) {
    const pool = await makePool(db, { partnerId, ...settings, allocated: tokens, isDefault: place === 0 });
    poolIds.push(pool.id);
  }
  const campaignIds: string[] = [];
  for (const settings of beginning.campaigns) {
    const tokenPoolId = settings.pool === null ? null : poolIds[settings.pool]!;
    const row = await makeCampaign(db, { partnerId, ...campaignColumns(settings), tokenPoolId, status: "ACTIVE" });
    campaignIds.push(row.id);
  }
  return { partner, poolIds, campaignIds };
}

/** Does operations by the product's verbs and answers in the model's words. */
export class LedgerDriver {
  constructor(readonly world: LedgerWorld) {}

  /** `requestId` stands on the audit records of what the operation does. */
  async run(operation: Operation, now: Date, requestId = newPrefixedId("req")): Promise<Answer> {
    try {
      return await this.dispatch(this.ctx(now, requestId), operation);
    } catch (error) {
      if (error instanceof Failure) return this.refusal(error);
      throw error;
    }
  }

  ctx(now: Date, requestId = newPrefixedId("req")): PartnerCtx {
    return {
      ...{ db: connection(), now, requestId, environment: "sandbox" },
      actor: { type: "key", keyId: "key_proof", address: "192.0.2.1" },
      // What went through JSON has a text for a date, which nothing here reads.
      partner: { ...this.world.partner, webhookUrls: {}, hasFaults: false },
    };
  }

  private dispatch(ctx: PartnerCtx, operation: Operation): Promise<Answer> | Answer {
    switch (operation.kind) {
      case "submit":
        return this.submit(ctx, operation.input);
      case "batch":
        return this.batch(ctx, operation);
      case "validate":
        return this.validate(ctx, operation.input);
      case "reverse":
        return this.reverse(ctx, operation);
      case "allocate":
      case "withdraw":
        return this.move(ctx, operation);
      case "request":
        return this.request(ctx, operation);
      case "redeem":
        return this.redeem(ctx, operation);
      case "setUser":
        return updateUser(ctx, { externalId: operation.user, status: operation.status }).then(() => ({ code: "OK" }));
      case "setPool":
        return this.setPool(ctx, operation);
      case "moveCampaign":
        return this.moveCampaign(ctx, operation);
      case "balance":
        return this.balance(ctx, operation.user);
      case "pool":
        return this.pool(ctx, operation.pool);
    }
  }

  private bodyOf({ key, pool, campaign, stakeholders, ...plain }: Submit) {
    const campaignId = campaign === undefined ? undefined : (this.world.campaignIds[campaign] ?? NOBODY);
    return {
      ...plain,
      idempotencyKey: key,
      stakeholders: stakeholders.map(([stakeholderTypeCode, partnerUserId]) => ({
        stakeholderTypeCode,
        partnerUserId,
      })),
      ...(pool !== undefined && { tokenPoolId: this.world.poolIds[pool]! }),
      ...(campaignId !== undefined && { campaignId }),
    };
  }

  private placeOf(ids: readonly string[], id: string | null): number | null {
    return id === null ? null : ids.indexOf(id);
  }

  private rewarded(outcome: ActionResult | Replayed<ActionResult>): Answer {
    const result = outcome instanceof Replayed ? outcome.value : outcome;
    const { tokensDistributed, distributions, warnings, tokenPoolId, campaignId } = result;
    const given = distributions.map(({ stakeholderTypeCode: code, partnerUserId: user, ...rest }) => {
      const { tokens, vestingUntil, expiresAt } = rest;
      return { code, user, tokens, vestingUntil, expiresAt };
    });
    return {
      ...{ code: "OK", tokens: tokensDistributed, given, warnings },
      pool: this.placeOf(this.world.poolIds, tokenPoolId),
      campaign: this.placeOf(this.world.campaignIds, campaignId),
      ...(outcome instanceof Replayed && { replay: true }),
    };
  }

  private refusal({ code, details }: Failure): Answer {
    const answer: Answer = { code: code.toUpperCase() };
    if (Array.isArray(details)) {
      const unreversed = details.find((each) => "unreversed" in each)?.unreversed;
      return unreversed === undefined ? answer : { ...answer, unreversed };
    }
    const named = (details ?? {}) as Record<string, unknown>;
    for (const figure of FIGURES) if (figure in named) answer[figure] = named[figure];
    if (code === "insufficient_pool") answer.pool = this.placeOf(this.world.poolIds, String(named.tokenPoolId));
    return answer;
  }

  private async submit(ctx: PartnerCtx, input: Submit): Promise<Answer> {
    return this.rewarded(await submitAction(ctx, SubmitAction.parse(this.bodyOf(input))));
  }

  private async batch(ctx: PartnerCtx, { mode, inputs }: Of<"batch">): Promise<Answer> {
    const body = { mode, actions: inputs.map((input) => this.bodyOf(input)) };
    const outcomes = await submitActions(ctx, SubmitBatch.parse(body));
    const answers = outcomes.map((outcome) =>
      outcome instanceof Failure ? this.refusal(outcome) : this.rewarded(outcome),
    );
    return { code: "OK", answers };
  }

  private async validate(ctx: PartnerCtx, input: Submit): Promise<Answer> {
    const { valid, errors, preview } = await validateAction(ctx, SubmitAction.parse(this.bodyOf(input)));
    if (!valid) return { code: errors[0]!.code, valid };
    if (!preview) return { code: "OK", valid };
    const { tokensTotal: total, distributions, returnedToPool, tierMatched: tier } = preview;
    const given = distributions.map(({ tokens }) => tokens);
    const { poolBalanceBefore: before, poolBalanceAfter: after } = preview;
    return { code: "OK", valid, ...{ total, given, returnedToPool, tier, before, after } };
  }

  private async reverse(ctx: PartnerCtx, { action, key, amount, allowPartial, note }: Of<"reverse">): Promise<Answer> {
    const [row] = await ctx.db
      .select({ id: actions.id })
      .from(actions)
      .where(and(eq(actions.partnerId, ctx.partner.id), eq(actions.idempotencyKey, action)));
    const body = ReverseAction.parse({ idempotencyKey: key, reason: "REFUND", amount, allowPartial, note });
    const outcome = await reverseAction(ctx, { actionId: row?.id ?? NOBODY, ...body });
    const result = outcome instanceof Replayed ? outcome.value : outcome;
    const { status, tokensReversed, tokensUnrecoverable, totalReversed, transactionIds } = result;
    return {
      ...{ code: "OK", status, tokensReversed, tokensUnrecoverable, totalReversed },
      transactions: transactionIds.length,
      ...(outcome instanceof Replayed && { replay: true }),
    };
  }

  private async move(ctx: PartnerCtx, { kind, pool, amount, reference }: Of<"allocate" | "withdraw">): Promise<Answer> {
    const scope = { partnerId: ctx.partner.id, environment: ctx.environment };
    const verb = kind === "allocate" ? allocateToPool : withdrawFromPool;
    await inTransaction(ctx, (ctx) => verb(ctx, scope, { poolId: this.world.poolIds[pool]!, amount, reference }));
    return { code: "OK" };
  }

  private async request(ctx: PartnerCtx, { pool, amount }: Of<"request">): Promise<Answer> {
    const tokenPoolId = pool === undefined ? {} : { tokenPoolId: this.world.poolIds[pool]! };
    const { status } = await requestTokens(ctx, { amount, reason: "For the proof.", ...tokenPoolId });
    return { code: "OK", status };
  }

  private async redeem(ctx: PartnerCtx, { user, tokens, use, reference }: Of<"redeem">): Promise<Answer> {
    const scope = { partnerId: ctx.partner.id, environment: ctx.environment };
    const redemption = await redeemTokens(ctx, { ...scope, externalId: user, tokens, use, reference });
    return { code: "OK", tokens: redemption.tokens };
  }

  /** What an administrator sets. */
  private async setPool(ctx: PartnerCtx, { pool, settings }: Of<"setPool">): Promise<Answer> {
    const targetId = this.world.poolIds[pool]!;
    await inTransaction(ctx, async (ctx) => {
      await ctx.db.update(tokenPools).set(settings).where(eq(tokenPools.id, targetId));
      const scope = { partnerId: ctx.partner.id, environment: ctx.environment };
      await recordAudit(ctx, { action: "token_pool.updated", targetType: "token_pool", targetId, ...scope });
    });
    return { code: "OK" };
  }

  private async moveCampaign(ctx: PartnerCtx, { campaign, to }: Of<"moveCampaign">): Promise<Answer> {
    const verb = to === "activate" ? activateCampaign : pauseCampaign;
    await verb(ctx, { campaignId: this.world.campaignIds[campaign]! });
    return { code: "OK" };
  }

  async balance(ctx: PartnerCtx, user: string): Promise<Answer> {
    const { externalId: _, asOf: __, ...figures } = await getBalance(ctx, { externalId: user });
    return { code: "OK", ...figures };
  }

  private async pool(ctx: PartnerCtx, place: number): Promise<Answer> {
    const pool = await getTokenPool(ctx, { poolId: this.world.poolIds[place]! });
    const { balance, allocated, distributed, returned, withdrawn, status, autoRefill } = pool;
    const figures = { balance, allocated, distributed, returned, withdrawn, status };
    return { code: "OK", ...figures, usedThisMonth: autoRefill.usedThisMonth };
  }
}
