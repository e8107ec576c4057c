import {
  articleDerivatives,
  articles,
  contentMetrics,
  contentSources,
  newsItems,
  newsletterDeliveryAttempts,
  newsletterEditions,
} from "@/db/schema/directory-newsroom";
import type { MadeProvider } from "@/lib/domain/directory/demo/make-providers";
import { planted, plantedEmail, plantedPayload } from "@/lib/domain/directory/demo/planted";
import type { World } from "@/lib/domain/directory/demo/world";
import {
  ARTICLE_STATUSES,
  CONTENT_METRIC_KEYS,
  CONTENT_SOURCE_TYPES,
  DELIVERY_ATTEMPT_STATUSES,
  DELIVERY_MODES,
  DELIVERY_PROVIDERS,
  DERIVATIVE_TYPES,
  NEWS_ITEM_STATUSES,
  NEWSLETTER_STATUSES,
  SOURCE_REVIEW_STATUSES,
} from "@/lib/domain/directory/newsroom/statuses";

type Subject = { type: "article" | "newsletter" | "derivative"; id: string };

const HEADLINES = [
  {
    title: "What memory care costs this year",
    dek: "Prices in twenty cities, and what is in them.",
    tag: "memory-care",
  },
  { title: "Ten questions for the first tour", dek: "A list for families to take along.", tag: "tour-planning" },
  { title: "New staffing rules, in plain words", dek: "What the state asks of operators.", tag: "policy" },
  { title: "Assisted living or help at home?", dek: "How three families decided.", tag: "assisted-living" },
];
const AUDIENCES = [["families"], ["providers"], ["operators", "providers"], ["families", "caregivers"]];

async function makeItems(world: World): Promise<string[]> {
  const sources = world.times(world.scaled(30, 10), (n) => ({
    id: world.id("content-source"),
    name: `${world.pick("content", ["Mountain", "Prairie", "Coastal", "Lone Star"])} ${world.pick("content", ["Health Wire", "Aging Report", "Care Gazette"])} ${n + 1}`,
    sourceType: CONTENT_SOURCE_TYPES[n % CONTENT_SOURCE_TYPES.length]!,
    url: n % 6 === 5 ? null : `https://news.example/feeds/${n + 1}`,
    copyrightNotes: n % 5 === 4 ? null : "Quote with a link to the original.",
    reviewStatus: world.mostly(SOURCE_REVIEW_STATUSES, "approved"),
    createdAt: world.daysAgo(200),
    updatedAt: world.daysAgo(150),
  }));
  await world.insert(contentSources, sources);
  const items = world.times(world.scaled(140, 12), (n) => ({
    id: world.id("news-item"),
    contentSourceId: world.pick("news", sources).id,
    title: planted("news-item", "title", n),
    sourceUrl: `https://news.example/items/${n + 1}`,
    summary: planted("news-item", "summary", n),
    rawPayload: plantedPayload("news-item", "rawPayload", n),
    audience: world.pick("news", AUDIENCES),
    topicTags: [world.pick("news", HEADLINES).tag],
    status: world.mostly(NEWS_ITEM_STATUSES, "drafted", 0.5),
    createdAt: world.daysAgo(n),
    updatedAt: world.daysAgo(n / 2),
  }));
  await world.insert(newsItems, items);
  return items.map(({ id }) => id);
}

function makeArticle(world: World, n: number, itemIds: readonly string[]) {
  const headline = HEADLINES[n % HEADLINES.length]!;
  const status = world.mostly(ARTICLE_STATUSES, "published");
  const createdAt = world.daysAgo(world.between("article", 3, 180));
  const paragraph = `${headline.dek} We asked families and the people who work there, and went to see it for ourselves. `;
  return {
    id: world.id("article"),
    newsItemId: n % 3 === 2 ? null : world.pick("article", itemIds),
    byline: world.pick("article", ["The newsroom", "Ida Marsh", "Owen Clarke"]),
    title: n < HEADLINES.length ? headline.title : `${headline.title} (${n + 1})`,
    slug: `${headline.title} ${n + 1}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-"),
    dek: n % 7 === 6 ? null : headline.dek,
    // The preview ends after 420 characters; what follows is not for partners.
    body: `${paragraph.repeat(6)}\n\n${planted("article", "body", n)}`,
    sourceLinks: [{ title: "The report", url: `https://news.example/reports/${n + 1}` }],
    topicTags: n % 4 === 3 ? [] : [headline.tag],
    audience: n % 5 === 4 ? [] : world.pick("article", AUDIENCES),
    aiAssisted: n % 2 === 0,
    status,
    approvalPayload: plantedPayload("article", "approvalPayload", n),
    publishedAt: status === "published" ? new Date(createdAt.getTime() + 86_400_000) : null,
    createdAt,
    updatedAt: createdAt,
  };
}

async function makeEditions(world: World, articleIds: readonly string[]): Promise<string[]> {
  const editions = world.times(world.scaled(48, 12), (n) => {
    const status = world.mostly(NEWSLETTER_STATUSES, "sent");
    return {
      id: world.id("newsletter-edition"),
      subject: `${n % 2 === 0 ? "For families" : "For operators"}: week ${n + 1}`,
      audience: AUDIENCES[n % AUDIENCES.length]!,
      articleIds: [...new Set([world.pick("edition", articleIds), world.pick("edition", articleIds)])],
      intro: n % 5 === 4 ? null : "Three things worth your time this week.",
      status,
      scheduledFor: ["scheduled", "sent"].includes(status) ? world.daysAgo(status === "sent" ? n * 7 + 1 : -n) : null,
      sentAt: status === "sent" ? world.daysAgo(n * 7 + 1) : null,
      metadata: plantedPayload("newsletter-edition", "metadata", n),
      createdAt: world.daysAgo(n * 7 + 3),
      updatedAt: world.daysAgo(n * 7 + 1),
    };
  });
  await world.insert(newsletterEditions, editions);
  let attempt = 0;
  await world.insert(
    newsletterDeliveryAttempts,
    editions.flatMap((edition) =>
      world.times(world.between("attempt", 1, 3), () => {
        const n = attempt++;
        const status = world.mostly(DELIVERY_ATTEMPT_STATUSES, "sent");
        return {
          id: world.id(planted("newsletter-delivery-attempt", "id", n)),
          editionId: edition.id,
          status,
          deliveryProvider: DELIVERY_PROVIDERS[n % DELIVERY_PROVIDERS.length]!,
          deliveryMode: DELIVERY_MODES[n % 3 === 0 ? 0 : 1],
          recipientSegments: [plantedPayload("newsletter-delivery-attempt", "recipientSegments", n)],
          payloadPreview: plantedPayload("newsletter-delivery-attempt", "payloadPreview", n),
          providerMessageId: planted("newsletter-delivery-attempt", "providerMessageId", n),
          error: status === "blocked" ? `Refused for ${plantedEmail("newsletter-delivery-attempt", "error", n)}` : null,
          sentAt: status === "sent" ? edition.updatedAt : null,
          createdAt: edition.updatedAt,
        };
      }),
    ),
  );
  return editions.map(({ id }) => id);
}

/** Sources, what they reported, articles and what was made of them, newsletters, and how all of it was read. */
export async function makeNewsroom(world: World, providers: readonly MadeProvider[]): Promise<void> {
  const itemIds = await makeItems(world);
  const rows = world.times(world.scaled(90, 14), (n) => makeArticle(world, n, itemIds));
  await world.insert(articles, rows);
  const derivatives = rows.flatMap((article, n) =>
    world.times(2, (which) => ({
      id: world.id("article-derivative"),
      articleId: article.id,
      derivativeType: DERIVATIVE_TYPES[(n * 2 + which) % DERIVATIVE_TYPES.length]!,
      channel: world.pick("derivative", ["social", "email", "podcast", "app"]),
      body: planted("article-derivative", "body", n * 2 + which),
      payload: plantedPayload("article-derivative", "payload", n * 2 + which),
      createdAt: article.createdAt,
    })),
  );
  await world.insert(articleDerivatives, derivatives);
  const articleIds = rows.map(({ id }) => id);
  const editionIds = await makeEditions(world, articleIds);
  await makeMetrics(world, providers, [
    ...articleIds.map((id) => ({ type: "article" as const, id })),
    ...editionIds.map((id) => ({ type: "newsletter" as const, id })),
    ...derivatives.map(({ id }) => ({ type: "derivative" as const, id })),
  ]);
}

async function makeMetrics(
  world: World,
  providers: readonly MadeProvider[],
  subjects: readonly Subject[],
): Promise<void> {
  await world.insert(
    contentMetrics,
    world.times(world.scaled(3_000, 120), (n) => {
      const subject = world.pick("content-metric", subjects);
      return {
        id: world.id("content-metric"),
        subjectType: subject.type,
        subjectId: subject.id,
        providerId: n % 2 === 0 ? world.pick("content-metric", providers).id : null,
        channel: world.pick("content-metric", ["owned_site", "owned_site", "email", "app"]),
        metricKey: CONTENT_METRIC_KEYS[n % CONTENT_METRIC_KEYS.length]!,
        metricValue: world.between("content-metric", 1, 60),
        payload: plantedPayload("content-metric", "payload", n),
        createdAt: world.daysAgo(world.random("content-metric") * 60),
      };
    }),
  );
}
