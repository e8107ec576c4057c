import { sql } from "drizzle-orm";
import { claims } from "@/db/schema/directory-claims";
import { communityEvents } from "@/db/schema/directory-events";
import { marketingCampaigns } from "@/db/schema/directory-marketing";
import { providerEntitlements } from "@/db/schema/directory-providers";
import { reviews } from "@/db/schema/directory-reviews";
import type { Ctx } from "@/lib/domain/context";
import { visibleEvent } from "@/lib/domain/directory/events/visibility";
import { instantOf, readRow } from "@/lib/domain/directory/figures/figures-sql";
import { findVisibleProvider } from "@/lib/domain/directory/providers/find-visible-provider";
import { readProviders } from "@/lib/domain/directory/providers/read-providers";
import type { ProviderParams, ProviderVisibility } from "@/lib/domain/directory/providers/schemas";
import { scoreVisibility, type VisibilityFacts } from "@/lib/domain/directory/providers/visibility-scores";
import { visibleReview } from "@/lib/domain/directory/reviews/visibility";
import { fail } from "@/lib/errors";

/** Claims made in a sandbox say nothing of a live provider. */
function readFacts(ctx: Ctx, providerId: string): Promise<VisibilityFacts> {
  const now = instantOf(ctx.now);
  return readRow<VisibilityFacts>(
    ctx,
    sql`select
      coalesce((select ${claims.status} from ${claims}
        where ${claims.providerId} = ${providerId} and not ${claims.sandbox}
        order by ${claims.createdAt} desc nulls last, ${claims.id} limit 1), 'not_claimed') as "claimStatus",
      counted.*,
      (select count(*)::int from ${communityEvents}
        where ${communityEvents.providerId} = ${providerId} and ${visibleEvent()}) as "visibleEvents",
      (select count(*)::int from ${marketingCampaigns}
        where ${marketingCampaigns.providerId} = ${providerId}) as "campaigns",
      (select count(*)::int from ${providerEntitlements}
        where ${providerEntitlements.providerId} = ${providerId} and ${providerEntitlements.isPaid}
          and ${providerEntitlements.status} = 'active'
          and (${providerEntitlements.startsAt} is null or ${providerEntitlements.startsAt} <= ${now})
          and (${providerEntitlements.endsAt} is null or ${providerEntitlements.endsAt} > ${now})) as "paidEntitlements"
    from (select count(*)::int as "reviews",
        count(*) filter (where ${visibleReview()})::int as "publishedReviews",
        count(*) filter (where ${reviews.status} = 'pending_moderation')::int as "pendingReviews"
      from ${reviews} where ${reviews.providerId} = ${providerId}) as counted`,
  );
}

/** How well a provider can be found, and what would help. */
export async function getProviderVisibility(ctx: Ctx, { id }: ProviderParams): Promise<{ data: ProviderVisibility }> {
  const { ref } = await findVisibleProvider(ctx, id);
  const [[provider], facts] = await Promise.all([readProviders(ctx.db, [ref.id]), readFacts(ctx, ref.id)]);
  const scored = scoreVisibility(provider ?? fail("provider_not_found"), facts);
  return { data: { provider: ref, generatedAt: ctx.now.toISOString(), ...scored } };
}
