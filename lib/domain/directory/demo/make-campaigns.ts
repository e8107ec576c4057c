import { campaignAssets, campaignMetrics, marketingCampaigns } from "@/db/schema/directory-marketing";
import {
  ASSET_STATUSES,
  CAMPAIGN_METRIC_KEYS,
  CAMPAIGN_TYPES,
  MARKETING_CAMPAIGN_STATUSES,
} from "@/lib/domain/directory/campaigns/statuses";
import type { MadeProvider } from "@/lib/domain/directory/demo/make-providers";
import { planted, plantedEmail, plantedPayload } from "@/lib/domain/directory/demo/planted";
import type { World } from "@/lib/domain/directory/demo/world";

/** Whom a campaign is for; a list of people among it, which is nobody's business. */
function audienceOf(world: World, n: number): Record<string, unknown> {
  return {
    region: world.pick("campaign", ["Front Range", "Southwest", "Midwest"]),
    careType: world.pick("campaign", ["memory-care", "assisted-living", "home-care"]),
    ...(n % 2 === 0 && {
      contacts: [{ name: planted("campaign", "audience", n), email: plantedEmail("campaign", "audience", n) }],
      emails: [plantedEmail("campaign", "audience-emails", n)],
    }),
  };
}

/** Campaigns of every type and status with their texts and what they achieved. */
export async function makeCampaigns(world: World, providers: readonly MadeProvider[]): Promise<void> {
  const rows = world.times(world.scaled(240, 27), (n) => {
    const createdAt = world.daysAgo(world.between("campaign", 10, 150));
    return {
      id: world.id("campaign"),
      providerId: n % 11 === 10 ? null : world.pick("campaign", providers).id,
      campaignType: CAMPAIGN_TYPES[n % CAMPAIGN_TYPES.length]!,
      status: world.mostly(MARKETING_CAMPAIGN_STATUSES, "published"),
      name: `${world.pick("campaign", ["Spring", "Summer", "Autumn", "Winter"])} ${world.pick("campaign", ["tours", "stories", "reviews", "open houses"])} ${n + 1}`,
      objective: n % 6 === 5 ? null : "More families who come for a visit.",
      audience: audienceOf(world, n),
      channels: world.pick("campaign", [["email"], ["email", "social"], ["web", "social"], ["app"]]),
      startsAt: n % 7 === 6 ? null : createdAt,
      endsAt: n % 4 === 3 ? null : world.daysAgo(-30),
      createdAt,
      updatedAt: world.daysAgo(world.random("campaign") * 9),
    };
  });
  await world.insert(marketingCampaigns, rows);
  let asset = 0;
  await world.insert(
    campaignAssets,
    rows.flatMap((campaign) =>
      world.times(world.between("asset", 1, 4), () => {
        const n = asset++;
        return {
          id: world.id("campaign-asset"),
          campaignId: campaign.id,
          assetType: world.pick("asset", ["headline", "mail", "post", "image"]),
          channel: world.pick("asset", ["email", "social", "web"]),
          status: world.mostly(ASSET_STATUSES, "approved"),
          title: planted("campaign-asset", "title", n),
          body: planted("campaign-asset", "body", n),
          payload: plantedPayload("campaign-asset", "payload", n),
          createdAt: campaign.createdAt,
          updatedAt: campaign.createdAt,
        };
      }),
    ),
  );
  let metric = 0;
  await world.insert(
    campaignMetrics,
    rows.flatMap((campaign) =>
      CAMPAIGN_METRIC_KEYS.flatMap((metricKey, rank) =>
        world.times(world.between("metric", 0, 3), () => {
          const n = metric++;
          const recordedAt = world.daysAgo(world.random("metric") * 40);
          return {
            id: world.id("campaign-metric"),
            campaignId: campaign.id,
            metricKey,
            metricValue: Math.floor((world.random("metric") * 4_000) / 8 ** rank),
            payload: plantedPayload("campaign-metric", "payload", n),
            recordedAt,
            createdAt: recordedAt,
          };
        }),
      ),
    ),
  );
}
