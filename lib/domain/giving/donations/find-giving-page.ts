import { and, arrayContains, desc, eq, gt, isNull, or } from "drizzle-orm";
import { apiKeys } from "@/db/schema/keys";
import { partners } from "@/db/schema/partners";
import type { Ctx } from "@/lib/domain/context";
import { getConfig } from "@/lib/domain/giving/donations/get-config";
import { getOrganization } from "@/lib/domain/giving/organizations/get-organization";
import type { Organization } from "@/lib/domain/giving/organizations/schemas";
import { findPartner } from "@/lib/domain/partners/load-partner";
import type { PartnerConfig } from "@/lib/domain/partners/schemas";
import type { Environment } from "@/lib/domain/shared/schemas";
import { Failure } from "@/lib/errors";

export type GivingPlace = { partnerSlug: string; nonprofitSlug: string; environment?: Environment };

/** What a hosted page shows. Without a publishable key, or with donations off, it takes none. */
export type GivingPage = { config: PartnerConfig; organization: Organization; publishableKey: string | null };

async function newestKey(ctx: Ctx, partnerId: string, environment: Environment): Promise<string | null> {
  const [row] = await ctx.db
    .select({ publicKey: apiKeys.publicKey })
    .from(apiKeys)
    .where(
      and(
        eq(apiKeys.partnerId, partnerId),
        eq(apiKeys.environment, environment),
        eq(apiKeys.isActive, true),
        or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, ctx.now)),
        arrayContains(apiKeys.scopes, ["donations:write"]),
      ),
    )
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
    .limit(1);
  return row?.publicKey ?? null;
}

/**
 * The hosted page of an active partner for a nonprofit; null when there is none. It takes real donations once the partner
 * is live, and test donations until then or where the sandbox is named.
 */
export async function findGivingPage(ctx: Ctx, place: GivingPlace): Promise<GivingPage | null> {
  const [found] = await ctx.db.select({ id: partners.id }).from(partners).where(eq(partners.slug, place.partnerSlug));
  const partner = found ? await findPartner(ctx.db, found.id) : null;
  if (partner?.status !== "ACTIVE") return null;
  const isLive = partner.productionAccess === "LIVE";
  const environment = isLive ? (place.environment ?? "production") : "sandbox";
  try {
    const organization = await getOrganization(ctx, { slug: place.nonprofitSlug });
    const config = await getConfig({ ...ctx, partner, environment });
    return { config, organization, publishableKey: await newestKey(ctx, partner.id, environment) };
  } catch (error) {
    if (error instanceof Failure && error.code === "organization_not_found") return null;
    throw error;
  }
}
