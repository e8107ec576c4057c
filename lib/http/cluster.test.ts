import { Agent } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { type MadeKey, makeKey, makePartner, makePortalUser } from "@/db/testing/factories";
import type { AdminCtx } from "@/lib/domain/context";
import { revokePartnerKey } from "@/lib/domain/giving/key-administration/revoke-partner-key";
import { updatePartnerKey } from "@/lib/domain/giving/key-administration/update-partner-key";
import { changePartnerStatus } from "@/lib/domain/partners/change-partner-status";
import { CACHE_BOUND_MS, changeListener } from "@/lib/platform/change-listener";
import { newObjectId } from "@/lib/platform/ids";
import type { Call } from "@/lib/testing/call";
import { type ClusterProcess, startClusterProcess } from "@/lib/testing/cluster";
import { testCtx } from "@/lib/testing/context";
import { send } from "@/lib/testing/mounts";
import { jsonCall, sign } from "@/lib/testing/sign";
import { tokenFor, withToken } from "@/lib/testing/worlds";

const { db, sql } = database();

const ROUNDS = 12;
const BROKEN_ROUNDS = 4;
/** For the scheduler of a busy machine, beyond the bound itself. */
const SLACK_MS = 250;

let processes: [ClusterProcess, ClusterProcess];
const agent = new Agent({ keepAlive: true });

beforeAll(async () => {
  changeListener();
  processes = await Promise.all([startClusterProcess(), startClusterProcess()]);
}, 60_000);

afterAll(async () => {
  agent.destroy();
  await Promise.all(processes.map((each) => each.stop()));
});

type Holder = { key: MadeKey; token: string; partnerId: string };

async function makeHolder(): Promise<Holder> {
  const { id: partnerId } = await makePartner(db, { tier: "ENTERPRISE" });
  const key = await makeKey(db, { partnerId });
  return { key, partnerId, token: await tokenFor(await makePortalUser(db, { partnerId })) };
}

const ask = (which: 0 | 1, call: Call) => send(processes[which].port, call, agent);
const read = (which: 0 | 1, { key }: Holder) => ask(which, sign(key, { target: "/v1/partner/users" }));

/** Keeps using the key at the other process while it is taken away, and tells of each use when it began. */
async function callWhile(holder: Holder, take: () => Promise<void>, goOn: (takenAt: number) => boolean) {
  const uses: { startedAt: number; code: string | null }[] = [];
  let takenAt = Number.POSITIVE_INFINITY;
  const taking = take().then(() => {
    takenAt = performance.now();
  });
  while (takenAt === Number.POSITIVE_INFINITY || goOn(takenAt)) {
    const startedAt = performance.now();
    uses.push({ startedAt, code: (await read(1, holder)).code });
  }
  await taking;
  return uses.map(({ startedAt, code }) => ({ afterMs: startedAt - takenAt, code }));
}

function adminCtx(): AdminCtx {
  const actor = { type: "admin", adminId: newObjectId(), role: "OPERATOR", address: "192.0.2.9" } as const;
  return { ...testCtx(new Date()), actor };
}

const ways: [way: string, code: string, take: (holder: Holder) => Promise<void>][] = [
  [
    "revoked",
    "API_KEY_REVOKED",
    async ({ key, token }) => {
      const call = withToken(token, { method: "DELETE", target: `/v1/partner/keys/${key.key.id}` });
      expect((await ask(0, call)).status).toBe(204);
    },
  ],
  [
    "deactivated",
    "API_KEY_REVOKED",
    async ({ key, token }) => {
      const call = jsonCall("PATCH", `/v1/partner/keys/${key.key.id}`, { isActive: false });
      expect((await ask(0, withToken(token, call))).status).toBe(200);
    },
  ],
  [
    "bound to another address",
    "IP_NOT_ALLOWED",
    async ({ key, token }) => {
      const call = jsonCall("PATCH", `/v1/partner/keys/${key.key.id}`, { ipAllowlist: ["192.0.2.1"] });
      expect((await ask(0, withToken(token, call))).status).toBe(200);
    },
  ],
  [
    "of a partner who is suspended",
    "PARTNER_SUSPENDED",
    ({ partnerId }) => changePartnerStatus(testCtx(new Date()), { partnerId, to: "SUSPENDED", reason: "Test" }),
  ],
  [
    "revoked by an administrator",
    "API_KEY_REVOKED",
    async ({ partnerId, key }) => {
      await revokePartnerKey(adminCtx(), { id: partnerId, keyId: key.key.id, dryRun: false, reason: "Test" });
    },
  ],
  [
    "given other scopes by an administrator",
    "INSUFFICIENT_SCOPE",
    async ({ partnerId, key }) => {
      const scopes = { scopes: ["actions:write" as const], reason: "Test" };
      await updatePartnerKey(adminCtx(), { id: partnerId, keyId: key.key.id, dryRun: false, ...scopes });
    },
  ],
];

describe("a key that one process sees", () => {
  test.each(ways)(
    "%s is refused by the other for every request that begins after the answer",
    async (_, code, take) => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const holder = await makeHolder();
        expect((await read(1, holder)).status).toBe(200);
        let more = 5;
        const uses = await callWhile(
          holder,
          () => take(holder),
          () => more-- > 0,
        );
        const after = uses.filter(({ afterMs }) => afterMs > 0);
        expect(after.length).toBeGreaterThanOrEqual(5);
        expect(after.map((use) => use.code)).toEqual(after.map(() => code));
      }
    },
    60_000,
  );

  test("given an expiry is refused by the other from that instant on", async () => {
    const holder = await makeHolder();
    expect((await read(1, holder)).status).toBe(200);
    const expiresAt = new Date(Date.now() + 1_500);
    const call = jsonCall("PATCH", `/v1/partner/keys/${holder.key.key.id}`, { expiresAt: expiresAt.toISOString() });
    expect((await ask(0, withToken(holder.token, call))).status).toBe(200);
    while (Date.now() < expiresAt.getTime()) await read(1, holder);
    for (const which of [0, 1] as const) expect((await read(which, holder)).code).toBe("API_KEY_EXPIRED");
  });

  test("created through one is served by the other at once", async () => {
    const holder = await makeHolder();
    for (let round = 0; round < ROUNDS / 2; round += 1) {
      const call = jsonCall("POST", "/v1/partner/keys", { name: "Key", environment: "sandbox" });
      const { body } = await ask(0, withToken(holder.token, call));
      expect((await ask(1, sign(body, { target: "/v1/partner/users" }))).status).toBe(200);
    }
  });
});

describe("while no process can listen", () => {
  let breaking = true;
  let breaker: Promise<void>;
  beforeAll(() => {
    breaker = (async () => {
      while (breaking) {
        await sql`
          select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and application_name = 'portico-listener'`;
      }
    })();
  });
  afterAll(async () => {
    breaking = false;
    await breaker;
  });

  test.each(ways)(
    "a key %s is refused by the other within the bound",
    async (_, code, take) => {
      const until = CACHE_BOUND_MS + SLACK_MS;
      const round = async () => {
        const holder = await makeHolder();
        expect((await read(1, holder)).status).toBe(200);
        let more = 5;
        const uses = await callWhile(
          holder,
          () => take(holder),
          (takenAt) => performance.now() - takenAt < until || more-- > 0,
        );
        const late = uses.filter(({ afterMs }) => afterMs > until);
        expect(late.length).toBeGreaterThanOrEqual(5);
        expect(late.map((use) => use.code)).toEqual(late.map(() => code));
      };
      await Promise.all(Array.from({ length: BROKEN_ROUNDS }, round));
    },
    60_000,
  );
});
