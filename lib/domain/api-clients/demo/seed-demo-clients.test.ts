import { expect, test } from "vitest";
import { database } from "@/db/client";
import { makeAdmin, makePartner } from "@/db/testing/factories";
import { listClients } from "@/lib/domain/api-clients/administration/list-clients";
import { seedDemoClients } from "@/lib/domain/api-clients/demo/seed-demo-clients";
import { getUsageAnalytics } from "@/lib/domain/api-clients/usage/get-usage-analytics";
import { seedDemoDeliveries } from "@/lib/domain/webhooks/directory/demo/seed-demo-deliveries";
import { listDirectoryDeliveries } from "@/lib/domain/webhooks/directory/list-directory-deliveries";
import { adminCtx, testCtx } from "@/lib/testing/context";

const NOW = new Date("2026-03-01T12:00:00.000Z");

test("the demo's clients are made once: one live, one paused, one on its way, each with its calls", async () => {
  const ctx = testCtx(NOW);
  expect(await seedDemoClients(ctx)).toBe(false);
  const { db } = database();
  await makePartner(db, { name: "Acme" });
  const admin = await makeAdmin(db, { role: "SUPERADMIN" });
  expect(await seedDemoClients(ctx)).toBe(true);
  const { data } = await listClients(adminCtx(admin, NOW));
  expect(data.map(({ name, status, sandboxMode }) => [name, status, sandboxMode])).toEqual([
    ["Acme event calendar", "active", true],
    ["Acme newsletter import", "paused", true],
    ["Acme senior finder", "active", false],
  ]);
  const usage = await getUsageAnalytics(ctx, { windowDays: 30 });
  expect(usage.clients.map(({ name, blocked, rateLimited }) => [name, blocked, rateLimited])).toEqual([
    ["Acme senior finder", 2, 1],
    ["Acme newsletter import", 11, 0],
    ["Acme event calendar", 0, 0],
  ]);
  expect(await seedDemoClients(ctx)).toBe(false);
});

test("its deliveries are made once, those that failed among them", async () => {
  const ctx = testCtx(NOW);
  for (const _ of [1, 2]) await seedDemoDeliveries(ctx);
  const admin = await makeAdmin(database().db, { role: "SUPERADMIN" });
  const { data } = await listDirectoryDeliveries(adminCtx(admin, NOW), {});
  expect(data.map(({ status }) => status)).toEqual([
    "failed",
    "delivered",
    "failed",
    "delivered",
    "delivered",
    "delivered",
  ]);
  expect(data[0]).toMatchObject({ attempts: 1, lastError: "It answered 503." });
});
