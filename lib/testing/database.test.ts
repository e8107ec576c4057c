import { createConnection } from "node:net";
import { expect, inject, test } from "vitest";
import { createTestDatabase, onServer, requireLocal, testDatabaseUrl } from "@/lib/testing/database";

test("a test file has a database to itself", async () => {
  expect(new URL(process.env.DATABASE_URL ?? "").pathname).toMatch(/^\/portico_test_/);
  expect(await testDatabaseUrl()).not.toBe(process.env.DATABASE_URL);
});

test("a test database has every table of the migrations", async () => {
  const { url, drop } = await createTestDatabase();
  const tables = await onServer(url, (sql) => sql`select tablename from pg_tables where schemaname = 'public'`);
  await drop();
  expect(tables.length).toBeGreaterThan(0);
});

test("an extra database is nobody else's, and gone once it is dropped", async () => {
  const [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  expect(first.url).not.toBe(second.url);
  await first.drop();
  await second.drop();
  await expect(onServer(first.url, (sql) => sql`select 1`)).rejects.toThrow(/does not exist/);
});

test.each(["db.example.org", "10.0.0.5", "localhost.example.org"])("a server on %s is refused", (host) => {
  expect(() => requireLocal(`postgres://portico@${host}/portico`)).toThrow(/is not this machine/);
});

test.skipIf(!inject("testRedisUrl"))("the run's Redis answers", async () => {
  const { port, hostname } = new URL(process.env.TEST_REDIS_URL ?? "");
  const socket = createConnection(Number(port), hostname);
  const answer = await new Promise((resolve) => {
    socket.once("data", (bytes) => resolve(bytes.toString())).write("PING\r\n");
  });
  socket.destroy();
  expect(answer).toBe("+PONG\r\n");
});
