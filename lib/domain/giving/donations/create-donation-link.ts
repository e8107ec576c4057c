import { and, eq } from "drizzle-orm";
import { campaigns } from "@/db/schema/campaigns";
import { donations } from "@/db/schema/donations";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { inTransaction, type PartnerCtx } from "@/lib/domain/context";
import { ownScope } from "@/lib/domain/events/record-event";
import { ownCampaigns } from "@/lib/domain/giving/campaigns/own-campaigns";
import {
  chooseProvider,
  type Route,
  requireAmount,
  requireCurrency,
  requireKnownReturnHosts,
  tipAmountOf,
} from "@/lib/domain/giving/donations/donation-rules";
import { ownDonations } from "@/lib/domain/giving/donations/own-donations";
import { type DonationRow, presentLink } from "@/lib/domain/giving/donations/present-donation";
import type { OpenedLink } from "@/lib/domain/giving/donations/providers/payment-provider";
import { returnUrls } from "@/lib/domain/giving/donations/return-urls";
import { dueReward } from "@/lib/domain/giving/donations/reward-rules";
import type { CreateDonationLink, DonationLink } from "@/lib/domain/giving/donations/schemas";
import { findOrganization, type OrganizationRow } from "@/lib/domain/giving/organizations/get-organization";
import { payloadHash } from "@/lib/domain/idempotency/payload-hash";
import { Existing } from "@/lib/domain/shared/existing";
import { fail } from "@/lib/errors";
import { decryptSecret, encryptSecret } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";
import { newPrefixedId } from "@/lib/platform/ids";

const LINK_MS = 24 * 60 * 60 * 1000;

const purposeOf = (donationId: string) => `donation:${donationId}:link`;

async function findByKey(ctx: PartnerCtx, idempotencyKey: string): Promise<DonationRow | null> {
  const [row] = await ctx.db
    .select()
    .from(donations)
    .where(and(ownDonations(ctx), eq(donations.idempotencyKey, idempotencyKey)));
  return row ?? null;
}

/** The link of an earlier request with this key. Fails when that asked for something else. */
function sameLink(ctx: PartnerCtx, earlier: DonationRow, hash: string): Existing<DonationLink> {
  if (earlier.payloadHash !== hash || !earlier.linkEncrypted) fail("idempotency_key_reused");
  const url = decryptSecret(env().keyRing, purposeOf(earlier.id), earlier.linkEncrypted);
  return new Existing(presentLink(earlier, url, ctx.now));
}

async function requireEligible(ctx: PartnerCtx, slug: string): Promise<OrganizationRow> {
  const organization = await findOrganization(ctx, slug);
  if (!organization) fail("organization_not_found");
  if (organization.status !== "ACTIVE") fail("organization_not_eligible");
  return organization;
}

/** Whether it will be active when the donation is paid is seen then; that it exists can be told now. */
async function requireCampaign(ctx: PartnerCtx, campaignId: string): Promise<void> {
  const [row] = await ctx.db
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(and(ownCampaigns(ctx), eq(campaigns.id, campaignId)));
  if (!row) fail("campaign_not_found");
}

type Plan = { id: string; hash: string; organization: OrganizationRow; route: Route; tipAmount: number };

function openCheckout(ctx: PartnerCtx, input: CreateDonationLink, plan: Plan): Promise<OpenedLink> {
  const { amount, currency, frequency, donorEmail, firstName, lastName } = input;
  const { slug, name } = plan.organization;
  const place = { partnerSlug: ctx.partner.slug, nonprofitSlug: slug };
  return plan.route.carrier.createLink({
    partnerDonationId: plan.id,
    environment: ctx.environment,
    organization: { slug, name },
    ...{ amount, tipAmount: plan.tipAmount, currency, frequency, donorEmail, firstName, lastName },
    ...returnUrls(plan.id, input, place),
  });
}

function rowOf(ctx: PartnerCtx, input: CreateDonationLink, plan: Plan, link: OpenedLink) {
  const { nonprofitSlug, amount, currency, frequency, idempotencyKey = null } = input;
  const { donorEmail = null, firstName = null, lastName = null, partnerUserId = null, campaignId = null } = input;
  const { referralCode = null, successUrl = null, cancelUrl = null, metadata = {} } = input;
  const latest = new Date(ctx.now.getTime() + LINK_MS);
  const given = link.expiresAt ? new Date(link.expiresAt) : latest;
  return {
    id: plan.id,
    ...ownScope(ctx),
    organizationId: plan.organization.id,
    provider: plan.route.provider.id,
    carrier: plan.route.carrier.id,
    carrierRef: link.providerRef,
    // Nobody can ask for it again without a key, so without one it is not kept.
    linkEncrypted: idempotencyKey === null ? null : encryptSecret(env().keyRing, purposeOf(plan.id), link.url),
    payloadHash: plan.hash,
    rewardStatus: dueReward({ partnerUserId, donorEmail }, ctx.partner),
    ...{ nonprofitSlug, amount, currency, frequency, idempotencyKey, tipAmount: plan.tipAmount },
    ...{ donorEmail, firstName, lastName, partnerUserId, campaignId, referralCode, successUrl, cancelUrl, metadata },
    expiresAt: given < latest ? given : latest,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  };
}

/**
 * Opens a checkout for a donor and keeps the donation as pending. The provider is asked before anything is stored, so that
 * its outage leaves nothing behind. Of requests with one idempotency key, at once or later, one donation comes.
 */
export async function createDonationLink(
  ctx: PartnerCtx,
  input: CreateDonationLink,
): Promise<DonationLink | Existing<DonationLink>> {
  const { idempotencyKey, ...payload } = input;
  const hash = payloadHash(payload);
  const earlier = idempotencyKey === undefined ? null : await findByKey(ctx, idempotencyKey);
  if (earlier) return sameLink(ctx, earlier, hash);

  const organization = await requireEligible(ctx, input.nonprofitSlug);
  const route = chooseProvider(ctx, input.provider);
  requireCurrency(ctx, input.currency, route.provider);
  requireAmount(input.amount, route.provider);
  requireKnownReturnHosts(ctx, input);
  if (input.campaignId) await requireCampaign(ctx, input.campaignId);
  const tipAmount = tipAmountOf(ctx, input, route.provider);
  const plan: Plan = { id: newPrefixedId("don"), hash, organization, route, tipAmount };
  const link = await openCheckout(ctx, input, plan);

  const row = await inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db
      .insert(donations)
      .values(rowOf(ctx, input, plan, link))
      .onConflictDoNothing({ target: [donations.partnerId, donations.environment, donations.idempotencyKey] })
      .returning();
    if (!row) return null;
    await recordAudit(ctx, {
      action: "donation.link_created",
      targetType: "donation",
      targetId: row.id,
      ...ownScope(ctx),
      after: { status: row.status, amount: row.amount, currency: row.currency, provider: row.provider },
    });
    return row;
  });
  if (row) return presentLink(row, link.url, ctx.now);
  // A parallel request with the same key was first; rows of donations are never deleted.
  return sameLink(ctx, (await findByKey(ctx, idempotencyKey!))!, hash);
}
