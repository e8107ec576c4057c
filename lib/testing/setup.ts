import { afterAll, inject, vi } from "vitest";
import { hashCheaply } from "@/lib/platform/passwords";
import { leaveDatabase, takeDatabase } from "@/lib/testing/database";

// Runs before the modules of a test file. The files of one worker share the modules they import, which saves most of
// the time of importing them; what a process keeps of its settings, its database and its clock ends with the file.

const before = { ...process.env };

// What a developer's shell may hold of real services must not reach a test.
const REAL_SERVICES =
  /^(UPSTASH_|INNGEST_|SMTP_URL|MAIL_FROM|STRIPE_|EVERY_ORG_|ADMIN_|KEY_ENCRYPTION_|PORTICO_|DATABASE_URL|TEST_REDIS_URL)/;
for (const name of Object.keys(process.env)) {
  if (REAL_SERVICES.test(name)) delete process.env[name];
}

const databaseUrl = await takeDatabase();
Object.assign(process.env, {
  NODE_ENV: "test",
  LOG_LEVEL: "silent",
  TZ: "UTC",
  // Tests name their client address by X-Forwarded-For, so that no two share a bucket.
  TRUSTED_PROXY_HOPS: "1",
  DATABASE_URL: databaseUrl,
  KEY_ENCRYPTION_KEY: "11".repeat(32),
  NEXTAUTH_SECRET: "22".repeat(32),
  JWT_SECRET: "33".repeat(32),
});

hashCheaply();

const redisUrl = inject("testRedisUrl");
// A numbered database for each worker: none sees the keys of another.
if (redisUrl) process.env.TEST_REDIS_URL = `${redisUrl}/${Number(process.env.VITEST_POOL_ID ?? 0) % 16}`;

afterAll(async () => {
  vi.useRealTimers();
  // Not before the settings are right: what it imports reads them.
  const { forgetProcess } = await import("@/lib/testing/forget-process");
  const kept = await forgetProcess();
  if (!kept.has("database")) leaveDatabase(databaseUrl);
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
});
