import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { directoryEndpoints } from "@/lib/contract/directory-endpoints";
import { API_SCOPES } from "@/lib/domain/api-clients/scopes";
import { connection } from "@/lib/domain/connection";
import { PLANTED_MARKERS } from "@/lib/domain/directory/demo/planted";
import { seedDirectory } from "@/lib/domain/directory/demo/seed-directory";
import { directoryRoutes } from "@/lib/http/routes/directory";
import { callAs, makeClient } from "@/lib/testing/directory";
import { DIRECTORY_CALLS, type DirectoryWorld, readDirectoryWorld } from "@/lib/testing/directory-calls";
import { type Mounted, mounts } from "@/lib/testing/mounts";

const db = connection();
const P = "/api/v1/partner";
const scoped = directoryEndpoints.filter(({ auth }) => auth === "scoped");

/** Each list with the queries that open it widest. */
const LISTS = {
  providers: ["/providers"],
  community_events: ["/events"],
  reviews: ["/reviews"],
  community_posts: ["/community/posts"],
  articles: ["/newsroom/articles"],
  newsletter_editions: ["/newsroom/newsletters"],
  content_sources: ["/newsroom/sources"],
  ad_placements: ["/ads/placements?activeOnly=false&includeCreatives=1"],
  marketing_campaigns: [
    "/campaigns?status=published&includeMetrics=1",
    "/campaigns?status=paused",
    "/campaigns?status=completed",
  ],
} as const;

/** What the contract's section 10 calls visible, said again here from the contract. */
const VISIBLE: Record<keyof typeof LISTS, string> = {
  providers: "status in ('verified_by_source', 'claimed', 'verified', 'growth_partner')",
  community_events: "status in ('published', 'featured')",
  reviews: "status = 'published'",
  community_posts: "status = 'published'",
  articles: "status = 'published'",
  newsletter_editions: "status in ('approved', 'scheduled', 'sent')",
  content_sources: "review_status = 'approved'",
  ad_placements: "true",
  marketing_campaigns: "status in ('published', 'paused', 'completed')",
};

/** Names that no answer of a read may use for a field, at any depth: the "Never" lines of section 5. */
const FORBIDDEN_KEYS =
  /^(email|.*Email|.*Phone|attendee.*|recipient.*|.*[sS]egments|admin.*|.*[nN]otes|raw.*|.*Payload|payloadPreview|target|targeting.*|.*Token|keyHash|secret|signingSecret|policy.*|evidence|verificationPayload|moderation.*|entitlement.*|featureKey|href|actionUrl|requestId|visitorContext|userContext|attemptId|deliveryAttemptId|providerMessageId|.*providerError|comments|reports|members|memberKey|seedUrl|robots.*|terms.*|jurisdiction|dataSourceId|sourceRecordId|extractedFields|rsvpRows|attempts|approvalPayload|newsItemId|metadata|sandbox)$/;

/** Where the contract names such a field itself. */
const ALLOWED_KEYS: Record<string, readonly string[]> = {
  listSources: ["attributionNotes"],
  listNewsletters: ["recipientDetailsExposed"],
  submitProviderClaim: ["claimantEmail", "claimantPhone"],
  getProviderClaim: ["claimantEmail", "claimantPhone"],
  submitClaimEvidence: ["claimantEmail", "claimantPhone"],
};

function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
}

let mounted: Mounted;
let world: DirectoryWorld;
let secret: string;
beforeAll(async () => {
  await seedDirectory(db, { now: new Date(), providers: 120, plants: true });
  world = await readDirectoryWorld(db);
  secret = (await makeClient()).secret;
  mounted = await mounts[0]!.start(directoryRoutes);
}, 60_000);
afterAll(() => mounted.close());

const idsWhere = async (table: string, condition: string) =>
  (
    (await db.execute(sql.raw(`select id from ${table} where ${condition} order by id`))) as unknown as { id: string }[]
  ).map(({ id }) => id);

/** Every page of a list, as text and as rows. */
async function traverse(path: string, pageSize: number) {
  const rows: { id: string; providerId?: string }[] = [];
  let text = "";
  for (let page: number | null = 1; page !== null; ) {
    const answer = await mounted.call(
      callAs(secret, `${P}${path}${path.includes("?") ? "&" : "?"}page=${page}&pageSize=${pageSize}`),
    );
    expect(answer.status, answer.text).toBe(200);
    rows.push(...answer.body.data);
    text += answer.text;
    page = answer.body.meta.pagination.nextPage;
  }
  return { rows, text };
}

test("the world that is searched holds planted values wherever the console shows something private", async () => {
  const fields = {
    claims: ["claimant_name", "claimant_email", "claimant_phone", "claimant_role", "admin_notes"],
    verification_attempts: ["target", "evidence::text"],
    community_events: ["address_line1"],
  };
  for (const [table, columns] of Object.entries(fields)) {
    const isPlanted = columns.map(
      (column) => `(${PLANTED_MARKERS.map((m) => `${column} like '%${m}%'`).join(" or ")})`,
    );
    const unplanted = await idsWhere(table, `(${isPlanted.join(" and ")}) is not true`);
    expect(unplanted, table).toEqual([]);
  }
});

describe.each(API_SCOPES)("with %s alone", (scope) => {
  test("no answer of any operation holds a planted value or a forbidden field", async () => {
    const client = await makeClient({ scopes: [scope] });
    for (const endpoint of scoped) {
      const answer = await mounted.call(await DIRECTORY_CALLS[endpoint.id]!(world, client.secret));
      expect([endpoint.status, 403], `${endpoint.id}: ${answer.text}`).toContain(answer.status);
      expect(answer.status === endpoint.status, endpoint.id).toBe(endpoint.apiScope === scope);
      for (const marker of PLANTED_MARKERS) expect(answer.text, endpoint.id).not.toContain(marker);
      const allowed = ALLOWED_KEYS[endpoint.id] ?? [];
      const { data } = answer.body as { data?: unknown };
      expect(
        keysOf(data).filter((key) => FORBIDDEN_KEYS.test(key) && !allowed.includes(key)),
        endpoint.id,
      ).toEqual([]);
    }
  });
});

describe.each(Object.keys(LISTS) as (keyof typeof LISTS)[])("the list of %s", (table) => {
  test("in pages of any size has every visible row once and no other, and no planted value", {
    timeout: 60_000,
  }, async () => {
    const seen: string[] = [];
    for (const path of LISTS[table]) {
      const { rows, text } = await traverse(path, 100);
      seen.push(...rows.map(({ id }) => id));
      for (const marker of PLANTED_MARKERS) expect(text).not.toContain(marker);
    }
    expect(seen.toSorted()).toEqual(await idsWhere(table, VISIBLE[table]));
    expect(new Set(seen).size).toBe(seen.length);
    const some = await traverse(LISTS[table][0], 7);
    expect(some.rows.map(({ id }) => id)).toEqual(seen.slice(0, some.rows.length));
  });

  test("has pages as the contract says: 50 by default, at most 100, the last one past the end", async () => {
    const path = LISTS[table][0];
    const page = async (query: string) =>
      (await mounted.call(callAs(secret, `${P}${path}${path.includes("?") ? "&" : "?"}${query}`))).body.meta;
    expect((await page("x=1")).pagination).toMatchObject({ page: 1, pageSize: 50, offset: 0, previousPage: null });
    expect((await page("pageSize=500")).pagination.pageSize).toBe(100);
    const { pagination, count } = await page("page=99999&pageSize=2");
    expect(pagination).toMatchObject({ page: pagination.pageCount, hasNextPage: false, nextPage: null, total: count });
    for (const odd of ["page=&pageSize=", "page=abc&pageSize=x", "page=0&pageSize=0"]) {
      expect((await page(odd)).pagination.page).toBe(1);
    }
    expect((await page("page=1.9&pageSize=2.9")).pagination).toMatchObject({ page: 1, pageSize: 2 });
  });
});

test("a provider or event that is not visible is, by id and by slug, as one that never was", {
  timeout: 60_000,
}, async () => {
  const hidden = async (table: "providers" | "community_events") =>
    (await db.execute(sql.raw(`select id, slug from ${table} where not (${VISIBLE[table]})`))) as unknown as {
      id: string;
      slug: string;
    }[];
  const ofProvider = scoped.filter(({ path }) => path.startsWith(`${P}/providers/:id`));
  const [provider, ...others] = await hidden("providers");
  expect(others.length).toBeGreaterThan(5);
  for (const { path } of ofProvider) {
    for (const id of [provider!.id, provider!.slug, "provider-nobody"]) {
      const answer = await mounted.call(callAs(secret, path.replace(":id", id)));
      expect(answer.body, path).toEqual({ error: "No such provider.", code: "provider_not_found" });
    }
  }
  for (const { id, slug } of others) {
    for (const key of [id, slug])
      expect((await mounted.call(callAs(secret, `${P}/providers/${key}`))).status).toBe(404);
  }
  const events = await hidden("community_events");
  expect(events.length).toBeGreaterThan(5);
  for (const key of [...events.flatMap(({ id, slug }) => [id, slug]), "event-nobody"]) {
    const answer = await mounted.call(callAs(secret, `${P}/events/${key}/analytics`));
    expect(answer.body).toEqual({ error: "No such event.", code: "event_not_found" });
  }
});

test("what belongs to a hidden provider never says its name or slug", { timeout: 60_000 }, async () => {
  const hidden = (await db.execute(
    sql.raw(`select slug from providers where not (${VISIBLE.providers})`),
  )) as unknown as { slug: string }[];
  for (const path of ["/reviews", "/community/posts", "/events", ...LISTS.marketing_campaigns]) {
    const { text } = await traverse(path, 100);
    expect(hidden.filter(({ slug }) => text.includes(`"${slug}"`))).toEqual([]);
  }
});
