import { eq, sql } from "drizzle-orm";
import { partners, portalUsers } from "@/db/schema/partners";
import { type Ctx, type InTx, inTransaction, type PartnerCtx, type UserCtx } from "@/lib/domain/context";
import { reverseAction } from "@/lib/domain/giving/actions/reverse-action";
import type { SubmitAction } from "@/lib/domain/giving/actions/schemas";
import { submitAction } from "@/lib/domain/giving/actions/submit-action";
import { DEMO_DAYS, type DemoAction, demoActions } from "@/lib/domain/giving/demo/demo-actions";
import { ACME, type DemoPartner, OTHER_PARTNERS } from "@/lib/domain/giving/demo/demo-people";
import {
  completeDemoCampaigns,
  insertDemoCampaigns,
  type MadeCampaign,
} from "@/lib/domain/giving/demo/insert-demo-campaigns";
import { insertDemoInquiries } from "@/lib/domain/giving/demo/insert-demo-inquiries";
import { insertDemoAdmins, insertDemoPeople } from "@/lib/domain/giving/demo/insert-demo-people";
import { PastDeliveries } from "@/lib/domain/giving/demo/past-deliveries";
import { createPool, SANDBOX_POOL_TOKENS } from "@/lib/domain/giving/token-pools/create-pool";
import { createKeyFor } from "@/lib/domain/keys/create-key";
import { revokeKey } from "@/lib/domain/keys/revoke-key";
import { changePartnerStatus } from "@/lib/domain/partners/change-partner-status";
import { createSelfServicePartner } from "@/lib/domain/partners/create-self-service-partner";
import { readPartnerAfresh } from "@/lib/domain/partners/load-partner";
import { DAY_MS } from "@/lib/domain/shared/duration";
import { type RequestRecord, recordRequests } from "@/lib/domain/usage/record-requests";
import { Failure } from "@/lib/errors";
import { sha256Hex } from "@/lib/platform/crypto";
import { newPrefixedId } from "@/lib/platform/ids";

/** These draw on the pool whose tokens vest. */
const AMBASSADOR_TYPES = new Set(["REFERRAL", "ADVOCACY"]);
const SEED_LOCK = 7_300_002;
/** Where Acme's servers call from: an address of the documentation range. */
const ACME_ADDRESS = "198.51.100.24";

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * DAY_MS);

/** The same context at another time. */
function at<C extends Ctx>(ctx: InTx<C>, now: Date): InTx<C> {
  return { ...ctx, now, requestId: newPrefixedId("req") };
}

async function makePartner(ctx: InTx<Ctx>, partner: DemoPartner): Promise<{ id: string; ownerId: string }> {
  const contactEmail = partner.people[0]!.email;
  const id = await createSelfServicePartner(ctx, { name: partner.name, contactEmail });
  const ownerId = await insertDemoPeople(ctx, { id, name: partner.name, people: partner.people });
  return { id, ownerId };
}

async function seedOtherPartners(ctx: InTx<Ctx>): Promise<void> {
  for (const [index, partner] of OTHER_PARTNERS.entries()) {
    const created = at(ctx, daysBefore(ctx.now, 60 - 7 * index));
    const { id } = await makePartner(created, partner);
    if (partner.status === "PENDING_APPROVAL") {
      // A record that waits for approval has never been active, so no transition leads there.
      await created.db.update(partners).set({ status: partner.status }).where(eq(partners.id, id));
    } else {
      const changed = at(ctx, daysBefore(ctx.now, 12 - 2 * index));
      await changePartnerStatus(changed, { partnerId: id, to: partner.status, reason: partner.reason ?? "" });
    }
  }
}

/** Acme's keys: one in use, one for its shop's pages, one that ends soon, one revoked. Returns the id of the first. */
async function seedKeys(ctx: InTx<PartnerCtx>, ownerId: string): Promise<string> {
  const today = ctx.now;
  const create = (daysAgo: number, input: { name: string; keyType?: "publishable"; endsInDays?: number }) =>
    createKeyFor(
      at(ctx, daysBefore(today, daysAgo)),
      ctx.partner.id,
      {
        name: input.name,
        environment: "sandbox",
        keyType: input.keyType ?? "secret",
        expiresAt: input.endsInDays === undefined ? undefined : daysBefore(today, -input.endsInDays),
      },
      ownerId,
    );
  const backend = await create(32, { name: "Checkout backend" });
  await create(31, { name: "Shop pages", keyType: "publishable" });
  await create(20, { name: "Load test", endsInDays: 6 });
  const former = await create(32, { name: "First try" });
  const owner: InTx<UserCtx> = {
    ...at(ctx, daysBefore(today, 29)),
    actor: { type: "user", userId: ownerId, role: "OWNER", address: ACME_ADDRESS },
  };
  await revokeKey(owner, { id: former.id });
  return backend.id;
}

/** Submits as the pipeline would; a refusal for want of tokens is part of the story. Returns what the answer says. */
async function submit(ctx: PartnerCtx, input: SubmitAction): Promise<{ code: string | null; actionId: string | null }> {
  try {
    const result = await submitAction(ctx, input);
    return { code: null, actionId: "actionId" in result ? result.actionId : null };
  } catch (error) {
    const isTold = error instanceof Failure && ["insufficient_pool", "campaign_budget_exceeded"].includes(error.code);
    if (!isTold) throw error;
    return { code: error.code, actionId: null };
  }
}

function requestRow(ctx: PartnerCtx, keyId: string, idempotencyKey: string, code: string | null): RequestRecord {
  return {
    id: ctx.requestId,
    partnerId: ctx.partner.id,
    environment: ctx.environment,
    apiKeyId: keyId,
    keyClass: "sk",
    portalUserId: null,
    adminId: null,
    method: "POST",
    route: "/v1/partner/actions/submit",
    status: code ? 402 : 200,
    code: code?.toUpperCase() ?? null,
    signatureValid: true,
    idempotencyKeyHash: sha256Hex(idempotencyKey),
    replayed: false,
    retryAfterSeconds: null,
    faultId: null,
    durationUs: 9_000,
    address: ACME_ADDRESS,
    userAgent: "acme-shop/3.2",
    at: ctx.now,
  };
}

/** Every other action that a campaign of its time covers is made in it. */
function inCampaign(action: DemoAction, index: number, campaigns: readonly MadeCampaign[], today: Date): SubmitAction {
  const daysAgo = (today.getTime() - action.at.getTime()) / DAY_MS;
  const campaign = campaigns.find(
    ({ input, activatedDaysAgo = 0, completedDaysAgo = 0 }) =>
      daysAgo < activatedDaysAgo &&
      daysAgo > completedDaysAgo &&
      input.actionTypes.includes(action.input.actionType) &&
      action.input.stakeholders.every(
        ({ stakeholderTypeCode }) =>
          input.splits.length === 0 || input.splits.some((split) => split.stakeholderTypeCode === stakeholderTypeCode),
      ),
  );
  return campaign && index % 2 === 0 ? { ...action.input, campaignId: campaign.id } : action.input;
}

/** Two orders of the past are returned: one whole, one in part. */
async function returnOrders(ctx: InTx<PartnerCtx>, today: Date, actionIds: readonly string[]): Promise<void> {
  const returns = [
    { actionId: actionIds[20]!, daysAgo: 21, amount: undefined },
    { actionId: actionIds[90]!, daysAgo: 6, amount: "25" },
  ];
  for (const { actionId, daysAgo, amount } of returns) {
    await reverseAction(at(ctx, daysBefore(today, daysAgo)), {
      ...{ actionId, idempotencyKey: `return-${daysAgo}`, allowPartial: false },
      ...{ reason: "REFUND", note: "Returned by the customer", amount },
    });
  }
}

async function seedAcme(ctx: InTx<Ctx>): Promise<void> {
  const today = ctx.now;
  const created = at(ctx, daysBefore(today, DEMO_DAYS + 3));
  const { id, ownerId } = await makePartner(created, ACME);
  const pool = { partnerId: id, environment: "sandbox", name: "Sandbox pool", tokens: SANDBOX_POOL_TOKENS } as const;
  await createPool(created, pool);
  const ambassadors = await createPool(created, {
    ...pool,
    ...{ name: "Ambassador pool", tokens: 20_000, isDefault: false },
    restrictions: {
      vesting: { type: "LINEAR", cliffDays: 0, durationDays: 70, intervalDays: 7 },
      expiration: { type: "AFTER_ISSUE", days: 180, returnToPool: true },
      redemption: { enabled: true, minTokens: 10, allowedUses: ["DONATION", "GIFT_CARD"] },
    },
  });

  const partner = await readPartnerAfresh(ctx.db, id);
  const acme: InTx<PartnerCtx> = { ...ctx, partner, environment: "sandbox" };
  const keyId = await seedKeys(acme, ownerId);
  const actor = { type: "key", keyId, address: ACME_ADDRESS } as const;
  const campaigns = await insertDemoCampaigns({ ...acme, actor });
  const deliveries = new PastDeliveries(acme, today);
  const served: string[] = [];
  for (const [index, action] of demoActions(today).entries()) {
    const now = { ...at(acme, action.at), actor };
    const isAmbassador = AMBASSADOR_TYPES.has(action.input.actionType);
    const input = isAmbassador
      ? { ...action.input, tokenPoolId: ambassadors }
      : inCampaign(action, index, campaigns, today);
    const { code, actionId } = await submit(now, input);
    if (actionId) served.push(actionId);
    await recordRequests(
      ctx.db,
      [requestRow(now, keyId, action.input.idempotencyKey, code)],
      new Map([[keyId, action.at]]),
    );
    await deliveries.runUntil(action.at);
  }
  await returnOrders({ ...acme, actor }, today, served);
  await completeDemoCampaigns({ ...acme, actor }, campaigns);
  await deliveries.runUntil(today);
}

/**
 * Fills the database with the demo world: the platform's people, Acme with thirty days of rewards, keys and deliveries,
 * and a partner in each other state. Every figure comes from the product's own verbs, run at past times. All of it is
 * written or nothing; done once, it changes nothing more. Returns whether it was written now.
 */
export function seedDemoWorld(ctx: Ctx): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.execute(sql`select pg_advisory_xact_lock(${SEED_LOCK})`);
    const [seeded] = await ctx.db
      .select({ id: portalUsers.id })
      .from(portalUsers)
      .where(eq(portalUsers.email, ACME.people[0]!.email));
    if (seeded) return false;
    await insertDemoAdmins(ctx);
    await insertDemoInquiries(ctx);
    await seedOtherPartners(ctx);
    await seedAcme(ctx);
    return true;
  });
}
