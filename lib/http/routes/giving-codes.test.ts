import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { campaigns } from "@/db/schema/campaigns";
import { actions, tokenPools } from "@/db/schema/giving";
import { invitations } from "@/db/schema/invitations";
import { tokenLots } from "@/db/schema/lots";
import { partners, portalUsers, refreshTokens } from "@/db/schema/partners";
import { webhooks } from "@/db/schema/webhooks";
import {
  type MadeKey,
  makeCampaign,
  makeKey,
  makeOrganization,
  makePartner,
  makePartnerUser,
  makePortalUser,
} from "@/db/testing/factories";
import { type Endpoint, errorsOf } from "@/lib/contract/endpoint";
import { addRefreshToken } from "@/lib/domain/accounts/refresh-family";
import { throttledAccount } from "@/lib/domain/accounts/require-password";
import { recordSignInFailure } from "@/lib/domain/accounts/sign-in-throttle";
import { inTransaction } from "@/lib/domain/context";
import { reverseAction } from "@/lib/domain/giving/actions/reverse-action";
import { requestTokens } from "@/lib/domain/giving/token-pools/request-tokens";
import { addInvitation } from "@/lib/domain/invitations/add-invitation";
import { SCOPES } from "@/lib/domain/keys/scopes";
import type { PARTNER_STATUSES } from "@/lib/domain/partners/statuses";
import type { ErrorCode } from "@/lib/errors";
import { givingSurface } from "@/lib/http/giving-surface";
import { limitStore } from "@/lib/http/limits/limit-store-chooser";
import { RouteTable } from "@/lib/http/route-table";
import { givingRoutes } from "@/lib/http/routes/giving";
import { newObjectId, newSecretHex } from "@/lib/platform/ids";
import { hashPassword } from "@/lib/platform/passwords";
import type { Call } from "@/lib/testing/call";
import { callOnInquiry } from "@/lib/testing/calls-by-token";
import { partnerCtx, testCtx } from "@/lib/testing/context";
import { casesThrough, type Mounted, mounts, newAddress } from "@/lib/testing/mounts";
import { jsonCall, sign } from "@/lib/testing/sign";
import {
  admittedCall,
  bareCall,
  bodyFor,
  inquiryBody,
  makeWorld,
  pathFor,
  stakeholder,
  submitBody,
  tokenFor,
  type World,
  withToken,
} from "@/lib/testing/worlds";

const { db } = database();

/** What a way to a code has to work with: an endpoint, a partner with everything, and its plain call. */
type Scene = { endpoint: Endpoint; world: World; bare: Call };
type Way = (scene: Scene) => Promise<Call>;

const admitted = ({ endpoint, world }: Scene, call: Call) => admittedCall(endpoint, world, call);
const bySecret = (key: MadeKey, { bare }: Scene, more: Parameters<typeof sign>[2] = {}) => sign(key, bare, more);
const byToken = ({ world, bare }: Scene) => withToken(world.token, bare);
const keyOf = ({ world }: Scene, overrides: Parameters<typeof makeKey>[1] = {}) =>
  makeKey(db, { partnerId: world.partner.id, ...overrides });
const keyOfPartner = async (partner: Parameters<typeof makePartner>[1], key: Parameters<typeof makeKey>[1] = {}) =>
  makeKey(db, { partnerId: (await makePartner(db, partner)).id, ...key });
const usesToken = ({ auth }: Endpoint) => auth === "token";
const isUnderStatus = ({ endpoint }: Scene) => usesToken(endpoint) && !endpoint.anyStatus;

async function ofStatus(scene: Scene, status: (typeof PARTNER_STATUSES)[number]): Promise<Call> {
  if (!isUnderStatus(scene)) return bySecret(await keyOfPartner({ status }), scene);
  const { id: partnerId } = await makePartner(db, { status });
  return withToken(await tokenFor(await makePortalUser(db, { partnerId })), scene.bare);
}

const withBody = (scene: Scene, body: string | Buffer, type = "application/json") =>
  admitted(scene, { ...scene.bare, headers: { "Content-Type": type }, body });

/** How to reach each code the pipeline adds, at any endpoint that documents it. */
const WAYS: Partial<Record<ErrorCode, Way>> = {
  validation_error: async (scene) => {
    const { endpoint, world, bare } = scene;
    if (endpoint.body) return withBody(scene, "{}");
    if (endpoint.query) return admitted(scene, { ...bare, target: `${bare.target}?page=0&environment=none` });
    if (usesToken(endpoint)) return withToken(world.token, { ...bare, headers: { "X-Partner-Environment": "none" } });
    return admitted(scene, { ...bare, target: endpoint.path.replace(/:\w+/g, "x".repeat(200)) });
  },
  malformed_json: async (scene) => withBody(scene, "{"),
  payload_too_large: async (scene) => withBody(scene, "x".repeat(256 * 1024 + 1)),
  unsupported_media_type: async (scene) => withBody(scene, "{}", "text/plain"),
  rate_limit_exceeded: async (scene) => {
    const address = newAddress();
    // Used up for the next minute too: this one may end before the call is made.
    const at = new Date(Date.now() + 60_000);
    await limitStore().consume(`failure:${address}`, { hour: 1_000, minute: 60 }, 60, at);
    await limitStore().consume(`address:${address}`, { hour: 1_000, minute: 100 }, 100, at);
    const { endpoint, bare } = scene;
    return endpoint.auth === "none" ? { ...bare, address } : { ...withToken("none", bare), address };
  },
  invalid_token: async ({ bare }) => withToken("none", bare),
  token_expired: async ({ world, bare }) => withToken(await tokenFor(world.owner, new Date("2026-01-01")), bare),
  account_disabled: async ({ bare }) =>
    withToken(await tokenFor(await makePortalUser(db, { disabledAt: new Date() })), bare),
  missing_partner_key: async ({ bare }) => bare,
  invalid_api_key: async ({ bare }) => ({ ...bare, headers: { ...bare.headers, "X-Partner-Key": "none" } }),
  api_key_revoked: async (scene) => bySecret(await keyOf(scene, { isActive: false }), scene),
  api_key_expired: async (scene) => bySecret(await keyOf(scene, { expiresAt: new Date(0) }), scene),
  ip_not_allowed: async (scene) => bySecret(await keyOf(scene, { ipAllowlist: ["192.0.2.1"] }), scene),
  origin_not_allowed: async (scene) => {
    const key = await keyOfPartner({ allowedOrigins: ["https://shop.example"] });
    return sign(key, { ...scene.bare, headers: { Origin: "https://evil.example" } });
  },
  missing_signature: async ({ world, bare }) => ({
    ...bare,
    headers: { ...bare.headers, "X-Partner-Key": world.sandbox.key.secretKey },
  }),
  invalid_timestamp: async (scene) => bySecret(scene.world.sandbox.key, scene, { timestamp: "now" }),
  timestamp_out_of_range: async (scene) => bySecret(scene.world.sandbox.key, scene, { timestamp: 1767225600 }),
  invalid_signature: async (scene) => bySecret({ ...scene.world.sandbox.key, hmacSecret: newSecretHex() }, scene),
  partner_suspended: (scene) => ofStatus(scene, "SUSPENDED"),
  partner_not_active: (scene) => ofStatus(scene, "INACTIVE"),
  partner_not_found: async ({ bare }) => withToken(await tokenFor(await makePortalUser(db)), bare),
  secret_key_required: async (scene) => bySecret(scene.world.sandbox.key, scene, { present: "publicKey" }),
  production_not_approved: async (scene) => {
    if (!usesToken(scene.endpoint)) return bySecret(await keyOfPartner({}, { environment: "production" }), scene);
    const { id: partnerId } = await makePartner(db);
    const body = { ...bodyFor(scene.endpoint), environment: "production" };
    const token = await tokenFor(await makePortalUser(db, { partnerId }));
    return withToken(token, jsonCall(scene.endpoint.method, scene.bare.target, body));
  },
  go_live_incomplete: async (scene) =>
    bySecret(await keyOfPartner({ productionAccess: "APPROVED" }, { environment: "production" }), scene),
  insufficient_scope: async (scene) =>
    bySecret(await keyOf(scene, { scopes: SCOPES.filter((scope) => scope !== scene.endpoint.scope) }), scene),
  feature_not_enabled: async (scene) => bySecret(await keyOfPartner({ enabledFeatures: [] }), scene),
  forbidden: async ({ world, bare }) => {
    const viewer = await makePortalUser(db, { partnerId: world.partner.id, role: "VIEWER" });
    return withToken(await tokenFor(viewer), bare);
  },
};

const missing =
  (id: Record<string, string>): Way =>
  async (scene) =>
    admitted(
      scene,
      jsonCall(scene.endpoint.method, pathFor(scene.endpoint, scene.world.sandbox, id), bodyFor(scene.endpoint)),
    );
/** What makes an action one that is refused with this code: what the body says otherwise, after some change of the world. */
const REFUSED_ACTIONS: Partial<Record<ErrorCode, (scene: Scene) => Promise<Record<string, unknown>>>> = {
  insufficient_pool: async () => ({ amount: 1_000_000 }),
  pool_not_active: async (scene) => {
    await changePool(scene, { status: "PAUSED" });
    return {};
  },
  pool_not_found: async () => ({ tokenPoolId: newObjectId() }),
  campaign_not_found: async () => ({ campaignId: newObjectId() }),
  campaign_not_active: (scene) => inCampaign(scene, { status: "PAUSED", pauseReason: "MANUAL" }),
  campaign_budget_exceeded: (scene) => inCampaign(scene, { totalTokens: 49 }),
  user_cap_exceeded: (scene) => inCampaign(scene, { tokensPerUser: 49 }),
  stakeholder_not_in_splits: (scene) =>
    inCampaign(scene, { splits: [{ stakeholderTypeCode: "DONOR", shareBps: 10_000 }] }),
  stakeholder_required: (scene) =>
    inCampaign(scene, {
      splits: ["CUSTOMER", "DONOR"].map((stakeholderTypeCode) => ({ stakeholderTypeCode, shareBps: 5_000 })),
      unmatchedSplit: "REJECT",
    }),
  amount_out_of_range: async (scene) => {
    const rates = { tokensPerUnit: 100_000_000, multiplier: 10_000_000 };
    return { ...(await inCampaign(scene, rates)), amount: "999999999999.99" };
  },
  action_type_not_registered: async () => ({ actionType: "UNHEARD_OF" }),
  stakeholder_type_not_registered: async () => ({ stakeholders: [stakeholder("a", "UNHEARD_OF")] }),
  unknown_user: async () => ({ autoCreateUsers: false, stakeholders: [stakeholder("nobody")] }),
  user_inactive: async ({ world }) => {
    const { externalId } = await makePartnerUser(db, { partnerId: world.partner.id, status: "INACTIVE" });
    return { stakeholders: [stakeholder(externalId)] };
  },
  currency_not_supported: async () => ({ currency: "EUR" }),
  idempotency_key_reused: async ({ world }) => {
    const [earlier] = await db.select().from(actions).where(eq(actions.id, world.sandbox.actionId));
    return { idempotencyKey: earlier!.idempotencyKey, amount: 7 };
  },
};
/** An action in a running campaign of these settings. */
async function inCampaign({ world }: Scene, settings: Partial<typeof campaigns.$inferInsert>) {
  const own = { partnerId: world.partner.id, status: "ACTIVE" as const, actionTypes: ["PURCHASE"] };
  return { campaignId: (await makeCampaign(db, { ...own, ...settings })).id };
}

const changePool = ({ world }: Scene, change: Partial<typeof tokenPools.$inferInsert>) =>
  db.update(tokenPools).set(change).where(eq(tokenPools.id, world.sandbox.poolId));

/** The refusals of actions, each sent in the body that `wrap` makes around the action. */
const refusedIn = (wrap: (action: object) => object): Partial<Record<ErrorCode, Way>> =>
  Object.fromEntries(
    Object.entries(REFUSED_ACTIONS).map(([code, change]) => [
      code,
      async (scene: Scene) =>
        admitted(scene, jsonCall("POST", scene.bare.target, wrap(submitBody(await change(scene))))),
    ]),
  );

/** A signed call with this body. */
const sending =
  (body: (scene: Scene) => Promise<object> | object): Way =>
  async (scene) =>
    admitted(scene, jsonCall(scene.endpoint.method, scene.bare.target, await body(scene)));

/** The reversal of the world's action, done already. */
async function reversed({ world }: Scene) {
  const { actionId } = world.sandbox;
  const input = { idempotencyKey: "refund-1", reason: "REFUND", amount: "1", allowPartial: false } as const;
  await reverseAction(partnerCtx(world.partner, new Date()), { actionId, ...input });
}

const giving =
  (change: Record<string, unknown>, environment: "sandbox" | "production" = "sandbox"): Way =>
  async ({ endpoint, world, bare }) => {
    const { slug } = world.sandbox;
    const call = jsonCall("POST", bare.target, { ...bodyFor(endpoint), nonprofitSlug: slug, ...change });
    return admittedCall(endpoint, world, call, environment);
  };

async function withWebhookOff({ world, bare }: Scene): Promise<Call> {
  await db.update(webhooks).set({ isActive: false }).where(eq(webhooks.id, world.sandbox.webhookId));
  return bare;
}

const withCampaign =
  (change: Partial<typeof campaigns.$inferInsert>): Way =>
  async (scene) => {
    const { campaignId } = scene.world.sandbox;
    await db
      .update(campaigns)
      .set({ pauseReason: null, ...change })
      .where(eq(campaigns.id, campaignId));
    return admitted(scene, scene.bare);
  };
const changing =
  (change: Record<string, unknown>): Way =>
  async (scene) =>
    admitted(scene, jsonCall(scene.endpoint.method, scene.bare.target, { ...bodyFor(scene.endpoint), ...change }));

/** What neither a new campaign nor a changed one may be. */
const CAMPAIGN_RULES: Partial<Record<ErrorCode, Way>> = {
  action_type_not_registered: changing({ actionTypes: ["UNHEARD_OF"] }),
  stakeholder_type_not_registered: changing({ splits: [{ stakeholderTypeCode: "UNHEARD_OF", shareBps: 10_000 }] }),
  invalid_splits: changing({ splits: [{ stakeholderTypeCode: "CUSTOMER", shareBps: 9_999 }] }),
  invalid_tiers: changing({ tiers: [{ minAmount: 5, maxAmount: 5, multiplier: 1 }] }),
  invalid_schedule: changing({ schedule: { startsAt: "2026-01-01T00:00:00.000Z", timezone: "Mars/Olympus" } }),
  currency_not_supported: changing({ currency: "XXQ" }),
  pool_not_found: changing({ tokenPoolId: newObjectId() }),
};

const PASSWORD = "correct horse battery";

/** An invitation's acceptance by an account that exists. */
async function accepting(
  { bare }: Scene,
  account: Parameters<typeof makePortalUser>[1],
  password = PASSWORD,
): Promise<Call> {
  const { email } = await makePortalUser(db, { passwordHash: await hashPassword(PASSWORD), ...account });
  const { id: partnerId } = await makePartner(db);
  const place = { partnerId, partnerRole: "VIEWER" } as const;
  const { token } = await inTransaction(testCtx(new Date()), (ctx) =>
    addInvitation(ctx, { email, place, invitedBy: "test" }),
  );
  return jsonCall("POST", bare.target, { token, password });
}

async function withTenKeys({ world }: Scene): Promise<void> {
  for (let made = 1; made < 10; made += 1) await makeKey(db, { partnerId: world.partner.id });
}

/** How to reach the codes of a verb; of several ways to one code the endpoint's own counts. */
const OWN_WAYS: Record<string, Partial<Record<ErrorCode, Way>>> = {
  register: {
    user_exists: async ({ endpoint, world, bare }) =>
      jsonCall("POST", bare.target, { ...bodyFor(endpoint), email: world.owner.email }),
  },
  login: {
    invalid_credentials: async ({ bare }) => bare,
    rate_limit_exceeded: async ({ world, bare }) => {
      await recordSignInFailure(testCtx(new Date()), Array(10).fill(throttledAccount(world.owner.email)));
      return jsonCall("POST", bare.target, { email: world.owner.email, password: PASSWORD });
    },
    account_disabled: async ({ bare }) => {
      const passwordHash = await hashPassword(PASSWORD);
      const { email } = await makePortalUser(db, { passwordHash, disabledAt: new Date() });
      return jsonCall("POST", bare.target, { email, password: PASSWORD });
    },
  },
  refresh: {
    invalid_token: async ({ bare }) => bare,
    token_expired: async ({ world, bare }) => {
      const long = testCtx(new Date("2020-01-01"));
      const refreshToken = await addRefreshToken(long, { userId: world.owner.id });
      return jsonCall("POST", bare.target, { refreshToken });
    },
    account_disabled: async ({ world, bare }) => {
      const refreshToken = await addRefreshToken(testCtx(new Date()), { userId: world.owner.id });
      await db.update(portalUsers).set({ disabledAt: new Date() }).where(eq(portalUsers.id, world.owner.id));
      expect(await db.select().from(refreshTokens).where(eq(refreshTokens.userId, world.owner.id))).toHaveLength(1);
      return jsonCall("POST", bare.target, { refreshToken });
    },
  },
  readInvitation: { invitation_not_found: async ({ bare }) => bare },
  acceptInvitation: {
    invitation_not_found: async ({ bare }) => bare,
    user_exists: async (scene) => accepting(scene, { partnerId: scene.world.partner.id }),
    invalid_credentials: async (scene) => accepting(scene, {}, "another password"),
    account_disabled: async (scene) => accepting(scene, { disabledAt: new Date() }),
    rate_limit_exceeded: async (scene) => {
      const call = await accepting(scene, {});
      const address = newAddress();
      await recordSignInFailure(testCtx(new Date()), Array(10).fill(`address:${address}`));
      return { ...call, address };
    },
  },
  inviteMember: {
    user_exists: async ({ world, bare }) =>
      withToken(world.token, jsonCall("POST", bare.target, { email: world.owner.email, role: "VIEWER" })),
  },
  revokeInvitation: {
    invitation_not_found: missing({ invitationId: newObjectId() }),
    invalid_state_transition: async (scene) => {
      const { invitationId } = scene.world.sandbox;
      await db.update(invitations).set({ acceptedAt: new Date() }).where(eq(invitations.id, invitationId));
      return byToken(scene);
    },
  },
  updateMember: {
    member_not_found: missing({ userId: newObjectId() }),
    invalid_state_transition: async (scene) => missing({ userId: scene.world.owner.id })(scene),
  },
  createKey: {
    key_limit_reached: async (scene) => {
      await withTenKeys(scene);
      return byToken(scene);
    },
  },
  requestProduction: {
    // A world's partner is live already.
    invalid_state_transition: async (scene) => byToken(scene),
  },
  getInquiryState: { inquiry_not_found: async ({ bare }) => bare },
  resubmitInquiry: {
    inquiry_not_found: async ({ bare }) => bare,
    // An inquiry that nobody has looked at yet.
    invalid_state_transition: () => callOnInquiry({ method: "PUT", body: inquiryBody() }),
  },
  commentOnInquiry: {
    inquiry_not_found: async ({ bare }) => bare,
    invalid_state_transition: () =>
      callOnInquiry({ method: "POST", verb: "/comments", body: { text: "Hello?" } }, "WITHDRAWN"),
  },
  withdrawInquiry: {
    inquiry_not_found: async ({ bare }) => bare,
    invalid_state_transition: () => callOnInquiry({ method: "POST", verb: "/withdraw", body: {} }, "WITHDRAWN"),
  },
  // Nothing is under review.
  commentOnProductionRequest: { invalid_state_transition: async (scene) => byToken(scene) },
  getKey: { api_key_not_found: missing({ id: "key_none" }) },
  getLastSignedCall: { api_key_not_found: missing({ id: "key_none" }) },
  revokeKey: { api_key_not_found: missing({ id: "key_none" }) },
  updateKey: {
    api_key_not_found: missing({ id: "key_none" }),
    invalid_state_transition: async (scene) => {
      const { key } = await keyOf(scene, { isActive: false, revokedAt: new Date() });
      return missing({ id: key.id })(scene);
    },
    key_limit_reached: async (scene) => {
      const { key } = await keyOf(scene, { isActive: false });
      await withTenKeys(scene);
      return withToken(scene.world.token, jsonCall("PATCH", `/v1/partner/keys/${key.id}`, { isActive: true }));
    },
  },
  getUser: { user_not_found: missing({ externalId: "nobody" }) },
  createUser: {
    user_exists: async (scene) =>
      admitted(
        scene,
        jsonCall("POST", scene.bare.target, { externalId: scene.world.sandbox.externalId, firstName: "Jo" }),
      ),
  },
  updateUser: { user_not_found: missing({ externalId: "nobody" }) },
  getBalance: { user_not_found: missing({ externalId: "nobody" }) },
  listUserTransactions: { user_not_found: missing({ externalId: "nobody" }) },
  getTransaction: { transaction_not_found: missing({ transactionId: newObjectId() }) },
  getAction: { action_not_found: missing({ actionId: newObjectId() }) },
  getTokenPool: { pool_not_found: missing({ poolId: newObjectId() }) },
  listPoolEntries: { pool_not_found: missing({ poolId: newObjectId() }) },
  createCampaign: CAMPAIGN_RULES,
  getCampaign: { campaign_not_found: missing({ campaignId: newObjectId() }) },
  updateCampaign: {
    ...CAMPAIGN_RULES,
    campaign_not_found: missing({ campaignId: newObjectId() }),
    invalid_state_transition: withCampaign({ status: "COMPLETED" }),
  },
  activateCampaign: {
    campaign_not_found: missing({ campaignId: newObjectId() }),
    invalid_state_transition: withCampaign({ status: "COMPLETED" }),
  },
  pauseCampaign: {
    campaign_not_found: missing({ campaignId: newObjectId() }),
    invalid_state_transition: async (scene) => {
      const { campaignId } = scene.world.sandbox;
      await db.update(campaigns).set({ status: "DRAFT", pauseReason: null }).where(eq(campaigns.id, campaignId));
      return admitted(scene, scene.bare);
    },
  },
  completeCampaign: { campaign_not_found: missing({ campaignId: newObjectId() }) },
  getOrganization: { organization_not_found: missing({ slug: "no-such-nonprofit" }) },
  createDonationLink: {
    organization_not_found: giving({ nonprofitSlug: "no-such-nonprofit" }),
    organization_not_eligible: async (scene) => {
      const { slug } = await makeOrganization(db, { status: "INACTIVE" });
      return giving({ nonprofitSlug: slug })(scene);
    },
    campaign_not_found: giving({ campaignId: newObjectId() }),
    currency_not_supported: giving({ currency: "EUR" }),
    amount_out_of_range: giving({ amount: 99 }),
    tip_not_supported: giving({ provider: "every.org", tipPercent: 10 }),
    provider_not_configured: giving({}, "production"),
  },
  getDonationStatus: { donation_not_found: missing({ partnerDonationId: `don_${newObjectId()}` }) },
  getWebhook: { webhook_not_found: missing({ webhookId: newObjectId() }) },
  deleteWebhook: { webhook_not_found: missing({ webhookId: newObjectId() }) },
  rotateWebhookSecret: { webhook_not_found: missing({ webhookId: newObjectId() }) },
  getWebhookHealth: { webhook_not_found: missing({ webhookId: newObjectId() }) },
  probeWebhook: { webhook_not_found: missing({ webhookId: newObjectId() }) },
  testWebhook: {
    webhook_not_found: missing({ webhookId: newObjectId() }),
    validation_error: async (scene) => withBody(scene, '{"eventType":"action.complete"}'),
  },
  updateWebhook: {
    webhook_not_found: missing({ webhookId: newObjectId() }),
    webhook_url_not_allowed: async (scene) =>
      admitted(scene, jsonCall("PATCH", scene.bare.target, { url: "https://127.0.0.1/" })),
  },
  replayDeliveries: {
    webhook_not_found: missing({ webhookId: newObjectId() }),
    invalid_state_transition: async (scene) => admitted(scene, await withWebhookOff(scene)),
  },
  redeliverDelivery: {
    webhook_not_found: missing({ webhookId: newObjectId() }),
    delivery_not_found: missing({ deliveryId: `whd_${newObjectId()}` }),
    invalid_state_transition: async (scene) => admitted(scene, await withWebhookOff(scene)),
  },
  listDeliveries: { webhook_not_found: missing({ webhookId: newObjectId() }) },
  getDelivery: {
    webhook_not_found: missing({ webhookId: newObjectId() }),
    delivery_not_found: missing({ deliveryId: `whd_${newObjectId()}` }),
  },
  createWebhook: {
    webhook_limit_reached: async (scene) => {
      const { makeWebhook } = await import("@/db/testing/factories");
      for (let made = 1; made < 10; made += 1) await makeWebhook(db, { partnerId: scene.world.partner.id });
      return admitted(scene, scene.bare);
    },
    webhook_url_not_allowed: async (scene) =>
      admitted(scene, jsonCall("POST", scene.bare.target, { url: "https://127.0.0.1/", receiveAllEvents: true })),
  },
  submitAction: refusedIn((action) => action),
  submitActions: {
    ...refusedIn((action) => ({ actions: [submitBody(), action], mode: "atomic" })),
    payload_too_large: async (scene) => withBody(scene, "x".repeat(1024 * 1024 + 1)),
  },
  reverseAction: {
    action_not_found: missing({ actionId: newObjectId() }),
    action_not_reversible: async (scene) => {
      await db.update(actions).set({ status: "REVERSED" }).where(eq(actions.id, scene.world.sandbox.actionId));
      return admitted(scene, scene.bare);
    },
    reversal_not_covered: async (scene) => {
      const { transactionId } = scene.world.sandbox;
      await db.update(tokenLots).set({ redeemed: 50 }).where(eq(tokenLots.transactionId, transactionId));
      return sending(() => ({ idempotencyKey: "refund-1", reason: "REFUND" }))(scene);
    },
    amount_out_of_range: sending(() => ({ idempotencyKey: "refund-1", reason: "REFUND", amount: 50 })),
    idempotency_key_reused: async (scene) => {
      await reversed(scene);
      return sending(() => ({ idempotencyKey: "refund-1", reason: "FRAUD" }))(scene);
    },
    idempotent: async (scene) => {
      await reversed(scene);
      await db.update(partners).set({ legacyReplay409: true }).where(eq(partners.id, scene.world.partner.id));
      return sending(() => ({ idempotencyKey: "refund-1", reason: "REFUND", amount: 1 }))(scene);
    },
  },
  requestTokens: {
    pool_not_found: sending(({ endpoint }) => ({ ...bodyFor(endpoint), tokenPoolId: newObjectId() })),
    pool_not_active: async (scene) => {
      await changePool(scene, { status: "CLOSED" });
      return admitted(scene, scene.bare);
    },
    invalid_state_transition: sending(async ({ world, endpoint }) => {
      const large = { amount: 500_000, reason: "More orders than expected." };
      await requestTokens(partnerCtx(world.partner, new Date()), large);
      return { ...bodyFor(endpoint), ...large };
    }),
  },
};

/** Codes that a single call cannot reach, and the test that does; or that nothing of today can, and why. */
const EXCEPTIONS: Record<string, string> = {
  "* internal_error": "below, for every endpoint at once",
  "* service_unavailable": "lib/http/database-away.test.ts, for every kind of endpoint",
  "* duplicate_request": "lib/http/replay-protection.test.ts, for writes that are not idempotent",
  "register forbidden": "needs self-service switched off, a setting read once for the process",
  "login forbidden": "needs verified addresses, a setting read once for the process",
  "submitAction idempotent": "lib/http/routes/giving-actions.test.ts: needs two calls",
  "submitAction idempotency_in_progress": "lib/http/routes/giving-actions.test.ts: needs a call that is running",
  "submitActions idempotency_in_progress": "as for submitAction: the same lock",
  "reverseAction idempotency_in_progress": "as for submitAction: the same lock",
  "createDonationLink idempotency_key_reused": "lib/http/routes/giving-donations.test.ts: needs two calls",
  "createDonationLink provider_error":
    "lib/domain/giving/donations/providers/stripe.test.ts: needs a provider that is away",
  "getConfig validation_error": "takes no input: neither path, query nor body",
  "getGoLive validation_error": "takes no input: neither path, query nor body",
  "listEventTypes validation_error": "takes no input: neither path, query nor body",
  "listStakeholderTypes validation_error": "takes no input: neither path, query nor body",
  "getEventAccounting validation_error": "takes no input: neither path, query nor body",
};
const isExcepted = (endpoint: Endpoint, code: ErrorCode) =>
  `* ${code}` in EXCEPTIONS || `${endpoint.id} ${code}` in EXCEPTIONS;

const cases = givingRoutes.routes.flatMap(({ endpoint }) =>
  errorsOf(endpoint)
    .filter((code) => !isExcepted(endpoint, code))
    .map((code) => ({ name: `${endpoint.method} ${endpoint.path}`, code, endpoint })),
);

describe.each(mounts)("through $name", ({ name, start }) => {
  let mounted: Mounted;
  let shared: World;
  beforeAll(async () => {
    mounted = await start();
    shared = await makeWorld({ tier: "ENTERPRISE" });
  });
  afterAll(() => mounted.close());

  const kindOf = ({ code, endpoint }: (typeof cases)[number]) => `${code} ${endpoint.auth}`;
  test.each(casesThrough({ name }, cases, kindOf))("$name answers $code", async ({ endpoint, code }) => {
    const ownWay = OWN_WAYS[endpoint.id]?.[code];
    const way = ownWay ?? WAYS[code];
    if (!way) throw new Error(`no way to ${code} of ${endpoint.id}: add it, or an exception with its reason`);
    // The pipeline's refusals change nothing, nor does an id that names nothing: these share one. A verb's own refusals
    // begin with some change.
    const world = ownWay && !code.endsWith("_not_found") ? await makeWorld() : shared;
    const call = await way({ endpoint, world, bare: bareCall(endpoint, world.sandbox) });
    expect((await mounted.call(call)).code).toBe(code.toUpperCase());
  });

  test("an error of ours is an internal one, at every endpoint", async () => {
    const broken = givingRoutes.routes.map(({ endpoint }) => ({
      endpoint,
      surface: givingSurface,
      verb: () => Promise.reject(new Error("select secret from api_keys")),
    }));
    const own = await start(new RouteTable(givingSurface, broken));
    const world = await makeWorld({ tier: "ENTERPRISE" });
    for (const { endpoint } of broken) {
      const answer = await own.call(admittedCall(endpoint, world, bareCall(endpoint, world.sandbox)));
      expect([endpoint.id, answer.code]).toEqual([endpoint.id, "INTERNAL_ERROR"]);
    }
    await own.close();
  });
});
