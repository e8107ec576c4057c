import postgres from "postgres";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { CACHE_BOUND_MS, ChangeListener } from "@/lib/platform/change-listener";
import { databaseUrl } from "@/lib/platform/database-url";
import { SnapshotCache } from "@/lib/platform/snapshot-cache";

let sql: postgres.Sql;
const listeners: ChangeListener[] = [];

beforeAll(() => {
  sql = postgres(databaseUrl(), { max: 2, onnotice: () => {} });
});
afterAll(async () => {
  await Promise.all(listeners.map((listener) => listener.stop()));
  await sql.end();
});

/** A process of its own, as far as the database can tell. */
async function startListener(): Promise<ChangeListener> {
  const listener = new ChangeListener(databaseUrl());
  listener.start();
  listeners.push(listener);
  await vi.waitUntil(() => listener.isUp(), { timeout: 5_000, interval: 10 });
  return listener;
}

const cacheOf = (listener: ChangeListener) =>
  new SnapshotCache<{ id: string; at: number }>(listener, (value) => [`key:${value.id}`]);

test("after settle, every other process has dropped what changed, and keeps the rest", async () => {
  const [here, there] = await Promise.all([startListener(), startListener()]);
  const cache = cacheOf(there);
  for (let round = 0; round < 50; round += 1) {
    const [changed, other] = [`changed-${round}`, `other-${round}`];
    for (const id of [changed, other]) await cache.get(id, async () => ({ id, at: round }));
    await sql`select pg_notify('portico_cache', ${`key:${changed}`})`;
    await here.settle();
    expect(cache.peek(changed)).toBeUndefined();
    expect(cache.peek(other)).toBeDefined();
  }
});

test("a value read while a change came in is used but not kept", async () => {
  const listener = await startListener();
  const cache = cacheOf(listener);
  const value = await cache.get("k", async () => {
    listener.emit("key:k");
    return { id: "k", at: 1 };
  });
  expect(value).toEqual({ id: "k", at: 1 });
  expect(cache.peek("k")).toBeUndefined();
});

test("absence is never kept: what appears is seen at once", async () => {
  const cache = cacheOf(await startListener());
  expect(await cache.get("new", async () => null)).toBeNull();
  expect(await cache.get("new", async () => ({ id: "new", at: 1 }))).toEqual({ id: "new", at: 1 });
});

test("callers that ask at once share one read", async () => {
  const cache = cacheOf(await startListener());
  const load = vi.fn(async () => ({ id: "shared", at: 1 }));
  await Promise.all([1, 2, 3, 4].map(() => cache.get("shared", load)));
  expect(load).toHaveBeenCalledTimes(1);
});

test("while nothing is heard from the database, nothing older than the bound is served", () => {
  // Never started: it hears nothing, as after a cut connection.
  const cache = cacheOf(new ChangeListener("postgres://nobody@127.0.0.1:1/none"));
  const clock = vi.spyOn(performance, "now").mockReturnValue(10_000);
  return cache
    .get("k", async () => ({ id: "k", at: 1 }))
    .then(() => {
      clock.mockReturnValue(10_000 + CACHE_BOUND_MS - 1);
      expect(cache.peek("k")).toBeDefined();
      clock.mockReturnValue(10_000 + CACHE_BOUND_MS);
      expect(cache.peek("k")).toBeUndefined();
    })
    .finally(() => clock.mockRestore());
});

test("a listener whose connection is cut comes back, and forgets everything it might have missed", async () => {
  const listener = await startListener();
  const cache = cacheOf(listener);
  await cache.get("k", async () => ({ id: "k", at: 1 }));
  const generation = listener.generation;
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'portico-listener' and datname = current_database()`;
  await vi.waitUntil(() => listener.generation > generation && listener.isUp(), { timeout: 8_000, interval: 20 });
  expect(cache.peek("k")).toBeUndefined();
}, 10_000);
