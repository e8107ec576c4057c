import { createConnection } from "node:net";
import { expect, inject, test } from "vitest";
import { createTestDatabase, onServer, requireLocal } from "@/lib/testing/database";

test("a test file has a database to itself", async () => {
  expect(new URL(process.env.DATABASE_URL ?? "").pathname).toMatch(/^\/portico_test_/);
  expect(await createTestDatabase()).not.toBe(process.env.DATABASE_URL);
});

test("a test database has every table of the migrations", async () => {
  const tables = await onServer(
    process.env.DATABASE_URL ?? "",
    (sql) => sql`select tablename from pg_tables where schemaname = 'public'`,
  );
  expect(tables.length).toBeGreaterThan(0);
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
