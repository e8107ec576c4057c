import { eq, sql } from "drizzle-orm";
import { partners, portalUsers } from "@/db/schema/partners";
import { type Ctx, type InTx, inTransaction, type PartnerCtx, type UserCtx } from "@/lib/domain/context";
import type { SubmitAction } from "@/lib/domain/giving/actions/schemas";
import { submitAction } from "@/lib/domain/giving/actions/submit-action";
import { DEMO_DAYS, demoActions } from "@/lib/domain/giving/demo/demo-actions";
import { ACME, type DemoPartner, OTHER_PARTNERS } from "@/lib/domain/giving/demo/demo-people";
import { insertDemoCampaigns } from "@/lib/domain/giving/demo/insert-demo-campaigns";
import { insertDemoAdmins, insertDemoPeople } from "@/lib/domain/giving/demo/insert-demo-people";
import { PastDeliveries } from "@/lib/domain/giving/demo/past-deliveries";
import { createPool, SANDBOX_POOL_TOKENS } from "@/lib/domain/giving/token-pools/create-pool";
import { createKeyFor } from "@/lib/domain/keys/create-key";
import { revokeKey } from "@/lib/domain/keys/revoke-key";
import { changePartnerStatus } from "@/lib/domain/partners/change-partner-status";
import { createSelfServicePartner } from "@/lib/domain/partners/create-self-service-partner";
import { readPartnerAfresh } from "@/lib/domain/partners/load-partner";
import { type RequestRecord, recordRequests } from "@/lib/domain/usage/record-requests";
import { Failure } from "@/lib/errors";
import { sha256Hex } from "@/lib/platform/crypto";
import { newPrefixedId } from "@/lib/platform/ids";

const DAY_MS = 24 * 60 * 60 * 1000;
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

/** Submits as the pipeline would; a refusal for want of tokens is part of the story. Returns the answer's code. */
async function submit(ctx: PartnerCtx, input: SubmitAction): Promise<string | null> {
  try {
    await submitAction(ctx, input);
    return null;
  } catch (error) {
    if (error instanceof Failure && error.code === "insufficient_pool") return error.code;
    throw error;
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

async function seedAcme(ctx: InTx<Ctx>): Promise<void> {
  const today = ctx.now;
  const created = at(ctx, daysBefore(today, DEMO_DAYS + 3));
  const { id, ownerId } = await makePartner(created, ACME);
  const pool = { partnerId: id, environment: "sandbox", name: "Sandbox pool", tokens: SANDBOX_POOL_TOKENS } as const;
  await createPool(created, pool);

  const partner = await readPartnerAfresh(ctx.db, id);
  const acme: InTx<PartnerCtx> = { ...ctx, partner, environment: "sandbox" };
  const keyId = await seedKeys(acme, ownerId);
  await insertDemoCampaigns({ ...acme, actor: { type: "key", keyId, address: ACME_ADDRESS } });
  const deliveries = new PastDeliveries(acme, today);
  const actor = { type: "key", keyId, address: ACME_ADDRESS } as const;
  for (const action of demoActions(today)) {
    const now = { ...at(acme, action.at), actor };
    const code = await submit(now, action.input);
    await recordRequests(
      ctx.db,
      [requestRow(now, keyId, action.input.idempotencyKey, code)],
      new Map([[keyId, action.at]]),
    );
    await deliveries.runUntil(action.at);
  }
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
    await seedOtherPartners(ctx);
    await seedAcme(ctx);
    return true;
  });
}
