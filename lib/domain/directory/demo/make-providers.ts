import {
  providerCategories,
  providerCategoryAssignments,
  providerContacts,
  providerEntitlements,
  providerLocations,
  providerSources,
  providers,
} from "@/db/schema/directory-providers";
import { crawlJobs, dataSources, importBatches, qualityFlags } from "@/db/schema/directory-sourcing";
import {
  CRAWL_JOB_STATUSES,
  DATA_SOURCE_STATUSES,
  DATA_SOURCE_TYPES,
  IMPORT_BATCH_STATUSES,
  SEVERITIES,
} from "@/lib/domain/directory/aggregation/statuses";
import { PLACES, type Place, STREETS } from "@/lib/domain/directory/demo/places";
import { planted, plantedEmail, plantedPayload, plantedUrl } from "@/lib/domain/directory/demo/planted";
import type { World } from "@/lib/domain/directory/demo/world";
import {
  CONTACT_STATUSES,
  ENTITLEMENT_STATUSES,
  PROVIDER_STATUSES,
  type ProviderStatus,
} from "@/lib/domain/directory/providers/statuses";

export type MadeProvider = { id: string; name: string; slug: string; status: ProviderStatus; place: Place };

const FIRST = [
  "Aspen",
  "Bluebird",
  "Cedar",
  "Clearwater",
  "Evergreen",
  "Foothills",
  "Golden",
  "Harbor",
  "Heritage",
  "Laurel",
];
const MIDDLE = ["Creek", "Grove", "Heights", "Meadows", "Park", "Ridge", "Springs", "Terrace", "Trail", "View"];

/** Categories, each below the one that is named, if any. */
const CATEGORIES = [
  { name: "Senior Living", slug: "senior-living" },
  { name: "Assisted Living", slug: "assisted-living", parent: "senior-living" },
  { name: "Memory Care", slug: "memory-care", parent: "senior-living" },
  { name: "Independent Living", slug: "independent-living", parent: "senior-living" },
  { name: "Skilled Nursing", slug: "skilled-nursing", parent: "senior-living" },
  { name: "Home Support", slug: "home-support" },
  { name: "Home Care", slug: "home-care", parent: "home-support" },
  { name: "Adult Day Programs", slug: "adult-day-programs", parent: "home-support" },
  { name: "Elder Law", slug: "elder-law" },
  { name: "Transportation", slug: "transportation" },
] as const;

const PUBLIC_SOURCES = [
  "State licensing register",
  "Centers for Medicare data",
  "Provider website",
  "County directory",
];
const ROBOTS = ["allowed", "allowed", "disallowed", "blocked", "unknown"];

async function makeSources(world: World): Promise<string[]> {
  const rows = world.times(24, (n) => {
    const status = world.mostly(DATA_SOURCE_STATUSES, "approved");
    return {
      id: world.id("data-source"),
      name: planted("data-source", "name", n),
      sourceType: DATA_SOURCE_TYPES[n % DATA_SOURCE_TYPES.length]!,
      status,
      baseUrl: n % 7 === 3 ? null : plantedUrl("data-source", "baseUrl", n),
      jurisdiction: n % 9 === 4 ? null : planted("data-source", "jurisdiction", n),
      robotsStatus: ROBOTS[n % ROBOTS.length]!,
      termsNotes: n % 5 === 3 ? null : planted("data-source", "termsNotes", n),
      approvedAt: status === "approved" ? world.daysAgo(200 - n) : null,
      createdAt: world.daysAgo(240 - n),
      updatedAt: world.daysAgo(200 - n),
    };
  });
  await world.insert(dataSources, rows);
  const ids = rows.map(({ id }) => id);
  await makeImports(world, ids);
  return ids;
}

async function makeImports(world: World, sourceIds: readonly string[]): Promise<void> {
  await world.insert(
    importBatches,
    world.times(world.scaled(40, 14), (n) => {
      const totalRecords = world.between("import", 40, 400);
      const rejectedRecords = Math.floor(totalRecords * 0.04 * world.random("import"));
      const errorRecords = Math.floor(totalRecords * 0.03 * world.random("import"));
      const status = world.mostly(IMPORT_BATCH_STATUSES, "completed");
      const isDone = status.startsWith("completed");
      return {
        id: world.id("import-batch"),
        dataSourceId: world.pick("import", sourceIds),
        name: planted("import-batch", "name", n),
        sourceKind: world.pick("import", ["csv", "api", "crawl"]),
        status,
        totalRecords,
        importedRecords: isDone ? totalRecords - rejectedRecords - errorRecords : 0,
        rejectedRecords: isDone ? rejectedRecords : 0,
        errorRecords: isDone ? errorRecords : 0,
        createdAt: world.daysAgo(180 - n),
        updatedAt: world.daysAgo(179 - n),
      };
    }),
  );
  await world.insert(
    crawlJobs,
    world.times(world.scaled(60, 10), (n) => {
      const status = world.mostly(CRAWL_JOB_STATUSES, "completed");
      const pagesSeen = status === "queued" ? 0 : world.between("crawl", 5, 50);
      return {
        id: world.id("crawl-job"),
        dataSourceId: world.pick("crawl", sourceIds),
        seedUrl: plantedUrl("crawl-job", "seedUrl", n),
        status,
        maxPages: 50,
        pagesSeen,
        pagesImported: Math.floor(pagesSeen * 0.8),
        robotsDecision: planted("crawl-job", "robotsDecision", n),
        errorMessage: status === "failed" ? planted("crawl-job", "errorMessage", n) : null,
        createdAt: world.daysAgo(90 - n / 2),
        updatedAt: world.daysAgo(89 - n / 2),
      };
    }),
  );
}

async function makeCategories(world: World): Promise<string[]> {
  const ids = new Map(CATEGORIES.map(({ slug }) => [slug as string, world.id("provider-category")]));
  await world.insert(
    providerCategories,
    CATEGORIES.map((category, sortOrder) => ({
      id: ids.get(category.slug)!,
      name: category.name,
      slug: category.slug,
      parentId: "parent" in category ? ids.get(category.parent)! : null,
      sortOrder,
      createdAt: world.daysAgo(400),
    })),
  );
  return [...ids.values()];
}

function makeProvider(world: World, n: number) {
  const place = PLACES[n % PLACES.length]!;
  const status = world.mostly(PROVIDER_STATUSES, world.pick("provider", ["verified_by_source", "claimed", "verified"]));
  const name = `${FIRST[n % FIRST.length]} ${MIDDLE[Math.floor(n / FIRST.length) % MIDDLE.length]} ${world.pick(
    "provider",
    ["Senior Living", "Care Center", "Residence", "Home Care"],
  )}`;
  const slug = `${name} ${place.city} ${n + 1}`.toLowerCase().replaceAll(" ", "-");
  const isKnown = !["imported", "verified_by_source"].includes(status);
  const createdAt = world.daysAgo(world.between("provider", 60, 380));
  return {
    place,
    row: {
      id: world.id("provider"),
      name,
      slug,
      status,
      phone: world.chance("provider", 0.9) ? `+1 ${place.areaCode} 555 ${String(n % 10_000).padStart(4, "0")}` : null,
      websiteUrl: world.chance("provider", 0.85) ? `https://${slug}.example` : null,
      imageUrl: world.chance("provider", 0.7) ? `https://images.${slug}.example/front.jpg` : null,
      priceLabel: world.chance("provider", 0.6) ? `From $${world.between("provider", 21, 72) * 100} a month` : null,
      summary: world.chance("provider", 0.9)
        ? `${name} in ${place.city} offers ${world.pick("provider", ["apartments", "day programs", "nursing"])} and ${world.pick("provider", ["a garden", "music every week", "a chef's kitchen", "trips into town"])}, with staff on site day and night.`
        : null,
      confidenceScore: world.between("provider", 55, 99) / 100,
      email: plantedEmail("provider", "email", n),
      adminNotes: planted("provider", "adminNotes", n),
      claimedAt: isKnown ? new Date(createdAt.getTime() + 30 * 86_400_000) : null,
      verifiedAt: ["verified", "growth_partner"].includes(status)
        ? new Date(createdAt.getTime() + 40 * 86_400_000)
        : null,
      createdAt,
      updatedAt: world.daysAgo(world.between("provider", 1, 50)),
    },
  };
}

/** Sources, categories and providers with all that belongs to one. */
export async function makeProviders(world: World): Promise<MadeProvider[]> {
  const sourceIds = await makeSources(world);
  const categoryIds = await makeCategories(world);
  const made = world.times(world.providers, (n) => makeProvider(world, n));
  await world.insert(
    providers,
    made.map(({ row }) => row),
  );
  await makeLocations(world, made);
  await world.insert(
    providerCategoryAssignments,
    made.flatMap(({ row }, n) => {
      const own = new Set([categoryIds[n % categoryIds.length]!, world.pick("category", categoryIds)]);
      return n % 17 === 16
        ? []
        : [...own].map((categoryId) => ({ providerId: row.id, categoryId, createdAt: row.createdAt }));
    }),
  );
  await world.insert(
    providerSources,
    made.flatMap(({ row }, n) =>
      world.times(n % 4 === 0 ? 2 : 1, (which) => ({
        id: world.id("provider-source"),
        providerId: row.id,
        dataSourceId: world.pick("source", sourceIds),
        sourceName: world.pick("source", PUBLIC_SOURCES),
        sourceUrl: n % 11 === 10 ? null : `https://register.example/listings/${n + 1}-${which + 1}`,
        fetchedAt: world.daysAgo(world.between("source", 1, 60)),
        confidence: row.confidenceScore,
        sourceRecordId: planted("provider-source", "sourceRecordId", n),
        rawPayload: plantedPayload("provider-source", "rawPayload", n),
        extractedFields: plantedPayload("provider-source", "extractedFields", n),
        createdAt: row.createdAt,
      })),
    ),
  );
  await makeRest(world, made);
  return made.map(({ row: { id, name, slug, status }, place }) => ({ id, name, slug, status, place }));
}

async function makeLocations(world: World, made: readonly ReturnType<typeof makeProvider>[]): Promise<void> {
  await world.insert(
    providerLocations,
    made.flatMap(({ row, place }, n) =>
      world.times(n % 8 === 7 ? 2 : 1, (position) => ({
        id: world.id("provider-location"),
        providerId: row.id,
        position,
        addressLine1:
          n % 13 === 12 ? null : `${world.between("location", 10, 9_900)} ${world.pick("location", STREETS)}`,
        addressLine2: n % 6 === 5 ? `Suite ${n + 1}` : null,
        city: place.city,
        state: place.state,
        postalCode: n % 19 === 18 ? null : place.postalCode,
        country: "US",
        latitude: place.latitude + world.random("location") / 20,
        longitude: place.longitude + world.random("location") / 20,
        phone: row.phone,
        createdAt: row.createdAt,
        updatedAt: row.createdAt,
      })),
    ),
  );
}

async function makeRest(world: World, made: readonly ReturnType<typeof makeProvider>[]): Promise<void> {
  const ids = made.map(({ row }) => row.id);
  await world.insert(
    providerEntitlements,
    made
      .filter(({ row }, n) => row.status === "growth_partner" || n % 6 === 0)
      .map(({ row }, n) => ({
        id: world.id("provider-entitlement"),
        providerId: row.id,
        featureKey: planted("provider-entitlement", "featureKey", n),
        status: row.status === "growth_partner" ? ("active" as const) : world.mostly(ENTITLEMENT_STATUSES, "active"),
        isPaid: n % 3 !== 2,
        startsAt: world.daysAgo(40),
        endsAt: world.daysAgo(-320),
        createdAt: world.daysAgo(40),
        updatedAt: world.daysAgo(40),
      })),
  );
  await world.insert(
    providerContacts,
    world.times(world.scaled(150, 6), (n) => ({
      id: world.id("provider-contact"),
      providerId: world.pick("contact", ids),
      status: world.mostly(CONTACT_STATUSES, "submitted"),
      requesterName: planted("provider-contact", "requesterName", n),
      requesterEmail: plantedEmail("provider-contact", "requesterEmail", n),
      requesterPhone: planted("provider-contact", "requesterPhone", n),
      relationship: planted("provider-contact", "relationship", n),
      payingWith: planted("provider-contact", "payingWith", n),
      message: planted("provider-contact", "message", n),
      consent: plantedPayload("provider-contact", "consent", n),
      createdAt: world.daysAgo(n / 4),
      updatedAt: world.daysAgo(n / 4),
    })),
  );
  await world.insert(
    qualityFlags,
    world.times(world.scaled(90, 8), (n) => ({
      id: world.id("quality-flag"),
      subjectType: "provider",
      subjectId: world.pick("flag", ids),
      severity: world.mostly(SEVERITIES, "low"),
      flagKey: world.pick("flag", ["missing_phone", "address_conflict", "stale_source", "license_lapsed"]),
      message: planted("quality-flag", "message", n),
      resolvedAt: n % 3 === 2 ? world.daysAgo(n / 5) : null,
      createdAt: world.daysAgo(n / 2 + 20),
    })),
  );
}
