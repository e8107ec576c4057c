import type postgres from "postgres";

export type DirectoryVolume = { providers: number; reviews: number; metrics: number };

export const DIRECTORY_VOLUME: DirectoryVolume = { providers: 50_000, reviews: 500_000, metrics: 1_000_000 };

/**
 * `prefix-<uuid>` of the n-th thing of a kind, so that rows find one another without a look-up. They ascend: half of the
 * time would otherwise go into indexes written at random.
 */
const idOf = (prefix: string, n: string) =>
  `'${prefix}-00000000-0000-4000-a000-' || lpad(to_hex((${n})::bigint), 12, '0')`;

/** The value at this place of a list, round and round. */
const oneOf = (values: readonly string[], n: string) =>
  `(array[${values.map((value) => `'${value}'`).join(", ")}])[1 + (${n}) % ${values.length}]`;

/** A whole number below `bound` that looks random and follows from n; `salt` sets columns apart. */
const some = (bound: number, n: string, salt = "") => `(abs(hashtext('${salt}' || (${n})))::bigint % ${bound})`;

const daysAgo = (days: string) => `now() - make_interval(secs => 86400 * (${days})::float8)`;

/** What each table gets, in the order of their references: how many rows, and the columns of the n-th of them. */
function plan({ providers, reviews, metrics }: DirectoryVolume): [table: string, rows: number, columns: Columns][] {
  const events = Math.round(providers / 2);
  const posts = providers;
  const campaigns = Math.round(providers / 3);
  const [articles, editions, creatives] = [5_000, 400, 6_000];
  const impressions = Math.round(metrics / 4);
  const campaignMetrics = Math.round(metrics * 0.4);
  const provider = (n: string) => idOf("provider", n);
  const anyProvider = (salt: string) => provider(some(providers, "n", salt));
  const stamps = { created_at: daysAgo("100 + n % 97"), updated_at: daysAgo("n % 89 + n % 1000 / 1000.0") };
  const created = { created_at: daysAgo("n % 90 + n % 997 / 997.0") };
  return [
    [
      "data_sources",
      200,
      {
        ...{ id: idOf("data-source", "n"), name: "'Source ' || n", base_url: "'https://source.example/' || n" },
        source_type: oneOf(["cms", "state_license", "provider_website", "rss", "manual", "vendor"], "n"),
        status: oneOf(["approved", "approved", "pending", "blocked", "needs_legal_review"], "n"),
        ...{
          jurisdiction: "'CO'",
          robots_status: "'allowed'",
          terms_notes: "'terms'",
          approved_at: "now()",
          ...stamps,
        },
      },
    ],
    [
      "import_batches",
      5_000,
      {
        ...{ id: idOf("import-batch", "n"), data_source_id: idOf("data-source", "n % 200"), name: "'Batch ' || n" },
        ...{ source_kind: "'csv'", status: oneOf(["completed", "completed", "running", "failed"], "n") },
        ...{ total_records: "100", imported_records: "90", rejected_records: "6", error_records: "2", ...stamps },
      },
    ],
    [
      "crawl_jobs",
      10_000,
      {
        ...{
          id: idOf("crawl-job", "n"),
          data_source_id: idOf("data-source", "n % 200"),
          seed_url: "'https://s.example'",
        },
        ...{ status: oneOf(["completed", "queued", "failed"], "n"), pages_seen: "n % 50", pages_imported: "n % 40" },
        ...stamps,
      },
    ],
    [
      "quality_flags",
      20_000,
      {
        ...{ id: idOf("quality-flag", "n"), subject_type: "'provider'", subject_id: anyProvider("flag") },
        ...{ severity: oneOf(["low", "medium", "high", "critical"], "n"), flag_key: "'stale'", message: "'stale'" },
        ...{ resolved_at: "case when n % 4 <> 0 then now() end", ...created },
      },
    ],
    [
      "provider_categories",
      12,
      { id: idOf("category", "n"), name: "'Category ' || n", slug: "'category-' || n", sort_order: "n", ...created },
    ],
    [
      "providers",
      providers,
      {
        ...{ id: provider("n"), name: `'Provider ' || md5('name' || n)`, slug: "'provider-slug-' || n" },
        status: oneOf(
          [
            "verified",
            "claimed",
            "verified_by_source",
            "growth_partner",
            "verified",
            "imported",
            "claimed",
            "suspended",
          ],
          "n",
        ),
        ...{ phone: "'+1 303 555 0100'", website_url: "'https://provider-' || n || '.example'" },
        image_url: "'https://images.example/' || n || '.jpg'",
        ...{ price_label: "'From $3,400 a month'", email: "'someone-' || n || '@provider.example'" },
        summary: "'A house with apartments, a garden and music every week, and staff who stay, on site day and night.'",
        ...{ confidence_score: "0.5 + n % 50 / 100.0", ...stamps },
      },
    ],
    [
      "provider_locations",
      providers,
      {
        ...{
          id: idOf("location", "n"),
          provider_id: provider("n"),
          position: "0",
          address_line1: "n || ' Pearl Street'",
        },
        city: oneOf(["Denver", "Boulder", "Phoenix", "Austin", "Dallas", "Seattle", "Boise", "Tampa"], "n / 7"),
        ...{ state: oneOf(["CO", "CO", "AZ", "TX", "TX", "WA", "ID", "FL"], "n / 7"), postal_code: "'80203'" },
        ...{ country: "'US'", ...stamps },
      },
    ],
    [
      "provider_category_assignments",
      providers,
      { provider_id: provider("n"), category_id: idOf("category", "n % 12"), ...created },
    ],
    [
      "provider_sources",
      providers,
      {
        ...{
          id: idOf("provider-source", "n"),
          provider_id: provider("n"),
          data_source_id: idOf("data-source", "n % 200"),
        },
        ...{ source_name: "'State licensing register'", source_url: "'https://register.example/' || n" },
        ...{ fetched_at: "now()", confidence: "0.9", source_record_id: "'record-' || n", ...created },
      },
    ],
    [
      "provider_entitlements",
      Math.round(providers / 5),
      {
        ...{ id: idOf("entitlement", "n"), provider_id: provider("n * 5"), feature_key: "'boost'", status: "'active'" },
        ...stamps,
      },
    ],
    [
      "claims",
      Math.round(providers / 4),
      {
        ...{
          id: idOf("claim", "n"),
          provider_id: provider("n * 4"),
          claimant_name: "'C'",
          claimant_email: "'c@d.example'",
        },
        ...{ status: "'approved'", approved_at: "now()", ...stamps },
      },
    ],
    [
      "community_events",
      events,
      {
        ...{
          id: idOf("event", "n"),
          provider_id: anyProvider("event"),
          title: "'Open house ' || n",
          slug: "'event-' || n",
        },
        ...{ event_type: "'open_house'", status: oneOf(["published", "featured", "published", "draft"], "n") },
        ...{ starts_at: daysAgo("n % 120 - 60"), ends_at: daysAgo("n % 120 - 60.1") },
        ...{ city: oneOf(["Denver", "Boulder", "Austin", "Dallas"], "n"), state: oneOf(["CO", "CO", "TX", "TX"], "n") },
        ...stamps,
      },
    ],
    [
      "event_rsvps",
      events * 4,
      {
        ...{ id: idOf("rsvp", "n"), event_id: idOf("event", `n % ${events}`), attendee_name: "'A'" },
        ...{ attendee_email: "'a-' || n || '@b.example'", party_size: "1 + n % 3" },
        ...{ status: oneOf(["confirmed", "waitlisted", "canceled", "attended", "no_show"], "n"), ...stamps },
      },
    ],
    [
      "event_promotions",
      Math.round(events / 5),
      {
        ...{ id: idOf("promotion", "n"), event_id: idOf("event", "n * 5"), placement_key: "'events.featured.local'" },
        ...{ status: oneOf(["active", "completed"], "n"), budget_cents: "5000", ...stamps },
      },
    ],
    [
      "reviews",
      reviews,
      {
        ...{ id: idOf("review", "n"), provider_id: anyProvider("review"), reviewer_name: "'Ann K.'" },
        ...{ reviewer_email: "'ann-' || n || '@mail.example'", rating: "1 + n % 5", title: "'Kind people'" },
        ...{ body: "'Everybody knew my name after a week.'", source: oneOf(["first_party", "google"], "n") },
        status: oneOf(["published", "published", "published", "published", "pending_moderation"], "n / 3"),
        created_at: daysAgo(`1000.0 * n / ${reviews}`),
        updated_at: "now()",
      },
    ],
    [
      "review_sentiments",
      reviews,
      {
        ...{ id: idOf("sentiment", "n"), review_id: idOf("review", "n"), provider_id: anyProvider("review") },
        ...{ sentiment: oneOf(["positive", "neutral", "negative"], "n"), score: "n % 100 / 100.0", ...created },
      },
    ],
    [
      "review_request_campaigns",
      Math.round(providers / 3),
      {
        ...{ id: idOf("request-campaign", "n"), provider_id: provider("n * 3"), name: "'Round ' || n" },
        ...{ channel: "'email'", status: oneOf(["sent", "queued"], "n"), ...stamps },
      },
    ],
    [
      "review_requests",
      providers,
      {
        ...{ id: idOf("request", "n"), campaign_id: idOf("request-campaign", `n % ${Math.round(providers / 3)}`) },
        ...{ provider_id: provider(`3 * (n % ${Math.round(providers / 3)})`), recipient: "'r@s.example'" },
        ...{ status: oneOf(["sent", "queued"], "n"), ...stamps },
      },
    ],
    [
      "community_posts",
      posts,
      {
        ...{ id: idOf("post", "n"), provider_id: anyProvider("post"), author_name: "'Marge'", title: "'A tip'" },
        post_type: oneOf(["question", "recommendation", "event", "educational_tip", "offer"], "n"),
        ...{
          status: oneOf(["published", "published", "published", "hidden"], "n"),
          body: "'We looked at three houses.'",
        },
        ...{ city: oneOf(["Denver", "Boulder", "Austin"], "n"), state: oneOf(["CO", "CO", "TX"], "n") },
        ...{ is_sponsored: "n % 7 = 0", created_at: daysAgo(`400.0 * n / ${posts}`), updated_at: "now()" },
      },
    ],
    [
      "ad_placements",
      200,
      {
        ...{ id: idOf("placement", "n"), placement_key: "'volume.' || n", name: "'Placement ' || n", surface: "'web'" },
        ...stamps,
      },
    ],
    [
      "ad_campaigns",
      Math.round(creatives / 3),
      {
        ...{ id: idOf("ad-campaign", "n"), provider_id: anyProvider("ad"), name: "'Run ' || n" },
        ...{ status: oneOf(["active", "active", "paused"], "n"), budget_cents: "100000", ...stamps },
      },
    ],
    [
      "ad_creatives",
      creatives,
      {
        ...{ id: idOf("creative", "n"), placement_id: idOf("placement", "n % 200") },
        ...{ campaign_id: idOf("ad-campaign", `n % ${Math.round(creatives / 3)}`), headline: "'Come and see us'" },
        ...{ event_id: idOf("event", `n % ${events}`), ...stamps },
      },
    ],
    [
      "ad_impressions",
      impressions,
      {
        ...{ id: idOf("impression", "n"), placement_key: `'volume.' || (n % ${creatives}) % 200` },
        ...{ creative_id: idOf("creative", `n % ${creatives}`), visitor_key: "'visitor-' || n % 20000", ...created },
      },
    ],
    [
      "ad_clicks",
      Math.round(impressions / 20),
      {
        ...{ id: idOf("click", "n"), placement_key: `'volume.' || (n % ${creatives}) % 200` },
        ...{ creative_id: idOf("creative", `n % ${creatives}`), ...created },
      },
    ],
    [
      "marketing_campaigns",
      campaigns,
      {
        ...{ id: idOf("campaign", "n"), provider_id: anyProvider("campaign"), name: "'Campaign ' || n" },
        campaign_type: oneOf(["profile_growth", "local_seo", "social_media", "newsletter", "event_promotion"], "n"),
        status: oneOf(["published", "published", "paused", "completed", "draft", "blocked_by_policy"], "n"),
        ...{ channels: "array['email', 'social']", ...stamps },
      },
    ],
    [
      "campaign_assets",
      campaigns * 2,
      {
        ...{ id: idOf("asset", "n"), campaign_id: idOf("campaign", `n % ${campaigns}`), asset_type: "'mail'" },
        ...{ status: oneOf(["approved", "draft", "blocked"], "n"), ...stamps },
      },
    ],
    [
      "campaign_metrics",
      campaignMetrics,
      {
        ...{ id: idOf("campaign-metric", "n"), campaign_id: idOf("campaign", `n % ${campaigns}`) },
        metric_key: oneOf(["impressions", "clicks", "leads", "conversions"], `n / ${campaigns}`),
        ...{ metric_value: "n % 500", recorded_at: "now()", ...created },
      },
    ],
    [
      "content_sources",
      500,
      {
        ...{ id: idOf("content-source", "n"), name: "'Health Wire ' || n", url: "'https://news.example/' || n" },
        source_type: oneOf(["rss", "manual_url", "interview", "regulatory", "platform_data"], "n"),
        ...{ review_status: oneOf(["approved", "approved", "pending"], "n"), ...stamps },
      },
    ],
    [
      "news_items",
      20_000,
      {
        ...{ id: idOf("news-item", "n"), content_source_id: idOf("content-source", "n % 500"), title: "'Item ' || n" },
        ...{ status: oneOf(["new", "triaged", "drafted", "ignored"], "n"), ...stamps },
      },
    ],
    [
      "articles",
      articles,
      {
        ...{ id: idOf("article", "n"), byline: "'The newsroom'", title: "'What memory care costs ' || n" },
        ...{ slug: "'article-' || n", dek: "'Prices in twenty cities'", body: "repeat('We asked families. ', 60)" },
        status: oneOf(["published", "published", "published", "draft"], "n"),
        ...{ published_at: daysAgo(`800.0 * n / ${articles}`), topic_tags: "array['memory-care']" },
        ...{ audience: "array['families']", ...stamps },
      },
    ],
    [
      "article_derivatives",
      articles * 2,
      {
        ...{ id: idOf("derivative", "n"), article_id: idOf("article", `n % ${articles}`), body: "'Short'" },
        derivative_type: oneOf(["social_post", "newsletter_blurb", "podcast_brief", "app_feed_post"], "n"),
        ...created,
      },
    ],
    [
      "newsletter_editions",
      editions,
      {
        ...{ id: idOf("edition", "n"), subject: "'Week ' || n", audience: "array['providers']" },
        article_ids: `array[${idOf("article", `n % ${articles}`)}]`,
        ...{ status: oneOf(["sent", "sent", "approved", "draft"], "n"), sent_at: daysAgo("n"), ...stamps },
      },
    ],
    [
      "newsletter_delivery_attempts",
      editions * 2,
      {
        ...{ id: idOf("attempt", "n"), edition_id: idOf("edition", `n % ${editions}`), delivery_provider: "'mailjet'" },
        ...{ delivery_mode: "'live'", status: oneOf(["sent", "blocked"], "n / 300"), ...created },
      },
    ],
    [
      "content_metrics",
      metrics - impressions - campaignMetrics,
      {
        ...{ id: idOf("content-metric", "n"), subject_type: oneOf(["article", "newsletter"], "n") },
        subject_id: `case when n % 2 = 0 then ${idOf("article", `n % ${articles}`)} else ${idOf("edition", `n % ${editions}`)} end`,
        ...{ provider_id: `case when n % 3 = 0 then ${anyProvider("content")} end`, channel: "'owned_site'" },
        metric_key: oneOf(["view", "click", "share", "save", "newsletter_open", "newsletter_click", "lead"], "n / 2"),
        ...{ metric_value: "1 + n % 9", ...created },
      },
    ],
  ];
}

type Columns = Record<string, string>;

type Taken = { drop: string; restore: string };

/** Foreign keys and indexes beside the primary keys, in the order in which they must go. */
async function listChecks(sql: postgres.TransactionSql, tables: readonly string[]): Promise<Taken[]> {
  const keys = await sql<Taken[]>`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as restore
    from pg_constraint where contype = 'f' and conrelid::regclass::text = any(${tables as string[]})`;
  const indexes = await sql<Taken[]>`
    select format('drop index %s', indexrelid::regclass) as drop, pg_get_indexdef(indexrelid) as restore
    from pg_index where not indisprimary and indrelid::regclass::text = any(${tables as string[]})`;
  return [...keys, ...indexes];
}

/**
 * A directory that has been in use for years, one statement for each table, evenly made and in no way lifelike. Foreign
 * keys and indexes come back once the rows are there, all at once, in a tenth of the time; triggers tally as ever. For an
 * empty directory, for measuring lists and summaries, and for nothing else.
 */
export async function seedDirectoryVolume(
  sql: postgres.Sql,
  volume: DirectoryVolume = DIRECTORY_VOLUME,
): Promise<void> {
  const tables = plan(volume);
  await sql.begin(async (sql) => {
    await sql.unsafe(
      "set local statement_timeout = 0; set local maintenance_work_mem = '256MB'; set local work_mem = '64MB'",
    );
    const taken = await listChecks(
      sql,
      tables.map(([table]) => table),
    );
    for (const { drop } of taken) await sql.unsafe(drop);
    for (const [table, rows, columns] of tables) {
      const values = Object.values(columns).join(", ");
      await sql.unsafe(
        `insert into ${table} (${Object.keys(columns).join(", ")}) select ${values} from generate_series(0, ${rows - 1}) as n`,
      );
    }
    for (const { restore } of [...taken].reverse()) await sql.unsafe(restore);
  });
  // What a database that has been in use for a while knows of its tables.
  await sql`vacuum analyze`;
}
