import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { singleton } from "@/lib/platform/singleton";

type Source = Record<string, string | undefined>;

const flag = z
  .enum(["true", "false", "1", "0"], "must be true or false")
  .transform((text) => text === "true" || text === "1");
const key32 = z
  .string()
  .transform((text) => Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? "hex" : "base64"))
  .refine((bytes) => bytes.length === 32, "must be 32 bytes, as 64 hex characters or base64");
const webUrl = z
  .url({ protocol: /^https?$/, error: "must be an http or https URL" })
  .transform((text) => text.replace(/\/+$/, ""));

function wholeNumber(min: number, max: number) {
  const error = `must be a number from ${min} to ${max}`;
  return z.string().regex(/^\d+$/, error).transform(Number).pipe(z.number().min(min, error).max(max, error));
}

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
const longSecret = z.string().min(32, "must have at least 32 characters");

/** One row for every variable: its form, why it is there, and an example. The README's table says the same. */
const VARIABLES = {
  PORT: [wholeNumber(0, 65_535), "port of the app", "3000"],
  PUBLIC_BASE_URL: [webUrl, "base URL in links, mails and documents", "https://partners.example.org"],
  DATABASE_URL: [
    z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// URL" }),
    "PostgreSQL 15 or newer; without it the embedded one starts",
    "postgres://portico:secret@127.0.0.1:5432/portico",
  ],
  PORTICO_DATA_DIR: [z.string().min(1), "data folder of the embedded default", ".portico"],
  KEY_ENCRYPTION_KEY: [
    key32,
    "encrypts HMAC and webhook secrets",
    "openssl rand -hex 32   makes one: 64 hex characters",
  ],
  KEY_ENCRYPTION_KEYS_OLD: [
    z
      .string()
      .transform((text) => text.split(/[\s,]+/).filter(Boolean))
      .pipe(z.array(key32)),
    "former values of KEY_ENCRYPTION_KEY, for reading",
    "two values, separated by a comma",
  ],
  NEXTAUTH_SECRET: [longSecret, "encrypts portal sessions", "openssl rand -hex 32"],
  JWT_SECRET: [longSecret, "signs user tokens", "openssl rand -hex 32"],
  ADMIN_EMAIL: [
    z.email("must be an e-mail address"),
    "creates the first SUPERADMIN when no admin exists",
    "you@example.org",
  ],
  ADMIN_PASSWORD: [z.string().min(12, "must have at least 12 characters"), "its password", "a long pass phrase"],
  ADMIN_TOTP_REQUIRED: [flag, "administrators enrol a second factor before they do anything else", "true"],
  SELF_SERVICE_SANDBOX_ENABLED: [flag, "sign-up and self-service sandbox keys", "true"],
  REQUIRE_EMAIL_VERIFICATION: [flag, "new users confirm their address first", "true"],
  UPSTASH_REDIS_REST_URL: [webUrl, "rate limits and replay claims shared by several servers", "https://redis.example"],
  UPSTASH_REDIS_REST_TOKEN: [z.string().min(1), "its token", "the token of that database"],
  INNGEST_DEV: [z.string(), "Inngest's dev server drives the jobs, unsigned", "1"],
  INNGEST_BASE_URL: [webUrl, "a self-hosted Inngest drives the jobs", "http://127.0.0.1:8288"],
  INNGEST_EVENT_KEY: [z.string().min(1), "Inngest drives the jobs", "the event key"],
  INNGEST_SIGNING_KEY: [z.string().min(1), "verifies Inngest's calls", "the signing key"],
  SMTP_URL: [
    z.url({ protocol: /^smtps?$/, error: "must be an smtp:// or smtps:// URL" }),
    "outgoing mail; without it mails stay in the outbox",
    "smtp://user:secret@mail.example:587",
  ],
  MAIL_FROM: [z.string().min(3), "sender of mails", "Portico <portico@example.org>"],
  ALLOW_INSECURE_WEBHOOKS: [flag, "lets sandbox webhooks go to http and private addresses", "false"],
  WEBHOOK_SIGNING_ENCRYPTION_KEY: [
    longSecret,
    "encrypts signing secrets of directory subscriptions; without it KEY_ENCRYPTION_KEY does",
    "openssl rand -hex 32",
  ],
  WEBHOOK_RETRY_CRON_MODE: [
    z.enum(["preview", "live"], "must be preview or live"),
    "whether the scheduler of directory deliveries acts, or only says what it would do",
    "preview",
  ],
  WEBHOOK_RETRY_CRON_LIVE_APPROVED: [flag, "live mode of that scheduler was approved", "true"],
  WEBHOOK_RETRY_CRON_APPROVED_BY: [z.string().min(1), "who approved it", "you@example.org"],
  WEBHOOK_RETRY_CRON_APPROVED_AT: [
    z.iso.datetime({ offset: true, error: "must be an ISO 8601 time" }),
    "when it was approved",
    "2026-05-14T21:00:00.000Z",
  ],
  TRUSTED_PROXY_HOPS: [wholeNumber(0, 10), "proxies to trust for the client address", "1"],
  STRIPE_SECRET_KEY: [z.string().min(1), "donations by Stripe", "sk_live_…"],
  STRIPE_WEBHOOK_SECRET: [z.string().min(1), "verifies Stripe's callbacks", "whsec_…"],
  STRIPE_SECRET_KEY_TEST: [z.string().min(1), "sandbox donations by Stripe's test mode", "sk_test_…"],
  STRIPE_WEBHOOK_SECRET_TEST: [z.string().min(1), "verifies the callbacks of its test mode", "whsec_…"],
  EVERY_ORG_WEBHOOK_TOKEN: [z.string().min(1), "donations by every.org", "the token every.org gives its partners"],
  EVERY_ORG_CALLBACK_SECRET: [
    z
      .string()
      .regex(/^[A-Za-z0-9_-]{43,}$/, "must be at least 32 random bytes, as 64 hex characters or 43 of base64url"),
    "last part of the path of every.org's callbacks",
    "openssl rand -hex 32",
  ],
  FOUR_EYES: [flag, "second approver for valuable changes", "true"],
  FOUR_EYES_ALLOCATION_TOKENS: [
    wholeNumber(0, 1_000_000_000_000),
    "production tokens that one administrator may hand out alone",
    "100000",
  ],
  API_AUDIT_RETENTION_DAYS: [
    wholeNumber(90, 3650),
    "days for which calls of the directory API are evidence before a purge may be approved",
    "730",
  ],
  LOG_LEVEL: [z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(", ")}`), "how much is logged", "info"],
  PORTICO_DEMO: [flag, "shows the demo log-ins on the sign-in page; set by npm run demo", "false"],
  PORTICO_BENCH: [flag, "answers the yardstick of npm run bench", "false"],
  PORTICO_FAST_LANE: [flag, "answers API calls without passing through Next", "true"],
} as const satisfies Record<string, readonly [z.ZodType, string, string]>;

type Name = keyof typeof VARIABLES;

export const VARIABLE_NAMES = Object.keys(VARIABLES) as Name[];

type Values = { [N in Name]?: z.output<(typeof VARIABLES)[N][0]> };

/** A start-up error for the person who starts the server: a table of what is missing or malformed. */
export class EnvironmentError extends Error {
  constructor(problems: { name: Name; problem: string }[]) {
    const rows = problems.map(({ name, problem }) => [name, problem, VARIABLES[name][1], VARIABLES[name][2]]);
    const table = [["variable", "problem", "what it is for", "example"], ...rows];
    const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]!.length)));
    const lines = table.map(
      (row) =>
        `  ${row
          .map((cell, column) => cell.padEnd(widths[column]!))
          .join("  ")
          .trimEnd()}`,
    );
    super(
      `Portico cannot start: ${problems.length === 1 ? "one setting needs" : `${problems.length} settings need`} attention.\n\n${lines.join("\n")}\n`,
    );
    this.name = "EnvironmentError";
  }
}

function parseVariables(source: Source): Values {
  const problems: { name: Name; problem: string }[] = [];
  const values: Record<string, unknown> = {};
  for (const name of VARIABLE_NAMES) {
    const text = source[name]?.trim();
    if (text === undefined || text === "") continue;
    const parsed = (VARIABLES[name][0] as z.ZodType).safeParse(text);
    if (parsed.success) values[name] = parsed.data;
    else problems.push({ name, problem: parsed.error.issues[0]?.message ?? "is malformed" });
  }
  if (values.UPSTASH_REDIS_REST_URL && !values.UPSTASH_REDIS_REST_TOKEN) {
    problems.push({ name: "UPSTASH_REDIS_REST_TOKEN", problem: "is missing" });
  }
  if (source.DATABASE_URL && source.NODE_ENV === "production") {
    for (const name of GENERATED) if (!source[name]) problems.push({ name, problem: "is missing" });
  }
  if (problems.length > 0) throw new EnvironmentError(problems);
  return values as Values;
}

const GENERATED = ["KEY_ENCRYPTION_KEY", "NEXTAUTH_SECRET", "JWT_SECRET"] as const;

/** Secrets of the embedded default: made once, kept in the data folder at mode 0600, so that restarts keep working. */
function generatedSecrets(dataDir: string): Record<(typeof GENERATED)[number], string> {
  const file = path.join(dataDir, "secrets.json");
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    const made = Object.fromEntries(GENERATED.map((name) => [name, randomBytes(32).toString("hex")]));
    try {
      writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: "wx" });
    } catch (error) {
      // Another process was first: its file counts.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    chmodSync(file, 0o600);
  }
  return JSON.parse(readFileSync(file, "utf8"));
}

/**
 * The settings, validated: camelCase, with defaults filled in. Throws `EnvironmentError` with a readable table. Secrets
 * that are not given are generated, except in production on a database of one's own.
 */
export function loadEnv(source: Source) {
  const values = parseVariables(source);
  const port = values.PORT ?? 3000;
  // The hint keeps the bundler from taking the whole project for data that this path could lead to.
  const dataDir = path.resolve(/* turbopackIgnore: true */ values.PORTICO_DATA_DIR ?? ".portico");
  const needsSecrets = GENERATED.some((name) => values[name] === undefined);
  const generated = needsSecrets ? generatedSecrets(dataDir) : undefined;
  const production = source.NODE_ENV === "production";
  return Object.freeze({
    production,
    port,
    publicBaseUrl: values.PUBLIC_BASE_URL ?? `http://localhost:${port}`,
    databaseUrl: values.DATABASE_URL ?? null,
    dataDir,
    keyRing: {
      current: values.KEY_ENCRYPTION_KEY ?? Buffer.from(generated!.KEY_ENCRYPTION_KEY, "hex"),
      former: values.KEY_ENCRYPTION_KEYS_OLD ?? [],
    },
    nextAuthSecret: values.NEXTAUTH_SECRET ?? generated!.NEXTAUTH_SECRET,
    jwtSecret: values.JWT_SECRET ?? generated!.JWT_SECRET,
    adminEmail: values.ADMIN_EMAIL ?? null,
    adminPassword: values.ADMIN_PASSWORD ?? null,
    adminTotpRequired: values.ADMIN_TOTP_REQUIRED ?? false,
    selfServiceSandboxEnabled: values.SELF_SERVICE_SANDBOX_ENABLED ?? true,
    requireEmailVerification: values.REQUIRE_EMAIL_VERIFICATION ?? values.SMTP_URL !== undefined,
    upstashRedisRestUrl: values.UPSTASH_REDIS_REST_URL ?? null,
    upstashRedisRestToken: values.UPSTASH_REDIS_REST_TOKEN ?? null,
    inngest:
      (values.INNGEST_DEV ?? "0") !== "0" ||
      values.INNGEST_BASE_URL !== undefined ||
      values.INNGEST_EVENT_KEY !== undefined ||
      values.INNGEST_SIGNING_KEY !== undefined,
    smtpUrl: values.SMTP_URL ?? null,
    mailFrom: values.MAIL_FROM ?? null,
    allowInsecureWebhooks: values.ALLOW_INSECURE_WEBHOOKS ?? false,
    webhookSigningEncryptionKey: values.WEBHOOK_SIGNING_ENCRYPTION_KEY ?? null,
    webhookRetryCron: {
      isLive: values.WEBHOOK_RETRY_CRON_MODE === "live",
      isApproved:
        values.WEBHOOK_RETRY_CRON_LIVE_APPROVED === true &&
        values.WEBHOOK_RETRY_CRON_APPROVED_BY !== undefined &&
        values.WEBHOOK_RETRY_CRON_APPROVED_AT !== undefined,
    },
    trustedProxyHops: values.TRUSTED_PROXY_HOPS ?? 0,
    stripeSecretKey: values.STRIPE_SECRET_KEY ?? null,
    stripeWebhookSecret: values.STRIPE_WEBHOOK_SECRET ?? null,
    stripeSecretKeyTest: values.STRIPE_SECRET_KEY_TEST ?? null,
    stripeWebhookSecretTest: values.STRIPE_WEBHOOK_SECRET_TEST ?? null,
    everyOrgWebhookToken: values.EVERY_ORG_WEBHOOK_TOKEN ?? null,
    everyOrgCallbackSecret: values.EVERY_ORG_CALLBACK_SECRET ?? null,
    fourEyes: values.FOUR_EYES ?? true,
    fourEyesAllocationTokens: values.FOUR_EYES_ALLOCATION_TOKENS ?? 100_000,
    apiAuditRetentionDays: values.API_AUDIT_RETENTION_DAYS ?? 730,
    logLevel: values.LOG_LEVEL ?? "info",
    demo: values.PORTICO_DEMO ?? false,
    bench: values.PORTICO_BENCH ?? false,
    fastLane: values.PORTICO_FAST_LANE ?? true,
  });
}

export type Env = ReturnType<typeof loadEnv>;

/** The settings of this process, read once. */
export function env(): Env {
  return singleton("env", () => loadEnv(process.env));
}

/** Settings that documents only report on, by name, without the blank ones. None of them can keep the server from starting. */
export function givenVariables(names: readonly string[], source: Source = process.env): Record<string, string> {
  const given = names.map((name) => [name, source[name]?.trim() ?? ""] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== ""));
}
