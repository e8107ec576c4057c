import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { auditRecords } from "@/db/schema/records";
import { webhooks } from "@/db/schema/webhooks";
import { makePartner, type PartnerRow } from "@/db/testing/factories";
import { createWebhook, WEBHOOKS_MAX } from "@/lib/domain/webhooks/create-webhook";
import { deleteWebhook } from "@/lib/domain/webhooks/delete-webhook";
import { getWebhook } from "@/lib/domain/webhooks/get-webhook";
import { listWebhooks } from "@/lib/domain/webhooks/list-webhooks";
import { CreatedWebhook, CreateWebhook, Webhook } from "@/lib/domain/webhooks/schemas";
import { decryptHeaders, decryptSigningSecret } from "@/lib/domain/webhooks/webhook-secrets";
import { partnerCtx } from "@/lib/testing/context";

vi.hoisted(() => {
  process.env.ALLOW_INSECURE_WEBHOOKS = "true";
});

const { db } = database();
const NOW = new Date("2026-03-01T12:00:00.000Z");
const PAGE = { page: 1, limit: 20 };
// An address, so that nothing is looked up; public, so that it is allowed. Nothing is sent there.
const PUBLIC_URL = "https://93.184.215.14/hooks?token=of-the-receiver";
const input = (change: Partial<CreateWebhook> = {}): CreateWebhook => ({
  url: PUBLIC_URL,
  eventTypes: ["action.completed"],
  receiveAllEvents: false,
  ...change,
});

let partner: PartnerRow;
beforeAll(async () => {
  partner = await makePartner(db);
});

describe("a new webhook", () => {
  test("is answered with its secret, once", async () => {
    const ctx = partnerCtx(partner, NOW);
    const created = await createWebhook(ctx, input({ description: "Orders" }));
    expect(CreatedWebhook.parse(created)).toEqual(created);
    expect(created.secret).toMatch(/^whsec_[0-9a-f]{64}$/);
    expect(created).toMatchObject({ description: "Orders", isActive: true, environment: "sandbox" });

    const { secret, ...rest } = created;
    const read = await getWebhook(ctx, { webhookId: created.id });
    expect(read).toEqual(rest);
    expect(Webhook.parse(read)).toEqual(read);
    expect(JSON.stringify(await listWebhooks(ctx, PAGE))).not.toContain(secret);
  });

  test("leaves neither its secret nor a header's value in the database in clear", async () => {
    const mine = await makePartner(db);
    const ctx = partnerCtx(mine, NOW);
    const created = await createWebhook(ctx, input({ headers: { "X-Api-Token": "very-secret-token-1" } }));
    expect(created.headers).toEqual({ "X-Api-Token": "••••" });

    const [row] = await db.select().from(webhooks).where(eq(webhooks.id, created.id));
    expect(decryptSigningSecret(created.id, row!.secretEncrypted)).toBe(created.secret);
    expect(decryptHeaders(created.id, row!.headersEncrypted)).toEqual({ "X-Api-Token": "very-secret-token-1" });
    const found = await textsContaining([created.secret, created.secret.slice(6), "very-secret-token-1"]);
    expect(found).toEqual([]);
  });

  test("is told in the audit trail, without what its URL hides", async () => {
    const created = await createWebhook(partnerCtx(await makePartner(db), NOW), input());
    const records = await db.select().from(auditRecords).where(eq(auditRecords.targetId, created.id));
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({ action: "webhook.created", actorType: "API_KEY", environment: "sandbox" });
    expect(JSON.stringify(records)).not.toContain("of-the-receiver");
  });
});

describe("a URL is refused with its reason", () => {
  test.each([
    ["http://93.184.215.14/hooks", "https"],
    ["https://10.0.0.1/hooks", "not public"],
    ["https://user:pass@93.184.215.14/", "user name"],
    ["https://93.184.215.14:22/", "port"],
    ["https://localhost/hooks", "host"],
    ["not a url", "URL"],
  ])("%s in production", async (url, reason) => {
    const refused = createWebhook(partnerCtx(partner, NOW, "production"), input({ url }));
    await expect(refused).rejects.toMatchObject({
      code: "webhook_url_not_allowed",
      details: [{ field: "url", issue: expect.stringContaining(reason) }],
    });
  });

  test("but a local receiver may serve the sandbox where the operator allows it", async () => {
    const created = await createWebhook(partnerCtx(partner, NOW), input({ url: "http://127.0.0.1:4567/hooks" }));
    expect(created.url).toBe("http://127.0.0.1:4567/hooks");
  });
});

test("ten webhooks fit in an environment, and no more however many come at once", async () => {
  const mine = await makePartner(db);
  const asked = Array.from({ length: WEBHOOKS_MAX + 5 }, () => createWebhook(partnerCtx(mine, NOW), input()));
  const results = await Promise.allSettled(asked);
  expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(WEBHOOKS_MAX);
  const refused = results.filter((result) => result.status === "rejected").map((result) => result.reason.code);
  expect(refused).toEqual(Array(5).fill("webhook_limit_reached"));

  await expect(createWebhook(partnerCtx(mine, NOW, "production"), input())).resolves.toBeTruthy();
  const { data } = await listWebhooks(partnerCtx(mine, NOW), PAGE);
  await deleteWebhook(partnerCtx(mine, NOW), { webhookId: data[0]!.id });
  await expect(createWebhook(partnerCtx(mine, NOW), input())).resolves.toBeTruthy();
});

describe("only its own partner, in its own environment, knows a webhook", () => {
  test("a stranger gets the answer of an id that never was", async () => {
    const created = await createWebhook(partnerCtx(partner, NOW), input());
    const stranger = await makePartner(db);
    const others = [partnerCtx(stranger, NOW), partnerCtx(partner, NOW, "production")];
    for (const ctx of others) {
      for (const webhookId of [created.id, "0".repeat(24)]) {
        await expect(getWebhook(ctx, { webhookId })).rejects.toMatchObject({ code: "webhook_not_found" });
        await expect(deleteWebhook(ctx, { webhookId })).rejects.toMatchObject({ code: "webhook_not_found" });
      }
      expect((await listWebhooks(ctx, { page: 1, limit: 100 })).data.map((each) => each.id)).not.toContain(created.id);
    }
    await expect(getWebhook(partnerCtx(partner, NOW), { webhookId: created.id })).resolves.toBeTruthy();
  });
});

test("a list pages, newest first, and says how much there is", async () => {
  const mine = await makePartner(db);
  for (const second of [1, 2, 3]) {
    await createWebhook(partnerCtx(mine, new Date(NOW.getTime() + second * 1000)), input({ description: `${second}` }));
  }
  const first = await listWebhooks(partnerCtx(mine, NOW), { page: 1, limit: 2 });
  const second = await listWebhooks(partnerCtx(mine, NOW), { page: 2, limit: 2 });
  expect([...first.data, ...second.data].map((webhook) => webhook.description)).toEqual(["3", "2", "1"]);
  expect(second.pagination).toEqual({ page: 2, limit: 2, total: 3, totalPages: 2 });
});

describe("the input is refused", () => {
  test.each([
    ["without events", { url: PUBLIC_URL }],
    [
      "with a header that forges another",
      { url: PUBLIC_URL, receiveAllEvents: true, headers: { "X-A": "a\r\nX-B: b" } },
    ],
    ["with one of our headers", { url: PUBLIC_URL, receiveAllEvents: true, headers: { "x-sir-signature": "a" } }],
    ["with a header of the connection", { url: PUBLIC_URL, receiveAllEvents: true, headers: { Expect: "100" } }],
    ["with a header twice", { url: PUBLIC_URL, receiveAllEvents: true, headers: { "X-A": "a", "x-a": "b" } }],
    ["with a field of the server's", { url: PUBLIC_URL, receiveAllEvents: true, partnerId: "x" }],
  ])("%s", (_what, body) => {
    expect(CreateWebhook.safeParse(body).success).toBe(false);
  });
});

/** Every text column of the database that holds one of these. */
async function textsContaining(needles: string[]): Promise<string[]> {
  const tables = await db.execute<{ table_name: string }>(
    sql`select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const found: string[] = [];
  for (const { table_name: table } of tables) {
    for (const needle of needles) {
      const rows = await db.execute(
        sql`select 1 from ${sql.identifier(table)} row where row::text like ${`%${needle}%`} limit 1`,
      );
      if (rows.length > 0) found.push(`${table}: ${needle}`);
    }
  }
  return found;
}
