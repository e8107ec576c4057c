import { becomePartner, expect, newAddress, purchase, SUBMIT, test } from "@/e2e/support/fixtures";
import type { ServerProcess } from "@/e2e/support/server-process";
import { type Answer, ApiClient, type Credentials } from "@/e2e/support/signing-client";
import { newWorld, type World } from "@/e2e/support/world";

type ActionList = { data: { idempotencyKey: string; tokensDistributed: number; status: string }[] };
type Pool = { id: string; balance: number; distributed: number };

/** Each of these ends servers, so each has a world of its own. */
let world: World;
const servers: ServerProcess[] = [];

test.beforeEach(() => {
  world = newWorld();
});

test.afterEach(async () => {
  for (const server of servers.splice(0)) await server.kill();
  await world.remove();
});

async function start(): Promise<ServerProcess> {
  const server = await world.start();
  servers.push(server);
  return server;
}

const clientOf = (server: ServerProcess) => new ApiClient(server.url, { "x-forwarded-for": newAddress() });

async function allActions(api: ApiClient, keys: Credentials): Promise<ActionList["data"]> {
  const actions: ActionList["data"] = [];
  for (let page = 1; ; page += 1) {
    const target = `/v1/partner/actions?page=${page}&limit=100`;
    const { body, status, text } = await api.signed<ActionList>(keys, { target });
    expect(status, text).toBe(200);
    actions.push(...body.data);
    if (body.data.length < 100) return actions;
  }
}

/** Keeps submitting, a few at a time, until a connection is refused. Returns what was acknowledged and what was not. */
async function storm(api: ApiClient, keys: Credentials, { lanes, onAnswer }: { lanes: number; onAnswer: () => void }) {
  const acknowledged = new Map<string, Answer>();
  const unanswered: string[] = [];
  let isOver = false;
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (let n = 0; !isOver && n < 90 / lanes; n += 1) {
        const key = `storm-${lane}-${n}`;
        try {
          acknowledged.set(key, await api.signed(keys, { ...SUBMIT, body: purchase(key, `cust-${lane}-${n % 3}`) }));
          onAnswer();
        } catch {
          unanswered.push(key);
          isOver = true;
        }
      }
    }),
  );
  return { acknowledged, unanswered };
}

test("SIGTERM loses no answer and no usage row of what is in flight", async () => {
  const server = await start();
  const api = clientOf(server);
  const { keys, keyId, token } = await becomePartner(api);
  const inFlight = Array.from({ length: 24 }, (_, n) => api.signed(keys, { ...SUBMIT, body: purchase(`last-${n}`) }));
  await Promise.race(inFlight);
  const code = server.stop();

  const answers = await Promise.all(inFlight);
  expect(answers.map((answer) => answer.status)).toEqual(Array(24).fill(200));
  expect(await code).toBe(0);

  const again = clientOf(await start());
  const actions = await allActions(again, keys);
  expect(actions.filter((action) => action.status === "COMPLETED")).toHaveLength(24);
  const key = await again.as<{ lastUsedAt: string | null }>(token, { target: `/v1/partner/keys/${keyId}` });
  expect(key.body.lastUsedAt).not.toBeNull();
  expect(await world.run("tsx", "db/testing/run-count-requests.ts")).toContain("submit 24");
});

test("SIGKILL in a storm of submits loses nothing that was acknowledged, and pays nothing twice", async ({
  receiver,
}) => {
  test.setTimeout(180_000);
  const server = await start();
  const api = clientOf(server);
  const { keys, token } = await becomePartner(api);
  const webhook = await api.as<{ id: string }>(token, {
    method: "POST",
    target: "/v1/partner/webhooks",
    body: { url: receiver.url, eventTypes: ["action.completed"] },
  });
  expect(webhook.status, webhook.text).toBe(201);

  let answered = 0;
  const { acknowledged, unanswered } = await storm(api, keys, {
    lanes: 8,
    onAnswer: () => {
      answered += 1;
      if (answered === 40) void server.kill();
    },
  });
  expect(unanswered.length).toBeGreaterThan(0);
  const served = [...acknowledged].filter(([, answer]) => answer.status === 200);
  expect(served.length).toBeGreaterThanOrEqual(40);

  const again = clientOf(await start());
  const actions = await allActions(again, keys);
  const stored = actions.map((action) => action.idempotencyKey);
  expect(new Set(stored).size).toBe(stored.length);
  expect(stored).toEqual(expect.arrayContaining(served.map(([key]) => key)));

  // A client that got no answer asks again with the same key: it is served now, once.
  for (const key of unanswered) {
    const lane = key.split("-")[1];
    const n = Number(key.split("-")[2]);
    const answer = await again.signed(keys, { ...SUBMIT, body: purchase(key, `cust-${lane}-${n % 3}`) });
    expect(answer.status, answer.text).toBe(200);
  }
  const all = await allActions(again, keys);
  const pools = await again.signed<{ data: Pool[] }>(keys, { target: "/v1/partner/token-pools" });
  const paid = all.reduce((sum, action) => sum + action.tokensDistributed, 0);
  expect(pools.body.data[0]).toMatchObject({ distributed: paid, balance: 100_000 - paid });

  for (const { idempotencyKey } of all) {
    await receiver.waitFor(({ event }) => event.data.idempotencyKey === idempotencyKey, 75_000);
  }
  expect(await world.run("tsx", "db/run-ledger-check.ts")).toContain("The ledger is whole.");
});
