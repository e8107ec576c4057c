import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { EnvironmentError, loadEnv } from "@/lib/platform/env";

const base = mkdtempSync(path.join(tmpdir(), "portico-env-"));
afterAll(() => rmSync(base, { recursive: true }));
const folder = () => mkdtempSync(path.join(base, "data-"));
const hex32 = "ab".repeat(32);

function problemOf(source: Record<string, string>): string {
  try {
    loadEnv(source);
  } catch (error) {
    expect(error).toBeInstanceOf(EnvironmentError);
    return (error as Error).message;
  }
  throw new Error("accepted");
}

test("nothing set is enough: secrets are made once, kept at mode 0600, and read again", () => {
  const dir = folder();
  const first = loadEnv({ PORTICO_DATA_DIR: dir });
  const second = loadEnv({ PORTICO_DATA_DIR: dir });
  expect(first.jwtSecret).toMatch(/^[0-9a-f]{64}$/);
  expect(second.jwtSecret).toBe(first.jwtSecret);
  expect(second.keyRing.current.equals(first.keyRing.current)).toBe(true);
  expect(statSync(path.join(dir, "secrets.json")).mode & 0o777).toBe(0o600);
  expect(readFileSync(path.join(dir, "secrets.json"), "utf8")).toContain(first.jwtSecret);
});

test("defaults are those of the configuration contract", () => {
  const settings = loadEnv({ PORTICO_DATA_DIR: folder() });
  expect(settings).toMatchObject({
    port: 3000,
    publicBaseUrl: "http://localhost:3000",
    databaseUrl: null,
    selfServiceSandboxEnabled: true,
    requireEmailVerification: false,
    allowInsecureWebhooks: false,
    trustedProxyHops: 0,
    fourEyes: true,
    fourEyesAllocationTokens: 100_000,
    logLevel: "info",
    inngest: false,
  });
});

test("e-mail addresses are verified by default once SMTP is set", () => {
  expect(loadEnv({ PORTICO_DATA_DIR: folder(), SMTP_URL: "smtp://mail.example" }).requireEmailVerification).toBe(true);
});

test("the scheduler of directory deliveries may act only with all of its approval on record", () => {
  const approval = {
    WEBHOOK_RETRY_CRON_MODE: "live",
    WEBHOOK_RETRY_CRON_LIVE_APPROVED: "true",
    WEBHOOK_RETRY_CRON_APPROVED_BY: "owner@example.org",
    WEBHOOK_RETRY_CRON_APPROVED_AT: "2026-01-01T00:00:00.000Z",
  };
  const mayAct = (given: Partial<typeof approval>) => {
    const { isLive, isApproved } = loadEnv({ PORTICO_DATA_DIR: folder(), ...given }).webhookRetryCron;
    return isLive && isApproved;
  };
  expect(mayAct(approval)).toBe(true);
  for (const name of Object.keys(approval)) {
    const { [name as keyof typeof approval]: _, ...rest } = approval;
    expect([name, mayAct(rest)]).toEqual([name, false]);
  }
  expect(mayAct({ ...approval, WEBHOOK_RETRY_CRON_MODE: "preview" })).toBe(false);
  expect(mayAct({ ...approval, WEBHOOK_RETRY_CRON_LIVE_APPROVED: "false" })).toBe(false);
});

test("in production on a database of one's own, each missing secret is named, with its use and an example", () => {
  const message = problemOf({ NODE_ENV: "production", DATABASE_URL: "postgres://u:p@db.example/portico" });
  for (const name of ["KEY_ENCRYPTION_KEY", "NEXTAUTH_SECRET", "JWT_SECRET"]) {
    expect(message).toMatch(new RegExp(`${name} +is missing +\\S.+openssl rand`));
  }
  expect(message).not.toContain(" at ");
});

test.each([
  ["PORT", "eighty"],
  ["PORT", "70000"],
  ["PUBLIC_BASE_URL", "partners.acme.test"],
  ["DATABASE_URL", "mysql://db"],
  ["KEY_ENCRYPTION_KEY", "short"],
  ["JWT_SECRET", "short"],
  ["TRUSTED_PROXY_HOPS", "-1"],
  ["ALLOW_INSECURE_WEBHOOKS", "maybe"],
  ["LOG_LEVEL", "loud"],
  ["API_AUDIT_RETENTION_DAYS", "89"],
  ["API_AUDIT_RETENTION_DAYS", "3651"],
])("a malformed %s (%s) is named in the table, and its value is not repeated", (name, value) => {
  const message = problemOf({ PORTICO_DATA_DIR: folder(), [name]: value });
  expect(message).toContain(`  ${name}`);
  expect(message).not.toContain(value);
});

test("an Upstash address without its token is refused", () => {
  const message = problemOf({ PORTICO_DATA_DIR: folder(), UPSTASH_REDIS_REST_URL: "https://redis.example" });
  expect(message).toMatch(/UPSTASH_REDIS_REST_TOKEN +is missing/);
});

test("the master key is read as hex or base64, and former keys beside it", () => {
  const base64 = Buffer.from(hex32, "hex").toString("base64");
  const settings = loadEnv({
    PORTICO_DATA_DIR: folder(),
    KEY_ENCRYPTION_KEY: base64,
    KEY_ENCRYPTION_KEYS_OLD: `${"cd".repeat(32)}, ${base64}`,
  });
  expect(settings.keyRing.current.toString("hex")).toBe(hex32);
  expect(settings.keyRing.former.map((key) => key.toString("hex"))).toEqual(["cd".repeat(32), hex32]);
});
