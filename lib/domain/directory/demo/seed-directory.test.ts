import { count, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { providerLocations, providers } from "@/db/schema/directory-providers";
import { adCreativeDays, campaignSums, contentMetricSums, reviewCounts } from "@/db/schema/directory-tallies";
import { PLANTED_MARKERS } from "@/lib/domain/directory/demo/planted";
import { seedDirectory } from "@/lib/domain/directory/demo/seed-directory";
import { PROVIDER_STATUSES } from "@/lib/domain/directory/providers/statuses";

const now = new Date("2026-06-15T12:00:00.000Z");
const { db, sql: client } = database();
afterAll(() => client.end());

const one = async (query: string) => Number((await client.unsafe(query))[0]!.n);

test("a second seeding changes nothing, and the world is large enough to be real", { timeout: 60_000 }, async () => {
  expect(await seedDirectory(db, { now })).toBe(true);
  expect(await seedDirectory(db, { now })).toBe(false);
  const [all] = await db.select({ n: count() }).from(providers);
  expect(all!.n).toBeGreaterThanOrEqual(500);
  const [cities] = await db.select({ n: sql<number>`count(distinct (city, state))::int` }).from(providerLocations);
  expect(cities!.n).toBe(20);
  const statuses = await db.selectDistinctOn([providers.status], { status: providers.status }).from(providers);
  expect(statuses.map(({ status }) => status).toSorted()).toEqual([...PROVIDER_STATUSES].toSorted());
});

test("whoever claims a provider in the demo is a person, and no planted value reaches the console", async () => {
  const rows = await client`
    select row_to_json(claims.*)::jsonb - 'verification_payload' - 'decided_by' as claim, attempts.target, attempts.evidence
      from claims join verification_attempts attempts on attempts.claim_id = claims.id`;
  const text = JSON.stringify(rows) + JSON.stringify(await client`select address_line1 from community_events`);
  expect(rows.length).toBeGreaterThan(100);
  for (const marker of PLANTED_MARKERS) expect(text).not.toContain(marker);
});

test("tallies say what the rows sum to, after changes and removals too", async () => {
  await client`update reviews set status = 'hidden' where rating = 3`;
  await client`update reviews set status = 'published' where rating = 1`;
  await client`delete from campaign_metrics where metric_key = 'leads'`;
  await client`update content_metrics set metric_value = metric_value + 1 where channel = 'app'`;
  expect(await sumOf(db.select({ n: sql`sum(${reviewCounts.published})` }).from(reviewCounts))).toBe(
    await one("select count(*) as n from reviews where status = 'published'"),
  );
  expect(await sumOf(db.select({ n: sql`sum(impressions + clicks + leads + conversions)` }).from(campaignSums))).toBe(
    await one("select sum(metric_value) as n from campaign_metrics"),
  );
  expect(await sumOf(db.select({ n: sql`sum(${contentMetricSums.value})` }).from(contentMetricSums))).toBe(
    await one("select sum(metric_value) as n from content_metrics"),
  );
  expect(await sumOf(db.select({ n: sql`sum(impressions * 1000 + clicks)` }).from(adCreativeDays))).toBe(
    (await one("select count(*) as n from ad_impressions")) * 1000 + (await one("select count(*) as n from ad_clicks")),
  );
});

async function sumOf(query: PromiseLike<{ n: unknown }[]>): Promise<number> {
  return Number((await query)[0]!.n);
}
