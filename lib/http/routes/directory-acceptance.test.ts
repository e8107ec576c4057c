import { and, desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { apiRequests } from "@/db/schema/records";
import { directoryEndpoints } from "@/lib/contract/directory-endpoints";
import { API_SCOPES } from "@/lib/domain/api-clients/scopes";
import { connection } from "@/lib/domain/connection";
import { seedDirectory } from "@/lib/domain/directory/demo/seed-directory";
import { directoryRoutes } from "@/lib/http/routes/directory";
import { usageBuffer } from "@/lib/http/usage-buffer";
import { makeClient } from "@/lib/testing/directory";
import { DIRECTORY_CALLS, type DirectoryWorld, readDirectoryWorld } from "@/lib/testing/directory-calls";
import { type Mounted, mounts } from "@/lib/testing/mounts";

const db = connection();
const scoped = directoryEndpoints.filter(({ auth }) => auth === "scoped");
const open = directoryEndpoints.filter(({ auth }) => auth === "none");

let world: DirectoryWorld;
beforeAll(async () => {
  await seedDirectory(db, { now: new Date(), providers: 60 });
  world = await readDirectoryWorld(db);
});

test("the API has 38 operations: 27 behind a key and 11 open documents; routes keep all of them and no other", () => {
  expect([scoped.length, open.length]).toEqual([27, 11]);
  expect(new Set(directoryRoutes.routes.map(({ endpoint }) => endpoint))).toEqual(new Set(directoryEndpoints));
  expect(Object.keys(DIRECTORY_CALLS).toSorted()).toEqual(scoped.map(({ id }) => id).toSorted());
});

describe.each(mounts)("through $name", ({ start }) => {
  let mounted: Mounted;
  beforeAll(async () => {
    mounted = await start(directoryRoutes);
  });
  afterAll(() => mounted.close());

  describe.each(scoped)("$method $path", (endpoint) => {
    const callBy = async (secret: string) => mounted.call(await DIRECTORY_CALLS[endpoint.id]!(world, secret));

    test("succeeds with its scope, in the envelope, with every header", async () => {
      const { client, key, secret } = await makeClient({ scopes: [endpoint.apiScope!], rateLimitPerMinute: 40 });
      const answer = await callBy(secret);
      expect(answer.status, answer.text).toBe(endpoint.status);
      expect(answer.headers).toMatchObject({
        "x-senior-guru-envelope-version": "2026-05-14.partner.v1",
        "x-senior-guru-api-client": client.id,
        "x-senior-guru-api-key": key.id,
        "x-senior-guru-sandbox": "true",
        "x-senior-guru-api-status": "allowed",
        "x-ratelimit-limit": "40",
        "x-ratelimit-window": "60",
        "cache-control": "no-store",
      });
      expect(answer.body.data).toBeDefined();
      expect(answer.body.meta).toMatchObject({
        apiClientId: client.id,
        sandboxMode: true,
        responseEnvelope: { version: "2026-05-14.partner.v1", dataPath: "data", metaPath: "meta", errorPath: "error" },
        ...(endpoint.contentRules && { contentRules: endpoint.contentRules }),
      });
      // What has no value is left out; only the pages beside this one may be null (contract 4.1).
      expect(JSON.stringify(answer.body.data).includes(":null")).toBe(false);
    });

    test("is closed without a key, with a bad one, without the scope, and to a paused client", async () => {
      const lacking = await makeClient({ scopes: API_SCOPES.filter((scope) => scope !== endpoint.apiScope) });
      const paused = await makeClient({ status: "paused" });
      const cases: [string, number, string][] = [
        ["", 401, "missing_api_key"],
        [`tsg_live_${"x".repeat(32)}`, 401, "invalid_api_key"],
        [lacking.secret, 403, "missing_scope"],
        [paused.secret, 403, "client_inactive"],
      ];
      for (const [secret, status, code] of cases) {
        const answer = await callBy(secret);
        expect(answer).toMatchObject({ status, code });
        expect(answer.headers["x-senior-guru-api-status"]).toBe("blocked");
      }
    });

    test("is refused over the limit, and both calls stand in the log under its own event", async () => {
      const { client, secret } = await makeClient({ rateLimitPerMinute: 1 });
      await callBy(secret);
      expect(await callBy(secret)).toMatchObject({ status: 429, code: "rate_limit_exceeded" });
      await usageBuffer().flush();
      const logged = await db
        .select()
        .from(apiRequests)
        .where(and(eq(apiRequests.apiClientId, client.id), eq(apiRequests.eventType, endpoint.audit!.eventType)))
        .orderBy(desc(apiRequests.at));
      expect(logged.map(({ outcome }) => outcome).toSorted()).toEqual(["allowed", "rate_limited"]);
      for (const { subjectType } of logged) expect(subjectType).toBe(endpoint.audit!.subjectType);
    });
  });

  test.each(open)("$path is open to anyone", async ({ path }) => {
    const answer = await mounted.call({ target: path });
    expect(answer.status).toBe(200);
    expect(Object.keys(answer.body)).toEqual(["data"]);
  });
});
