import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Endpoint } from "@/lib/contract/endpoint";
import { ENVIRONMENTS, type Environment } from "@/lib/domain/shared/schemas";
import { givingRoutes } from "@/lib/http/routes/giving";
import { newObjectId } from "@/lib/platform/ids";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { jsonCall } from "@/lib/testing/sign";
import { admittedCall, bodyFor, type Dataset, makeWorld, pathFor, type World, withToken } from "@/lib/testing/worlds";

/**
 * What a route with an id says to whoever may not know the thing, and an id of the same form that names nothing. A
 * route with an id that has no row here fails.
 */
const ROWS: Record<string, { code: string; missing: Record<string, string>; bothEnvironments?: true }> = {
  getKey: { code: "API_KEY_NOT_FOUND", missing: { id: `key_${newObjectId()}` }, bothEnvironments: true },
  getLastSignedCall: { code: "API_KEY_NOT_FOUND", missing: { id: `key_${newObjectId()}` }, bothEnvironments: true },
  updateKey: { code: "API_KEY_NOT_FOUND", missing: { id: `key_${newObjectId()}` }, bothEnvironments: true },
  revokeKey: { code: "API_KEY_NOT_FOUND", missing: { id: `key_${newObjectId()}` }, bothEnvironments: true },
  getUser: { code: "USER_NOT_FOUND", missing: { externalId: "nobody" } },
  updateUser: { code: "USER_NOT_FOUND", missing: { externalId: "nobody" } },
  getBalance: { code: "USER_NOT_FOUND", missing: { externalId: "nobody" } },
  listUserTransactions: { code: "USER_NOT_FOUND", missing: { externalId: "nobody" } },
  getTransaction: { code: "TRANSACTION_NOT_FOUND", missing: { transactionId: newObjectId() } },
  getAction: { code: "ACTION_NOT_FOUND", missing: { actionId: newObjectId() } },
  reverseAction: { code: "ACTION_NOT_FOUND", missing: { actionId: newObjectId() } },
  getTokenPool: { code: "POOL_NOT_FOUND", missing: { poolId: newObjectId() } },
  listPoolEntries: { code: "POOL_NOT_FOUND", missing: { poolId: newObjectId() } },
  getCampaign: { code: "CAMPAIGN_NOT_FOUND", missing: { campaignId: newObjectId() } },
  updateCampaign: { code: "CAMPAIGN_NOT_FOUND", missing: { campaignId: newObjectId() } },
  activateCampaign: { code: "CAMPAIGN_NOT_FOUND", missing: { campaignId: newObjectId() } },
  pauseCampaign: { code: "CAMPAIGN_NOT_FOUND", missing: { campaignId: newObjectId() } },
  completeCampaign: { code: "CAMPAIGN_NOT_FOUND", missing: { campaignId: newObjectId() } },
  getDonationStatus: { code: "DONATION_NOT_FOUND", missing: { partnerDonationId: `don_${newObjectId()}` } },
  getWebhook: { code: "WEBHOOK_NOT_FOUND", missing: { webhookId: newObjectId() } },
  deleteWebhook: { code: "WEBHOOK_NOT_FOUND", missing: { webhookId: newObjectId() } },
  listDeliveries: { code: "WEBHOOK_NOT_FOUND", missing: { webhookId: newObjectId() } },
  getDelivery: { code: "WEBHOOK_NOT_FOUND", missing: { webhookId: newObjectId() } },
  redeliverDelivery: { code: "WEBHOOK_NOT_FOUND", missing: { webhookId: newObjectId() } },
  updateWebhook: { code: "WEBHOOK_NOT_FOUND", missing: { webhookId: newObjectId() } },
  rotateWebhookSecret: { code: "WEBHOOK_NOT_FOUND", missing: { webhookId: newObjectId() } },
  testWebhook: { code: "WEBHOOK_NOT_FOUND", missing: { webhookId: newObjectId() } },
  probeWebhook: { code: "WEBHOOK_NOT_FOUND", missing: { webhookId: newObjectId() } },
  replayDeliveries: { code: "WEBHOOK_NOT_FOUND", missing: { webhookId: newObjectId() } },
  revokeInvitation: { code: "INVITATION_NOT_FOUND", missing: { invitationId: newObjectId() }, bothEnvironments: true },
  updateMember: { code: "MEMBER_NOT_FOUND", missing: { userId: newObjectId() }, bothEnvironments: true },
  getWebhookHealth: { code: "WEBHOOK_NOT_FOUND", missing: { webhookId: newObjectId() } },
};

/** What belongs to nobody: every partner finds the same under the same id. */
const EVERYBODYS = ["getOrganization"];

/** Lists, and what in their rows names the dataset they belong to. */
const LISTS: Record<string, (dataset: Dataset) => string[]> = {
  listUsers: ({ externalId }) => [externalId],
  listActions: ({ actionId }) => [actionId],
  listTransactions: ({ transactionId, externalId }) => [transactionId, externalId],
  listDonations: ({ partnerDonationId }) => [partnerDonationId],
  listTokenPools: ({ poolId }) => [poolId],
  listPoolRequests: ({ poolRequestId }) => [poolRequestId],
  listCampaigns: ({ campaignId }) => [campaignId],
  listWebhooks: ({ webhookId }) => [webhookId],
  listEvents: ({ externalId }) => [externalId],
};

/** Answers without rows: what they count is asserted where they are tested. */
const WITHOUT_ROWS = [
  "listEventTypes",
  "getEventAccounting",
  "listStakeholderTypes",
  "getSummary",
  "getTimeseries",
  "getGoLive",
];

const endpoints = givingRoutes.routes.map((route) => route.endpoint);
// What anyone may call belongs to no partner; a token of its own opens it.
const withId = endpoints.filter(
  ({ path, id, auth }) => path.includes(":") && auth !== "none" && !EVERYBODYS.includes(id),
);
const isList = ({ method, auth, path }: Endpoint) => method === "GET" && auth === "signed" && !path.includes(":");
const lists = endpoints.filter((endpoint) => isList(endpoint) && !WITHOUT_ROWS.includes(endpoint.id));
const other = (environment: Environment): Environment => (environment === "sandbox" ? "production" : "sandbox");

test("every route with an id has its row, and every list", () => {
  expect(Object.keys(ROWS).toSorted()).toEqual(withId.map((endpoint) => endpoint.id).toSorted());
  expect([...Object.keys(LISTS), ...WITHOUT_ROWS].toSorted()).toEqual(
    endpoints
      .filter(isList)
      .map((endpoint) => endpoint.id)
      .toSorted(),
  );
});

describe.each(mounts)("through $name", ({ start }) => {
  let mounted: Mounted;
  let worlds: [World, World];
  beforeAll(async () => {
    mounted = await start();
    worlds = [await makeWorld({ tier: "ENTERPRISE" }), await makeWorld({ tier: "ENTERPRISE" })];
  });
  afterAll(() => mounted.close());

  /** A call by one world, in one environment, to a path. */
  const ask = (endpoint: Endpoint, path: string, by: World, environment: Environment) =>
    mounted.call(admittedCall(endpoint, by, jsonCall(endpoint.method, path, bodyFor(endpoint)), environment));
  const told = ({ status, body }: { status: number; body: { code: string; message: string; details?: unknown } }) => ({
    status,
    code: body?.code,
    message: body?.message,
    details: body?.details,
  });

  describe.each(withId)("$method $path", (endpoint) => {
    const { code, missing, bothEnvironments } = ROWS[endpoint.id] ?? { code: "none", missing: {} };

    test("answers a stranger's id, the other environment's and a missing one alike", async () => {
      for (const environment of ENVIRONMENTS) {
        for (const [caller, stranger] of [worlds, worlds.toReversed()] as [World, World][]) {
          const own = caller[environment];
          const nothing = await ask(endpoint, pathFor(endpoint, own, missing), caller, environment);
          expect(nothing).toMatchObject({ status: 404, code });
          const foreign = ENVIRONMENTS.map((each) => stranger[each]);
          if (!bothEnvironments) foreign.push(caller[other(environment)]);
          for (const dataset of foreign) {
            const answer = await ask(endpoint, pathFor(endpoint, dataset), caller, environment);
            expect(told(answer)).toEqual(told(nothing));
          }
        }
      }
    });

    test("serves the owner, to the key and to the person", async () => {
      if (endpoint.method === "DELETE") return expect(ROWS[endpoint.id]).toBeDefined();
      for (const environment of ENVIRONMENTS) {
        const [world] = worlds;
        const path = pathFor(endpoint, world[environment]);
        expect((await ask(endpoint, path, world, environment)).status).toBe(endpoint.status);
        // A browser has no person's token.
        if (endpoint.auth === "widget") continue;
        const byPerson = withToken(world.token, jsonCall(endpoint.method, path, bodyFor(endpoint)), environment);
        expect((await mounted.call(byPerson)).status).toBe(endpoint.status);
      }
    });
  });

  test("a delivery is found under its own webhook only", async () => {
    const [world, stranger] = worlds;
    const endpoint = endpoints.find((each) => each.id === "getDelivery")!;
    for (const deliveryId of [stranger.sandbox.deliveryId, world.production.deliveryId, `whd_${newObjectId()}`]) {
      const answer = await ask(endpoint, pathFor(endpoint, world.sandbox, { deliveryId }), world, "sandbox");
      expect(answer).toMatchObject({ status: 404, code: "DELIVERY_NOT_FOUND" });
    }
  });

  test.each(lists)("$path lists the caller's own rows of the environment, and no others", async (endpoint) => {
    const [world, stranger] = worlds;
    for (const environment of ENVIRONMENTS) {
      const answer = await ask(endpoint, `${endpoint.path}?limit=100`, world, environment);
      for (const id of LISTS[endpoint.id]!(world[environment])) expect(answer.text).toContain(id);
      const foreign = [world[other(environment)], stranger.sandbox, stranger.production].flatMap(LISTS[endpoint.id]!);
      for (const id of foreign) expect(answer.text).not.toContain(id);
    }
  });

  test("nothing in a request names another dataset: not the query, not the body, not a header", async () => {
    const [world, stranger] = worlds;
    const pools = endpoints.find((each) => each.id === "listTokenPools")!;
    for (const query of [`partnerId=${stranger.partner.id}`, "environment=production"]) {
      const answer = await ask(pools, `${pools.path}?${query}`, world, "sandbox");
      expect(answer).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
    }
    const submit = endpoints.find((each) => each.id === "submitAction")!;
    for (const field of [{ partnerId: stranger.partner.id }, { environment: "production" }, { userId: "x" }]) {
      const call = jsonCall(submit.method, submit.path, { ...bodyFor(submit), ...field });
      expect((await mounted.call(admittedCall(submit, world, call))).code).toBe("VALIDATION_ERROR");
    }
    const named = jsonCall(submit.method, submit.path, { ...bodyFor(submit), tokenPoolId: stranger.sandbox.poolId });
    expect((await mounted.call(admittedCall(submit, world, named))).code).toBe("POOL_NOT_FOUND");
    const header = { target: pools.path, headers: { "X-Partner-Environment": "production" } };
    const answer = await mounted.call(admittedCall(pools, world, header));
    expect(answer.text).toContain(world.sandbox.poolId);
    expect(answer.text).not.toContain(world.production.poolId);
  });
});
