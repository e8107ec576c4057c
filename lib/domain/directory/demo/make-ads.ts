import { adCampaigns, adClicks, adCreatives, adImpressions, adPlacements } from "@/db/schema/directory-ads";
import { AD_CAMPAIGN_STATUSES } from "@/lib/domain/directory/ads/statuses";
import type { MadeEvent } from "@/lib/domain/directory/demo/make-events";
import type { MadeProvider } from "@/lib/domain/directory/demo/make-providers";
import { planted, plantedCents, plantedPayload, plantedUrl } from "@/lib/domain/directory/demo/planted";
import type { World } from "@/lib/domain/directory/demo/world";

const PLACEMENTS = [
  { placementKey: "web.discover.top", name: "Top of discovery", surface: "web", isActive: true },
  { placementKey: "app.feed.inline", name: "Within the feed", surface: "mobile", isActive: true },
  { placementKey: "events.featured.local", name: "Featured local events", surface: "web_mobile", isActive: true },
  { placementKey: "web.sidebar.retired", name: "Former sidebar", surface: "unknown", isActive: false },
] as const;

type Shown = { id: string; placementKey: string; n: number };

/** Placements, what is shown in them for whom, and who saw and clicked it. */
export async function makeAds(
  world: World,
  { providers, events }: { providers: readonly MadeProvider[]; events: readonly MadeEvent[] },
): Promise<void> {
  const placements = PLACEMENTS.map((placement) => ({
    ...placement,
    id: world.id("ad-placement"),
    description: `${placement.name}, one creative at a time.`,
    disclosureRequired: true,
    disclosureLabel: "Sponsored",
    createdAt: world.daysAgo(300),
    updatedAt: world.daysAgo(300),
  }));
  await world.insert(adPlacements, placements);
  const runs = world.times(world.scaled(90, 8), (n) => ({
    id: world.id("ad-campaign"),
    providerId: world.pick("ad", providers).id,
    name: planted("ad-campaign", "name", n),
    status: world.mostly(AD_CAMPAIGN_STATUSES, "active"),
    startsAt: world.daysAgo(60),
    endsAt: world.daysAgo(-60),
    budgetCents: plantedCents(n),
    targetingRules: plantedPayload("ad-campaign", "targetingRules", n),
    createdAt: world.daysAgo(70),
    updatedAt: world.daysAgo(60),
  }));
  await world.insert(adCampaigns, runs);
  const creatives = world.times(runs.length * 2, (n) => {
    const placement = placements[n % placements.length]!;
    const run = runs[Math.floor(n / 2)]!;
    const event = placement.surface === "web_mobile" ? world.pick("ad", events) : undefined;
    return {
      placementKey: placement.placementKey,
      row: {
        id: world.id("ad-creative"),
        placementId: placement.id,
        campaignId: run.id,
        eventId: event?.id ?? null,
        headline: world.pick("ad", [
          "Come and see us",
          "A place for two",
          "Talk to a nurse today",
          "Tours every Friday",
        ]),
        body: n % 4 === 3 ? null : "Apartments with a view, and lunch for visitors.",
        imageUrl: `https://images.example/creative-${n + 1}.jpg`,
        destinationUrl: `https://offers.example/${n + 1}`,
        disclosureLabel: "Sponsored",
        payload: {
          theme: "light",
          callToAction: "Plan a visit",
          ...(n % 2 === 0 && {
            budgetCents: plantedCents(n),
            targetingRules: plantedPayload("ad-creative", "payload", n),
          }),
          internalId: planted("ad-creative", "internalId", n),
        },
        isActive: n % 6 !== 5,
        createdAt: world.daysAgo(60),
        updatedAt: world.daysAgo(60),
      },
    };
  });
  await world.insert(
    adCreatives,
    creatives.map(({ row }) => row),
  );
  await makeTraffic(
    world,
    creatives.map(({ row, placementKey }, n) => ({ id: row.id, placementKey, n })),
  );
}

async function makeTraffic(world: World, creatives: readonly Shown[]): Promise<void> {
  let seen = 0;
  const impressions = creatives.flatMap(({ id, placementKey, n: creative }) =>
    world.times(creative % 9 === 8 ? 0 : world.between("impression", 5, 45), () => {
      const n = seen++;
      return {
        id: world.id("ad-impression"),
        placementKey,
        creativeId: id,
        requestId: planted("ad-impression", "requestId", n),
        visitorKey: planted("ad-impression", "visitorKey", n % 40),
        sessionKey: planted("ad-impression", "sessionKey", n % 90),
        userContext: plantedPayload("ad-impression", "userContext", n),
        createdAt: world.daysAgo(world.random("impression") * 45),
      };
    }),
  );
  await world.insert(adImpressions, impressions);
  await world.insert(
    adClicks,
    impressions
      .filter(() => world.chance("click", 0.06))
      .map(({ placementKey, creativeId, createdAt }, n) => ({
        id: world.id("ad-click"),
        placementKey,
        creativeId,
        requestId: planted("ad-click", "requestId", n),
        destinationUrl: plantedUrl("ad-click", "destinationUrl", n),
        userContext: plantedPayload("ad-click", "userContext", n),
        createdAt,
      })),
  );
}
