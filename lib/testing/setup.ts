import { inject } from "vitest";
import { testDatabaseUrl } from "@/lib/testing/database";

// Runs before a test file loads any module of the project, so that settings read at load time are already right.

// What a developer's shell may hold of real services must not reach a test.
const REAL_SERVICES =
  /^(UPSTASH_|INNGEST_|SMTP_URL|MAIL_FROM|STRIPE_|EVERY_ORG_|ADMIN_|KEY_ENCRYPTION_|PORTICO_|DATABASE_URL|TEST_REDIS_URL)/;
for (const name of Object.keys(process.env)) {
  if (REAL_SERVICES.test(name)) delete process.env[name];
}

Object.assign(process.env, {
  NODE_ENV: "test",
  LOG_LEVEL: "silent",
  TZ: "UTC",
  DATABASE_URL: await testDatabaseUrl(),
  KEY_ENCRYPTION_KEY: "11".repeat(32),
  NEXTAUTH_SECRET: "22".repeat(32),
  JWT_SECRET: "33".repeat(32),
});

const redisUrl = inject("testRedisUrl");
// A numbered database for each worker: none sees the keys of another.
if (redisUrl) process.env.TEST_REDIS_URL = `${redisUrl}/${Number(process.env.VITEST_POOL_ID ?? 0) % 16}`;
