import type { Db } from "@/db/client";
import { apiClientKeys, apiClients } from "@/db/schema/api-clients";
import { campaigns } from "@/db/schema/campaigns";
import { donations, organizations } from "@/db/schema/donations";
import { ledgerEntries, partnerUsers, tokenPools } from "@/db/schema/giving";
import { apiKeys } from "@/db/schema/keys";
import { mails } from "@/db/schema/mails";
import { admins, partners, portalUsers } from "@/db/schema/partners";
import { deliveries, events, webhooks } from "@/db/schema/webhooks";
import { API_SCOPES } from "@/lib/domain/api-clients/scopes";
import { NO_AUTO_REFILL, NO_RESTRICTIONS } from "@/lib/domain/giving/token-pools/schemas";
import { PUBLISHABLE_SCOPES, SCOPES } from "@/lib/domain/keys/scopes";
import { DEFAULT_ACTION_TYPES, DEFAULT_STAKEHOLDER_TYPES, FEATURES } from "@/lib/domain/partners/statuses";
import { encryptSecret, sha256Hex } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";
import { newObjectId, newPrefixedId, newSecretHex, newUuidId } from "@/lib/platform/ids";

/** Rows as production has them, each of a partner of its own unless one is named. All random ids, so no two tests meet. */

const CREATED_AT = new Date("2026-01-01T00:00:00.000Z");

export type PartnerRow = typeof partners.$inferSelect;
export type KeyRow = typeof apiKeys.$inferSelect;
export type PoolRow = typeof tokenPools.$inferSelect;
export type CampaignRow = typeof campaigns.$inferSelect;
export type WebhookRow = typeof webhooks.$inferSelect & { partnerId: string; environment: "sandbox" | "production" };
export type PartnerUserRow = typeof partnerUsers.$inferSelect;
export type MailRow = typeof mails.$inferSelect;
export type OrganizationRow = typeof organizations.$inferSelect;
export type DonationRow = typeof donations.$inferSelect;
export type AdminRow = typeof admins.$inferSelect;
export type PortalUserRow = typeof portalUsers.$inferSelect;

/** An active self-service partner with every feature. */
export async function makePartner(db: Db, overrides: Partial<typeof partners.$inferInsert> = {}): Promise<PartnerRow> {
  const id = overrides.id ?? newObjectId();
  const [row] = await db
    .insert(partners)
    .values({
      id,
      name: `Partner ${id.slice(-6)}`,
      slug: `partner-${id}`,
      status: "ACTIVE",
      enabledFeatures: [...FEATURES],
      actionTypes: [...DEFAULT_ACTION_TYPES],
      stakeholderTypes: [...DEFAULT_STAKEHOLDER_TYPES],
      contactEmail: `contact-${id}@example.org`,
      tipConfig: { enabled: true, defaultPercent: 10, options: [0, 5, 10, 15], maxPercent: 30 },
      branding: { logo: null, primaryColor: null },
      createdAt: CREATED_AT,
      updatedAt: CREATED_AT,
      ...overrides,
    })
    .returning();
  return row!;
}

/** What compliance asks of a partner before it is activated for the first time. */
export const COMPLIANT = {
  contractSignedAt: CREATED_AT,
  acceptableUseAcceptedAt: CREATED_AT,
  kybStatus: "VERIFIED",
  kybVerifiedAt: CREATED_AT,
} as const;

export type MadeKey = { key: KeyRow; publicKey: string; secretKey: string; hmacSecret: string };

/** A secret key pair of the sandbox, with its secrets. For a publishable one say `keyType: "publishable"`. */
export async function makeKey(db: Db, overrides: Partial<typeof apiKeys.$inferInsert> = {}): Promise<MadeKey> {
  const partnerId = overrides.partnerId ?? (await makePartner(db)).id;
  const environment = overrides.environment ?? "sandbox";
  const mode = environment === "sandbox" ? "test" : "live";
  const canSign = overrides.keyType !== "publishable";
  const id = overrides.id ?? newPrefixedId("key");
  const publicKey = overrides.publicKey ?? `pk_${mode}_${newSecretHex()}`;
  const secretKey = `sk_${mode}_${newSecretHex()}`;
  const hmacSecret = newSecretHex();
  const [key] = await db
    .insert(apiKeys)
    .values({
      id,
      partnerId,
      environment,
      name: "A key",
      keyType: "secret",
      publicKey,
      secretKeyHash: canSign ? sha256Hex(secretKey) : null,
      secretKeyLast4: canSign ? secretKey.slice(-4) : null,
      hmacSecretEncrypted: canSign ? encryptSecret(env().keyRing, `api_keys:${id}:hmac_secret`, hmacSecret) : null,
      scopes: canSign ? [...SCOPES] : [...PUBLISHABLE_SCOPES],
      createdBy: newObjectId(),
      createdAt: CREATED_AT,
      ...overrides,
    })
    .returning();
  return { key: key!, publicKey, secretKey, hmacSecret };
}

/** A default pool of the sandbox that holds `allocated` tokens, 100,000 unless said, with their entries in the ledger. */
export async function makePool(db: Db, overrides: Partial<typeof tokenPools.$inferInsert> = {}): Promise<PoolRow> {
  const partnerId = overrides.partnerId ?? (await makePartner(db)).id;
  const environment = overrides.environment ?? "sandbox";
  const tokens = overrides.allocated ?? 100_000;
  const [pool] = await db
    .insert(tokenPools)
    .values({
      id: newObjectId(),
      partnerId,
      environment,
      name: "A pool",
      isDefault: true,
      balance: tokens,
      allocated: tokens,
      autoRefill: NO_AUTO_REFILL,
      restrictions: NO_RESTRICTIONS,
      createdAt: CREATED_AT,
      updatedAt: CREATED_AT,
      ...overrides,
    })
    .returning();
  if (tokens > 0) {
    const entry = {
      partnerId,
      environment,
      transactionId: newObjectId(),
      entryType: "ALLOCATION",
      createdAt: CREATED_AT,
    };
    await db.insert(ledgerEntries).values([
      { ...entry, accountKind: "TREASURY", accountId: null, tokens: -tokens },
      { ...entry, accountKind: "POOL", accountId: pool!.id, tokens, balanceAfter: tokens },
    ]);
  }
  return pool!;
}

/** A draft of the sandbox: one token a unit, for every action type. */
export async function makeCampaign(
  db: Db,
  overrides: Partial<typeof campaigns.$inferInsert> = {},
): Promise<CampaignRow> {
  const partnerId = overrides.partnerId ?? (await makePartner(db)).id;
  const values = { id: newObjectId(), partnerId, environment: "sandbox", name: "A campaign" } as const;
  const [row] = await db
    .insert(campaigns)
    .values({
      ...values,
      actionTypes: [...DEFAULT_ACTION_TYPES],
      createdAt: CREATED_AT,
      updatedAt: CREATED_AT,
      ...overrides,
    })
    .returning();
  return row!;
}

export type MadeWebhook = { webhook: WebhookRow; secret: string };

/** A sandbox webhook that receives everything, with its signing secret. */
export async function makeWebhook(
  db: Db,
  overrides: Partial<typeof webhooks.$inferInsert> & { headers?: Record<string, string> } = {},
): Promise<MadeWebhook> {
  const { headers, ...columns } = overrides;
  const partnerId = columns.partnerId ?? (await makePartner(db)).id;
  const id = columns.id ?? newObjectId();
  const secret = `whsec_${newSecretHex()}`;
  const ring = env().keyRing;
  const [webhook] = await db
    .insert(webhooks)
    .values({
      id,
      partnerId,
      environment: "sandbox",
      url: "https://receiver.example/webhooks",
      eventTypes: [],
      receiveAllEvents: true,
      headersEncrypted: headers ? encryptSecret(ring, `webhook:${id}:headers`, JSON.stringify(headers)) : null,
      headerNames: Object.keys(headers ?? {}),
      secretEncrypted: encryptSecret(ring, `webhook:${id}:secret`, secret),
      createdAt: CREATED_AT,
      updatedAt: CREATED_AT,
      ...columns,
    })
    .returning();
  return { webhook: webhook as WebhookRow, secret };
}

/** A reward recipient of the sandbox, without tokens. */
export async function makePartnerUser(
  db: Db,
  overrides: Partial<typeof partnerUsers.$inferInsert> = {},
): Promise<PartnerUserRow> {
  const partnerId = overrides.partnerId ?? (await makePartner(db)).id;
  const id = newObjectId();
  const values = { id, partnerId, environment: "sandbox", externalId: `cust-${id}` } as const;
  const [row] = await db
    .insert(partnerUsers)
    .values({ ...values, createdAt: CREATED_AT, updatedAt: CREATED_AT, ...overrides })
    .returning();
  return row!;
}

/** A person who signs in to the portal: an owner without a partner, who has no usable password unless one is given. */
export async function makePortalUser(
  db: Db,
  overrides: Partial<typeof portalUsers.$inferInsert> = {},
): Promise<PortalUserRow> {
  const id = newObjectId();
  const [row] = await db
    .insert(portalUsers)
    .values({
      id,
      email: `user-${id}@example.org`,
      passwordHash: "none",
      firstName: "Jane",
      lastName: "Doe",
      organizationName: `Organisation ${id}`,
      role: "OWNER",
      createdAt: CREATED_AT,
      updatedAt: CREATED_AT,
      ...overrides,
    })
    .returning();
  return row!;
}

/** One of the platform's own people, who may do everything unless a role is named. Signs in once given a password. */
export async function makeAdmin(db: Db, overrides: Partial<typeof admins.$inferInsert> = {}): Promise<AdminRow> {
  const id = newObjectId();
  const [row] = await db
    .insert(admins)
    .values({
      id,
      email: `admin-${id}@example.org`,
      passwordHash: "none",
      role: "SUPERADMIN",
      createdAt: CREATED_AT,
      ...overrides,
    })
    .returning();
  return row!;
}

/** A mail that waits to be sent. */
export async function makeMail(db: Db, overrides: Partial<typeof mails.$inferInsert> = {}): Promise<MailRow> {
  const id = newObjectId();
  const [row] = await db
    .insert(mails)
    .values({
      id,
      recipient: `reader-${id}@example.org`,
      subject: "A subject",
      body: "What it says.\n",
      html: "<p>What it says.</p>",
      createdAt: CREATED_AT,
      nextAttemptAt: CREATED_AT,
      ...overrides,
    })
    .returning();
  return row!;
}

/** A delivery that was made already, of an event of its own, to a webhook. Returns its id. */
export async function makeDelivery(db: Db, webhook: WebhookRow): Promise<string> {
  const { partnerId, environment } = webhook;
  const eventId = newPrefixedId("evt");
  const id = newPrefixedId("whd");
  const type = "action.completed";
  const body = JSON.stringify({ id: eventId, type, createdAt: CREATED_AT.toISOString(), data: { environment } });
  const event = { id: eventId, partnerId, environment, type, body };
  await db.insert(events).values({ ...event, createdAt: CREATED_AT, fannedOutAt: CREATED_AT });
  await db.insert(deliveries).values({
    id,
    eventId,
    webhookId: webhook.id,
    partnerId,
    environment,
    eventType: "action.completed",
    status: "SUCCEEDED",
    attemptsMade: 1,
    createdAt: CREATED_AT,
    updatedAt: CREATED_AT,
  });
  return id;
}

/** A nonprofit that takes donations. */
export async function makeOrganization(
  db: Db,
  overrides: Partial<typeof organizations.$inferInsert> = {},
): Promise<OrganizationRow> {
  const id = newObjectId();
  const [row] = await db
    .insert(organizations)
    .values({
      id,
      slug: `nonprofit-${id}`,
      name: `Nonprofit ${id.slice(-6)}`,
      ein: "53-0196605",
      website: "https://nonprofit.example",
      createdAt: CREATED_AT,
      updatedAt: CREATED_AT,
      ...overrides,
    })
    .returning();
  return row!;
}

/** A pending donation of 25.00 USD to a nonprofit of its own, whose checkout nobody can open: for reading it. */
export async function makeDonation(
  db: Db,
  overrides: Partial<typeof donations.$inferInsert> = {},
): Promise<DonationRow> {
  const partnerId = overrides.partnerId ?? (await makePartner(db)).id;
  const environment = overrides.environment ?? "sandbox";
  const organizationId = overrides.organizationId ?? (await makeOrganization(db)).id;
  const id = newPrefixedId("don");
  const [row] = await db
    .insert(donations)
    .values({
      id,
      partnerId,
      environment,
      organizationId,
      nonprofitSlug: "a-nonprofit",
      provider: environment === "sandbox" ? "sandbox" : "stripe",
      carrier: environment === "sandbox" ? "sandbox" : "stripe",
      carrierRef: sha256Hex(id),
      payloadHash: sha256Hex("a payload"),
      rewardStatus: "PENDING",
      amount: 2500,
      currency: "USD",
      frequency: "once",
      donorEmail: "jane@example.org",
      expiresAt: new Date("2099-01-01T00:00:00.000Z"),
      createdAt: CREATED_AT,
      updatedAt: CREATED_AT,
      ...overrides,
    })
    .returning();
  return row!;
}

export type ApiClientRow = typeof apiClients.$inferSelect;
export type ApiClientKeyRow = typeof apiClientKeys.$inferSelect;

/** A key of an API client with its secret. */
export async function makeClientKey(
  db: Db,
  overrides: Partial<typeof apiClientKeys.$inferInsert> & { apiClientId: string },
) {
  const secret = `tsg_live_${newSecretHex(16)}`;
  const kept = { keyHash: sha256Hex(secret), keyPreview: `tsg_live...${secret.slice(-4)}` };
  const [key] = await db
    .insert(apiClientKeys)
    .values({ id: newUuidId("api-key"), name: "A key", ...kept, createdAt: CREATED_AT, ...overrides })
    .returning();
  return { key: key as ApiClientKeyRow, secret };
}

/** An active sandbox client of the directory API with every scope, and a key of its own. */
export async function makeApiClient(db: Db, overrides: Partial<typeof apiClients.$inferInsert> = {}) {
  const id = overrides.id ?? newUuidId("api-client");
  const [client] = await db
    .insert(apiClients)
    .values({
      id,
      name: `Client ${id.slice(-6)}`,
      ownerType: "partner",
      scopes: [...API_SCOPES],
      rateLimitPerMinute: 10_000,
      createdAt: CREATED_AT,
      updatedAt: CREATED_AT,
      ...overrides,
    })
    .returning();
  return { client: client as ApiClientRow, ...(await makeClientKey(db, { apiClientId: id })) };
}

/** An active subscription of an API client to one kind of event, with its signing secret. */
export async function makeSubscription(
  db: Db,
  overrides: Partial<typeof webhooks.$inferInsert> & { apiClientId: string },
) {
  const id = newUuidId("webhook-subscription");
  const secret = `whsec_${newSecretHex(16)}`;
  const [subscription] = await db
    .insert(webhooks)
    .values({
      id,
      url: "https://receiver.example/directory",
      eventTypes: ["provider.updated"],
      secretEncrypted: encryptSecret(env().keyRing, `webhook:${id}:secret`, secret),
      secretDigest: sha256Hex(secret),
      secretPreview: `${secret.slice(0, 8)}...${secret.slice(-4)}`,
      createdAt: CREATED_AT,
      updatedAt: CREATED_AT,
      ...overrides,
    })
    .returning();
  return { subscription: subscription!, secret };
}
