import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import { poolRequests } from "@/db/schema/pools";
import {
  type MadeKey,
  makeCampaign,
  makeDelivery,
  makeDonation,
  makeKey,
  makeOrganization,
  makePartner,
  makePartnerUser,
  makePool,
  makePortalUser,
  makeWebhook,
  type PartnerRow,
  type PortalUserRow,
} from "@/db/testing/factories";
import type { Endpoint } from "@/lib/contract/endpoint";
import { signUserToken } from "@/lib/domain/accounts/user-token";
import { inTransaction } from "@/lib/domain/context";
import { type ActionResult, SubmitAction } from "@/lib/domain/giving/actions/schemas";
import { submitAction } from "@/lib/domain/giving/actions/submit-action";
import { requestTokens } from "@/lib/domain/giving/token-pools/request-tokens";
import { addInvitation } from "@/lib/domain/invitations/add-invitation";
import { ENVIRONMENTS, type Environment } from "@/lib/domain/shared/schemas";
import { newObjectId } from "@/lib/platform/ids";
import type { Call } from "@/lib/testing/call";
import { partnerCtx, testCtx } from "@/lib/testing/context";
import { jsonCall, type SigningOptions, sign } from "@/lib/testing/sign";

/** What one partner has in one environment. */
export type Dataset = {
  environment: Environment;
  key: MadeKey;
  poolId: string;
  externalId: string;
  actionId: string;
  transactionId: string;
  poolRequestId: string;
  campaignId: string;
  webhookId: string;
  deliveryId: string;
  slug: string;
  partnerSlug: string;
  partnerDonationId: string;
  invitationId: string;
  /** Somebody of the team. */
  userId: string;
};

/** A partner with everything that routes can name. */
export type World = { partner: PartnerRow; owner: PortalUserRow; token: string } & Record<Environment, Dataset>;

async function makeDataset(partner: PartnerRow, environment: Environment): Promise<Dataset> {
  const { db } = database();
  const own = { partnerId: partner.id, environment };
  const [key, pool, user, { webhook }, campaign] = await Promise.all([
    makeKey(db, own),
    makePool(db, own),
    makePartnerUser(db, own),
    makeWebhook(db, own),
    makeCampaign(db, { ...own, status: "PAUSED", pauseReason: "MANUAL" }),
  ]);
  const deliveryId = await makeDelivery(db, webhook);
  const organization = await makeOrganization(db);
  const { id: partnerDonationId } = await makeDonation(db, { ...own, organizationId: organization.id });
  const submitted = SubmitAction.parse(submitBody({ stakeholders: [stakeholder(user.externalId)] }));
  const action = await submitAction(partnerCtx(partner, new Date(), environment), submitted);
  const { actionId, transactionIds } = action as ActionResult;
  const made = { externalId: user.externalId, actionId, transactionId: transactionIds[0]! };
  const asked = { amount: 1_000, reason: "More orders than expected." };
  const { id: poolRequestId } = await requestTokens(partnerCtx(partner, new Date(), environment), asked);
  // Decided, so that another can be asked for.
  await db
    .update(poolRequests)
    .set({ status: "CANCELED", decidedAt: new Date() })
    .where(eq(poolRequests.id, poolRequestId));
  const place = { partnerId: partner.id, partnerRole: "VIEWER" } as const;
  const guest = { email: `guest-${newObjectId()}@example.org`, place, invitedBy: "test" };
  const { invitation } = await inTransaction(testCtx(new Date()), (ctx) => addInvitation(ctx, guest));
  const { id: userId } = await makePortalUser(db, { partnerId: partner.id, role: "VIEWER" });
  const ids = {
    poolId: pool.id,
    poolRequestId,
    campaignId: campaign.id,
    webhookId: webhook.id,
    deliveryId,
    invitationId: invitation.id,
    userId,
  };
  return { environment, key, ...ids, ...made, slug: organization.slug, partnerSlug: partner.slug, partnerDonationId };
}

/** An access token for a user; valid from `now`, for 15 minutes. */
export function tokenFor(user: PortalUserRow, now = new Date()): Promise<string> {
  return signUserToken(user, now);
}

/** A live partner with an owner, and a full dataset in each environment. */
export async function makeWorld(overrides: Parameters<typeof makePartner>[1] = {}): Promise<World> {
  const { db } = database();
  const partner = await makePartner(db, { productionAccess: "LIVE", ...overrides });
  const owner = await makePortalUser(db, { partnerId: partner.id });
  const [sandbox, production] = await Promise.all(ENVIRONMENTS.map((each) => makeDataset(partner, each)));
  return { partner, owner, token: await tokenFor(owner), sandbox: sandbox!, production: production! };
}

export const stakeholder = (partnerUserId = "cust-314", stakeholderTypeCode = "CUSTOMER") => ({
  stakeholderTypeCode,
  partnerUserId,
});

/** The body of a valid submit, with an idempotency key of its own. */
export function submitBody(overrides: Record<string, unknown> = {}) {
  return {
    idempotencyKey: `order-${newObjectId()}`,
    actionType: "PURCHASE",
    amount: 49.99,
    currency: "USD",
    stakeholders: [stakeholder()],
    autoCreateUsers: true,
    ...overrides,
  };
}

/** The body of a valid request for production. */
export function productionRequestBody(overrides: Record<string, unknown> = {}) {
  return {
    partnerName: "Acme Outdoor",
    legalEntity: "Acme Outdoor, Inc.",
    contactEmail: "partners@acme.example",
    useCaseSummary: "Customers earn tokens for purchases.",
    integrationModel: "SERVER_TO_SERVER",
    expectedMonthlyActionVolume: 40_000,
    actionTypes: ["PURCHASE"],
    stakeholderModel: [{ stakeholderTypeCode: "CUSTOMER", description: "Who buys in the shop" }],
    webhookUrl: "https://acme.example/webhooks",
    ...overrides,
  };
}

/** The body of a valid inquiry. */
export function inquiryBody(overrides: Record<string, unknown> = {}) {
  const { stakeholderModel, webhookUrl, ...asked } = productionRequestBody();
  return { ...asked, contactName: "Jane Miller", ...overrides };
}

/** A signed submit. */
export function submitCall(key: MadeKey, body: Record<string, unknown>, options?: SigningOptions): Call {
  return sign(key, jsonCall("POST", "/v1/partner/actions/submit", body), options);
}

export function withToken(token: string, call: Call, environment?: Environment): Call {
  const headers: Record<string, string> = { Authorization: `Bearer ${token}`, ...call.headers };
  if (environment) headers["X-Partner-Environment"] = environment;
  return { ...call, headers };
}

/** A valid body for each operation that takes one; an endpoint missing here fails the generated tests. */
const BODIES: Record<string, (dataset?: Dataset) => Record<string, unknown>> = {
  register: () => ({
    email: `new-${newObjectId()}@example.org`,
    password: "correct horse battery",
    firstName: "Jane",
    lastName: "Doe",
    organizationName: "Acme Outdoor",
  }),
  login: () => ({ email: `nobody-${newObjectId()}@example.org`, password: "wrong password" }),
  refresh: () => ({ refreshToken: newObjectId() }),
  logout: () => ({ refreshToken: newObjectId() }),
  readInvitation: () => ({ token: newObjectId() }),
  acceptInvitation: () => ({
    token: newObjectId(),
    password: "correct horse battery",
    firstName: "Jo",
    lastName: "Doe",
  }),
  inviteMember: () => ({ email: `guest-${newObjectId()}@example.org`, role: "DEVELOPER" }),
  updateMember: () => ({ role: "DEVELOPER" }),
  markNotificationsSeen: () => ({ upTo: "2026-01-01T00:00:00.000Z" }),
  createKey: () => ({ name: "Another key", environment: "sandbox" }),
  updateKey: () => ({ name: "Renamed" }),
  submitInquiry: () => inquiryBody(),
  resubmitInquiry: () => inquiryBody({ token: "none" }),
  commentOnInquiry: () => ({ token: "none", text: "It is the shop in Portland." }),
  withdrawInquiry: () => ({ token: "none" }),
  requestProduction: () => productionRequestBody(),
  commentOnProductionRequest: () => ({
    text: "The volume is for the first year.",
    field: "expectedMonthlyActionVolume",
  }),
  createFault: () => ({ kind: "SERVER_ERROR", count: 1, pathPrefix: "/v1/partner/nowhere" }),
  resetSandbox: (dataset) => ({ confirm: dataset?.partnerSlug ?? "another-partner" }),
  createUser: () => ({ externalId: `cust-${newObjectId()}`, firstName: "Jane" }),
  updateUser: () => ({ firstName: "Renamed" }),
  submitAction: () => submitBody(),
  submitActions: () => ({ actions: [submitBody(), submitBody()] }),
  validateAction: () => submitBody(),
  reverseAction: () => ({ idempotencyKey: `refund-${newObjectId()}`, reason: "REFUND", amount: 0.01 }),
  requestTokens: () => ({ amount: 1_000, reason: "More orders than expected." }),
  createCampaign: () => ({ name: "Summer of trees", actionTypes: ["PURCHASE"], splits: [] }),
  updateCampaign: () => ({ name: "Renamed" }),
  createDonationLink: (dataset) => ({ nonprofitSlug: dataset?.slug ?? "no-such", amount: 2500, currency: "USD" }),
  createWebhook: () => ({ url: "https://93.184.215.14/hook", receiveAllEvents: true }),
  updateWebhook: () => ({ description: "Renamed" }),
  testWebhook: () => ({ eventType: "webhook.test" }),
  replayDeliveries: () => ({ failedSince: "2026-01-01T00:00:00.000Z" }),
};

export function bodyFor(endpoint: Endpoint, dataset?: Dataset): Record<string, unknown> | undefined {
  if (!endpoint.body) return undefined;
  const make = BODIES[endpoint.id];
  if (!make) throw new Error(`worlds.ts has no body for ${endpoint.id}`);
  return make(dataset);
}

/** The path of an endpoint, naming what this dataset has; `others` names what the test has made itself. */
export function pathFor(endpoint: Endpoint, dataset: Dataset, others: Record<string, string> = {}): string {
  const { key, poolId, externalId, actionId, transactionId, campaignId, webhookId, deliveryId } = dataset;
  const { slug, partnerDonationId, invitationId, userId } = dataset;
  const ids: Record<string, string> = {
    id: key.key.id,
    inquiryId: "inq_000000000000000000000000",
    ...{ poolId, externalId, actionId, transactionId, campaignId, webhookId, deliveryId, slug, partnerDonationId },
    ...{ invitationId, userId },
    ...others,
  };
  return endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
    const id = ids[name];
    if (id === undefined) throw new Error(`worlds.ts has no ${name} for ${endpoint.path}`);
    return encodeURIComponent(id);
  });
}

/** What the query of an operation cannot do without. */
const QUERIES: Record<string, string> = { getTimeseries: "?metric=actions", getInquiryState: "?token=none" };

/** A call to an endpoint that lacks only its credential. */
export function bareCall(endpoint: Endpoint, dataset: Dataset, others?: Record<string, string>): Call {
  const target = `${pathFor(endpoint, dataset, others)}${QUERIES[endpoint.id] ?? ""}`;
  return jsonCall(endpoint.method, target, bodyFor(endpoint, dataset));
}

/** The same call with the strongest credential the endpoint takes. */
export function admittedCall(endpoint: Endpoint, world: World, call: Call, environment: Environment = "sandbox"): Call {
  if (endpoint.auth === "none") return call;
  if (endpoint.auth === "token") return withToken(world.token, call, environment);
  return sign(world[environment].key, call);
}
