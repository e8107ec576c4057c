import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  articleDerivatives,
  articles,
  contentMetrics,
  newsItems,
  newsletterEditions,
} from "@/db/schema/directory-newsroom";
import { makeProvider } from "@/db/testing/directory-factories";
import {
  makeArticle,
  makeContentMetric,
  makeDeliveryAttempt,
  makeEdition,
  makeSource,
} from "@/db/testing/make-content";
import { connection } from "@/lib/domain/connection";
import {
  ARTICLE_STATUSES,
  DERIVATIVE_TYPES,
  NEWS_ITEM_STATUSES,
  NEWSLETTER_STATUSES,
  PUBLIC_NEWSLETTER_STATUSES,
  SOURCE_REVIEW_STATUSES,
} from "@/lib/domain/directory/newsroom/statuses";
import { directoryRoutes } from "@/lib/http/routes/directory";
import { newObjectId } from "@/lib/platform/ids";
import { makeClient } from "@/lib/testing/directory";
import { readAs, traverse } from "@/lib/testing/directory-pages";
import { type Mounted, mounts } from "@/lib/testing/mounts";

const db = connection();
const at = (day: number) => new Date(Date.UTC(2026, 4, day));

describe.each(mounts)("through $name", ({ start }) => {
  let mounted: Mounted;
  let secret: string;
  /** A word that no other test writes, for the search that finds this one's rows. */
  let word: string;
  beforeAll(async () => {
    mounted = await start(directoryRoutes);
    secret = (await makeClient({ scopes: ["newsroom:read"] })).secret;
  });
  afterAll(() => mounted.close());
  beforeEach(() => {
    word = `w${newObjectId()}`;
  });

  const read = (target: string) => readAs(mounted, secret, `newsroom/${target}`);
  const idsOf = async (target: string) => (await read(target)).body.data.map(({ id }: { id: string }) => id);

  describe("articles", () => {
    const make = (values: Parameters<typeof makeArticle>[1] = {}) =>
      makeArticle(db, { title: `About ${word}`, ...values });

    test("show a preview of 420 characters without line breaks, their sources, and never the whole body", async () => {
      const body = `One\n\n  two\tthree. ${"x".repeat(500)} PRIVATE end`;
      const sourceLinks = [{ title: "The report", url: "https://news.example/1" }];
      const { id, slug } = await make({
        body,
        sourceLinks,
        topicTags: ["policy"],
        audience: ["operators"],
        dek: "In short",
      });
      const { body: answer } = await read(`articles?slug=${slug.toUpperCase()}`);
      expect(answer.data).toEqual([
        {
          ...{
            id,
            slug,
            title: `About ${word}`,
            dek: "In short",
            byline: "The newsroom",
            aiAssisted: false,
            sourceLinks,
          },
          ...{ bodyPreview: `One two three. ${"x".repeat(405)}`, topicTags: ["policy"], audience: ["operators"] },
          ...{ publishedAt: "2026-05-01T12:00:00.000Z", createdAt: "2026-05-01T12:00:00.000Z" },
          canonicalUrl: `/guides/${slug}`,
        },
      ]);
      expect(answer.meta.filters).toEqual({ audience: [], topicTags: [], slug: slug.toUpperCase() });
      expect(answer.meta.contentRules).toEqual({
        ...{ status: "published_only", attributionRequired: true, bodyMode: "preview" },
        ...{ sourceLinksIncluded: true, draftAndPolicyBlockedContentExcluded: true },
      });
    });

    test("only the published are listed, each once, newest first, and found by slug", async () => {
      const made: string[] = [];
      for (const day of [1, 4, 2, 2, 6]) made.push((await make({ publishedAt: at(day) })).id);
      for (const status of ARTICLE_STATUSES.filter((status) => status !== "published")) {
        const { slug } = await make({ status });
        expect(await idsOf(`articles?slug=${slug}`)).toEqual([]);
      }
      const ordered = [made[4], made[1], ...[made[2]!, made[3]!].toSorted(), made[0]];
      expect(await traverse(mounted, secret, `newsroom/articles?q=${word}`)).toEqual(ordered);
    });

    test.each([
      ["Memory care in short", ["memory-care"], []],
      ["Assisted living for families", ["assisted-living"], ["families"]],
      ["A tour with your caregiver", ["tour-planning"], ["families"]],
      ["Staffing, policy and regulatory news for an operator", ["policy"], ["providers"]],
      ["The community", [], ["providers"]],
      ["A contour of tourism", [], []],
    ])("without tags of its own, %s is about what its words say", async (dek, topicTags, audience) => {
      await make({ dek });
      const { body } = await read(`articles?q=${word}`);
      expect(body.data).toEqual([expect.objectContaining({ topicTags, audience })]);
    });

    test("filters match any of their values in any case, inferred ones too, and the search every shown text", async () => {
      const { id: tagged } = await make({ topicTags: ["Policy"], audience: ["Providers"], publishedAt: at(3) });
      const { id: inferred } = await make({ dek: "Memory care", body: "For families.", publishedAt: at(2) });
      const { id: plain } = await make({ body: `Something ${word}else`, publishedAt: at(1) });
      const found = (query: string) => idsOf(`articles?q=${word}&${query}`);
      expect(await found("")).toEqual([tagged, inferred, plain]);
      expect(await found("topicTag=POLICY")).toEqual([tagged]);
      expect(await found("topicTags=policy,%20memory-care")).toEqual([tagged, inferred]);
      expect(await found("audience=families,nobody")).toEqual([inferred]);
      expect(await found("audience=families&topicTag=policy")).toEqual([]);
      expect(await idsOf(`articles?q=${word.toUpperCase()}ELSE`)).toEqual([plain]);
      expect(await idsOf("articles?q=%25%25")).toEqual([]);
      const { body } = await read(`articles?q=${word}&audience=Families&topicTags=A,b,a&topicTag=c`);
      expect(body.meta.filters).toEqual({ audience: ["families"], topicTags: ["c", "a", "b"], q: word });
    });
  });

  describe("the search of articles", () => {
    test.each<[string, string, boolean, Parameters<typeof makeArticle>[1]]>([
      ["the title", "tItLe", true, { title: "A Title" }],
      ["the dek", "in short", true, { dek: "All In Short" }],
      ["the preview, its breaks as blanks", "end of", true, { body: "Begin the end\n\tof it" }],
      ["the last character of the preview", "xxy", true, { body: `${"x".repeat(419)}yz` }],
      ["the first after the preview", "yz", false, { body: `${"x".repeat(419)}yz` }],
      ["a tag", "tour-pl", true, { topicTags: ["other", "Tour-Planning"] }],
      ["an inferred tag", "memory-care", true, { body: "Of memory care" }],
      ["an audience", "operat", true, { audience: ["Operators"] }],
      ["an inferred audience", "providers", true, { body: "For the community" }],
      ["a wildcard as it stands", "100%", true, { dek: "100% right" }],
      ["a wildcard for anything", "1%t", false, { dek: "100 right" }],
      ["two fields at once", "title in", false, { title: "A title", dek: "in short" }],
      ["the byline", "Newsroom", false, {}],
    ])("finds %s: %s is %s", async (_, q, isFound, values) => {
      const { id, slug } = await makeArticle(db, { title: "T", body: "B", ...values });
      const { body } = await read(`articles?slug=${slug}&q=${encodeURIComponent(q)}`);
      expect(body.data.map((article: { id: string }) => article.id)).toEqual(isFound ? [id] : []);
      expect(body.meta.count).toBe(isFound ? 1 : 0);
    });

    test("follows every change of what it looks in", async () => {
      const { id, slug } = await makeArticle(db, { title: "Before", body: "B" });
      await db
        .update(articles)
        .set({ title: "After", topicTags: ["Changed"] })
        .where(eq(articles.id, id));
      const found = async (q: string) => idsOf(`articles?slug=${slug}&q=${q}`);
      expect([await found("before"), await found("after"), await found("changed")]).toEqual([[], [id], [id]]);
    });
  });

  describe("newsletters", () => {
    const make = (values: Parameters<typeof makeEdition>[1] = {}) =>
      makeEdition(db, { subject: `Week ${word}`, ...values });

    test("link their published articles alone, in their order", async () => {
      const [second, draft, first] = [
        await makeArticle(db, { title: "Second" }),
        await makeArticle(db, { status: "draft", title: "PRIVATE draft" }),
        await makeArticle(db, { title: "First" }),
      ];
      const { id } = await make({
        articleIds: [first.id, draft.id, second.id, "gone"],
        intro: "Hello",
        scheduledFor: at(2),
      });
      await makeDeliveryAttempt(db, { editionId: id });
      const { body } = await read(`newsletters?q=${word}`);
      expect(body.data).toEqual([
        {
          ...{ id, status: "sent", subject: `Week ${word}`, audience: ["providers"], intro: "Hello" },
          ...{ scheduledFor: at(2).toISOString(), sentAt: "2026-05-01T12:00:00.000Z" },
          ...{ createdAt: "2026-05-01T12:00:00.000Z", articleIds: [first.id, second.id], articleCount: 2 },
          linkedArticles: [first, second].map(({ id, title, slug }) => ({
            ...{ id, title, slug },
            canonicalUrl: `/guides/${slug}`,
          })),
          deliveryRules: {
            ...{ status: "public_only", recipientDetailsExposed: false, deliveryAttemptsExposed: false },
            unsubscribeRequired: true,
          },
        },
      ]);
      expect(body.meta.filters).toEqual({ audience: [], q: word });
      expect(body.meta.contentRules).toEqual({
        ...{ statuses: ["approved", "scheduled", "sent"], attributionRequired: true },
        ...{ recipientDetailsExcluded: true, deliveryAttemptsExcluded: true },
      });
    });

    test("only public ones are listed, by when they go or went out, each once", async () => {
      const { id: scheduled } = await make({ status: "scheduled", scheduledFor: at(9), sentAt: null });
      const { id: sent } = await make({ sentAt: at(5) });
      const { id: approved } = await make({ status: "approved", sentAt: null, createdAt: at(7) });
      for (const status of NEWSLETTER_STATUSES) {
        if (!PUBLIC_NEWSLETTER_STATUSES.some((each) => each === status)) await make({ status });
      }
      const path = `newsroom/newsletters?q=${word}`;
      expect(await traverse(mounted, secret, path)).toEqual([scheduled, approved, sent]);
      expect(await idsOf(`newsletters?q=${word}&status=approved`)).toEqual([approved]);
      for (const status of ["draft", "blocked_by_policy", "nonsense"]) {
        expect(await idsOf(`newsletters?q=${word}&status=${status}`)).toEqual([scheduled, approved, sent]);
      }
    });

    test("are found by audience, intro and the titles of the published articles they link", async () => {
      const published = await makeArticle(db, { title: `Title${word}` });
      const draft = await makeArticle(db, { title: `Draft${word}`, status: "draft" });
      const { id } = await makeEdition(db, {
        articleIds: [published.id, draft.id],
        intro: `Intro${word}`,
        audience: ["A"],
      });
      expect(await idsOf(`newsletters?q=TITLE${word}`)).toEqual([id]);
      expect(await idsOf(`newsletters?q=intro${word}&audience=a,b`)).toEqual([id]);
      expect(await idsOf(`newsletters?q=intro${word}&audience=b`)).toEqual([]);
      expect(await idsOf(`newsletters?q=draft${word}`)).toEqual([]);
    });
  });

  describe("sources", () => {
    test("only approved ones are listed, by name, each once, and found by what is shown", async () => {
      const made: string[] = [];
      for (const name of ["c", "a", "b"]) made.push((await makeSource(db, { name: `${name} ${word}` })).id);
      for (const reviewStatus of SOURCE_REVIEW_STATUSES.filter((status) => status !== "approved")) {
        await makeSource(db, { name: `d ${word}`, reviewStatus });
      }
      expect(await traverse(mounted, secret, `newsroom/sources?q=${word}`)).toEqual([made[1], made[2], made[0]]);
      const notes = `Credit${word}`;
      const { id } = await makeSource(db, {
        url: "https://news.example/f",
        copyrightNotes: notes,
        sourceType: "interview",
      });
      const { body } = await read(`sources?q=credit${word}&sourceType=interview`);
      expect(body.data).toEqual([
        {
          ...{
            id,
            name: "Health Wire",
            sourceType: "interview",
            url: "https://news.example/f",
            attributionNotes: notes,
          },
          ...{ reviewStatus: "approved", createdAt: "2026-05-01T12:00:00.000Z" },
        },
      ]);
      expect(body.meta.filters).toEqual({ q: `credit${word}`, sourceType: "interview" });
      expect(await idsOf(`sources?q=credit${word}&sourceType=rss`)).toEqual([]);
      expect(await idsOf(`sources?q=credit${word}&sourceType=nonsense`)).toEqual([id]);
    });
  });

  describe("performance", () => {
    const metric = (
      subjectId: string,
      metricKey: "view" | "click" | "lead" | "newsletter_click",
      metricValue: number,
      more = {},
    ) => makeContentMetric(db, { subjectType: "article", subjectId, metricKey, metricValue, ...more });

    test("adds up what partners see, by channel and subject; drafts and derivatives count nowhere", async () => {
      const article = await makeArticle(db, { title: "Read by many" });
      const edition = await makeEdition(db);
      const [draft, blocked] = [
        await makeArticle(db, { status: "draft" }),
        await makeEdition(db, { status: "blocked_by_policy" }),
      ];
      await metric(article.id, "view", 60, { channel: word });
      await metric(article.id, "view", 40, { channel: word, providerId: (await makeProvider(db)).id });
      await metric(article.id, "click", 3, { channel: word });
      await metric(edition.id, "newsletter_click", 5, { channel: word, subjectType: "newsletter" });
      await metric(draft.id, "view", 1000, { channel: word });
      await metric(blocked.id, "view", 1000, { channel: word, subjectType: "newsletter" });
      await metric(article.id, "view", 1000, { channel: word, subjectType: "derivative" });
      const { body } = await read(`performance?channel=${word}`);
      const none = { leads: 0, clickThroughRate: 0 };
      expect(body.data).toEqual({
        generatedAt: expect.any(String),
        filters: { channel: word },
        totals: {
          ...{
            metrics: 4,
            views: 100,
            clicks: 3,
            shares: 0,
            saves: 0,
            newsletterOpens: 0,
            newsletterClicks: 5,
            leads: 0,
          },
          clickThroughRate: 0.03,
        },
        byChannel: [{ channel: word, views: 100, clicks: 8, leads: 0, clickThroughRate: 0.08 }],
        topContent: [
          {
            ...{ subjectType: "article", subjectId: article.id, title: "Read by many", channel: word },
            ...{ ...none, views: 100, clicks: 3, clickThroughRate: 0.03 },
          },
          {
            ...{ subjectType: "newsletter", subjectId: edition.id, title: "This week", channel: word },
            ...{ ...none, views: 0, clicks: 5 },
          },
        ],
        nextActions: [expect.stringMatching(/lead/)],
      });
      expect(body.meta.contentRules).toEqual({
        ...{ aggregationOnly: true, allowedSubjectTypes: ["article", "newsletter"], rawMetricPayloadExcluded: true },
        ...{ recipientDetailsExcluded: true, draftAndPolicyBlockedContentExcluded: true },
      });
      const only = async (query: string) => (await read(`performance?channel=${word}&${query}`)).body.data;
      expect((await only("subjectType=newsletter")).totals).toMatchObject({ metrics: 1, newsletterClicks: 5 });
      expect((await only(`subjectId=${article.id}`)).totals).toMatchObject({ metrics: 3, views: 100 });
      expect((await only(`subjectId=${draft.id}`)).totals).toMatchObject({ metrics: 0, views: 0 });
      expect((await only("subjectType=derivative")).totals.metrics).toBe(4);
    });

    test("follows every change of its records and of what is public", async () => {
      const { id } = await makeArticle(db);
      const views = async () => (await read(`performance?subjectId=${id}`)).body.data.totals.views;
      await metric(id, "view", 10);
      await metric(id, "view", 5, { channel: "email" });
      expect(await views()).toBe(15);
      await db.update(contentMetrics).set({ metricValue: 20 }).where(eq(contentMetrics.subjectId, id));
      expect(await views()).toBe(40);
      await db.delete(contentMetrics).where(eq(contentMetrics.subjectId, id));
      expect((await read(`performance?subjectId=${id}`)).body.data).toMatchObject({
        totals: { metrics: 0, views: 0 },
        byChannel: [],
        topContent: [],
      });
      await metric(id, "view", 7);
      await db.update(articles).set({ status: "draft" }).where(eq(articles.id, id));
      expect(await views()).toBe(0);
    });

    test("names the ten with most views, clicks and leads, of channels in their order", async () => {
      const made: string[] = [];
      for (let n = 1; n <= 12; n++) {
        const { id } = await makeArticle(db);
        await metric(id, n % 2 ? "view" : "lead", n, { channel: `${word}-${n % 2 ? "b" : "a"}` });
        made.push(id);
      }
      const { body } = await read("performance");
      const channels = body.data.byChannel.map(({ channel }: { channel: string }) => channel);
      expect(channels).toEqual(channels.toSorted());
      expect(channels).toEqual(expect.arrayContaining([`${word}-a`, `${word}-b`]));
      expect(body.data.topContent.length).toBeLessThanOrEqual(10);
      const top = (await read(`performance?channel=${word}-a`)).body.data.topContent;
      expect(top.map(({ leads }: { leads: number }) => leads)).toEqual([12, 10, 8, 6, 4, 2]);
    });

    test("ranks by views, clicks of both kinds and leads together, equals by id, and stops at ten", async () => {
      const ids: string[] = [];
      for (let n = 0; n < 11; n++) ids.push((await makeArticle(db)).id);
      const [first, ...equals] = ids.toSorted().toReversed();
      await metric(first!, "view", 1, { channel: word });
      for (const key of ["click", "newsletter_click", "lead"] as const) await metric(first!, key, 1, { channel: word });
      for (const id of equals) await metric(id, "view", 3, { channel: word });
      const { topContent } = (await read(`performance?channel=${word}`)).body.data;
      expect(topContent.map(({ subjectId }: { subjectId: string }) => subjectId)).toEqual(
        [first, ...equals.toSorted()].slice(0, 10),
      );
      expect(topContent[0]).toMatchObject({ views: 1, clicks: 2, leads: 1, clickThroughRate: 2 });
    });
  });

  test("readiness counts what there is by what became of it", async () => {
    const before = (await read("readiness")).body.data;
    const { id: contentSourceId } = await makeSource(db);
    await makeSource(db, { reviewStatus: "needs_legal_review", sourceType: "interview" });
    await makeSource(db, { reviewStatus: "blocked", sourceType: "interview" });
    const { id: articleId } = await makeArticle(db);
    await makeArticle(db, { status: "pending_review" });
    const stamps = { createdAt: at(1), updatedAt: at(1) };
    // One of the first kind, two of the second and so on, so that no count stands for another.
    const byKind = <K extends string>(kinds: readonly K[]) => kinds.flatMap((kind, n) => Array<K>(n + 1).fill(kind));
    for (const status of byKind(NEWS_ITEM_STATUSES)) {
      await db.insert(newsItems).values({ id: newObjectId(), contentSourceId, title: "PRIVATE", status, ...stamps });
    }
    for (const derivativeType of byKind(DERIVATIVE_TYPES)) {
      const derivative = { id: newObjectId(), articleId, derivativeType, body: "PRIVATE", createdAt: at(1) };
      await db.insert(articleDerivatives).values(derivative);
    }
    const { body } = await read("readiness");
    const { sourceRegistrySummary: sources, articleSummary } = before;
    expect(body.data).toEqual({
      generatedAt: expect.any(String),
      status: "blocked",
      sourceRegistrySummary: {
        ...{ total: sources.total + 3, approved: sources.approved + 1, pending: sources.pending },
        ...{ needsLegalReview: sources.needsLegalReview + 1, blocked: sources.blocked + 1, rss: sources.rss + 1 },
      },
      sourceSummary: {
        ...{ total: before.sourceSummary.total + 21, newItems: before.sourceSummary.newItems + 1 },
        triagedItems: before.sourceSummary.triagedItems + 2,
        blockedByPolicy: before.sourceSummary.blockedByPolicy + 6,
      },
      articleSummary: {
        ...{ total: articleSummary.total + 2, published: articleSummary.published + 1 },
        ...{ pendingReview: articleSummary.pendingReview + 1, approved: articleSummary.approved },
        blockedByPolicy: articleSummary.blockedByPolicy,
      },
      derivativeSummary: {
        total: before.derivativeSummary.total + 10,
        socialPosts: before.derivativeSummary.socialPosts + 1,
        newsletterBlurbs: before.derivativeSummary.newsletterBlurbs + 2,
        podcastBriefs: before.derivativeSummary.podcastBriefs + 3,
        appFeedPosts: before.derivativeSummary.appFeedPosts + 4,
      },
      blockers: expect.any(Array),
      nextActions: body.data.blockers,
    });
    expect(Object.keys(body.data.sourceSummary)).toEqual(["total", "newItems", "triagedItems", "blockedByPolicy"]);
    expect(Object.keys(body.meta.contentRules)).toEqual([
      "aggregationOnly",
      "draftBodiesExcluded",
      "rawSourceItemsExcluded",
      "adminReviewNotesExcluded",
      "policyBlockedCountsOnly",
    ]);
  });

  describe("a newsletter summary", () => {
    const summary = async (key: string) => (await readAs(mounted, secret, `providers/${key}/newsletter-summary`)).body;

    test("shows editions for those who run places, how they went out, and what they brought this provider", async () => {
      const provider = await makeProvider(db);
      const edition = await makeEdition(db, { audience: ["operators", "families"] });
      const others = [
        await makeEdition(db, { audience: ["families"] }),
        await makeEdition(db, { status: "draft", subject: "PRIVATE draft" }),
      ];
      await makeDeliveryAttempt(db, { editionId: edition.id, createdAt: at(3), sentAt: at(3) });
      const error = "Refused for PRIVATE@example.org";
      await makeDeliveryAttempt(db, { editionId: edition.id, status: "blocked", error, createdAt: at(2) });
      for (const { id } of others) await makeDeliveryAttempt(db, { editionId: id });
      const tagged = (subjectId: string, providerId: string) => ({
        subjectType: "newsletter" as const,
        subjectId,
        providerId,
      });
      for (const [metricKey, metricValue] of [
        ["newsletter_open", 30],
        ["newsletter_open", 10],
        ["newsletter_click", 4],
        ["lead", 1],
        ["view", 99],
      ] as const) {
        await makeContentMetric(db, { ...tagged(edition.id, provider.id), metricKey, metricValue });
      }
      const stranger = await makeProvider(db);
      await makeContentMetric(db, { ...tagged(edition.id, stranger.id), metricKey: "lead", metricValue: 50 });
      for (const { id } of others) {
        await makeContentMetric(db, { ...tagged(id, provider.id), metricKey: "lead", metricValue: 70 });
      }
      const { data, meta } = await summary(provider.slug);
      expect(data.provider).toMatchObject({ id: provider.id, city: "Denver" });
      expect(data.totals).toMatchObject({ opens: 40, clicks: 4, leads: 1, clickThroughRate: 0.1 });
      expect(data.editions.filter(({ id }: { id: string }) => id === edition.id)).toEqual([
        {
          ...{ id: edition.id, subject: "This week", status: "sent", audience: ["operators", "families"] },
          ...{ sentAt: "2026-05-01T12:00:00.000Z", opens: 40, clicks: 4, leads: 1, clickThroughRate: 0.1 },
        },
      ]);
      expect(JSON.stringify(data)).not.toContain(others[0]!.id);
      const health = data.deliveryHealth.filter(({ editionId }: { editionId: string }) => editionId === edition.id);
      const sent = { editionId: edition.id, deliveryProvider: "mailjet", deliveryMode: "live" };
      expect(health).toEqual([
        { ...sent, status: "sent", blockers: [], sentAt: at(3).toISOString(), createdAt: at(3).toISOString() },
        { ...sent, status: "blocked", blockers: [expect.any(String)], createdAt: at(2).toISOString() },
      ]);
      expect(data.totals.deliveryAttempts).toBe(data.deliveryHealth.length);
      expect(data.totals.newsletters).toBe(data.editions.length);
      expect(data.totals.blockedAttempts).toBeGreaterThanOrEqual(1);
      expect(Object.keys(data.distributions)).toEqual([
        "editionsByStatus",
        "editionsByAudience",
        "deliveryAttemptsByStatus",
        "deliveryAttemptsByProvider",
      ]);
      expect(data.blockers).toEqual([expect.stringMatching(/blocked/)]);
      expect(Object.keys(meta.contentRules)).toHaveLength(7);
    });

    test("says when a provider has no figures, and does not know one that partners do not see", async () => {
      const provider = await makeProvider(db);
      const { data } = await summary(provider.id);
      expect(data.totals).toMatchObject({ opens: 0, clicks: 0, leads: 0, clickThroughRate: 0 });
      expect(data.blockers).toContainEqual(expect.stringMatching(/this provider/));
      const hidden = await makeProvider(db, { status: "closed" });
      for (const key of [hidden.id, hidden.slug])
        expect(await summary(key)).toMatchObject({ code: "provider_not_found" });
    });
  });

  test("nothing of a newsletter that is no longer public is shown", async () => {
    const { id } = await makeEdition(db, { subject: word });
    expect(await idsOf(`newsletters?q=${word}`)).toEqual([id]);
    await db.update(newsletterEditions).set({ status: "blocked_by_policy" }).where(eq(newsletterEditions.id, id));
    expect(await idsOf(`newsletters?q=${word}`)).toEqual([]);
  });
});
