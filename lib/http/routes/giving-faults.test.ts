import { eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { actions } from "@/db/schema/giving";
import { sandboxFaults } from "@/db/schema/readiness";
import { apiRequests, auditRecords } from "@/db/schema/records";
import {
  type MadeKey,
  makeKey,
  makePartner,
  makePool,
  makePortalUser,
  type PartnerRow,
  type PortalUserRow,
} from "@/db/testing/factories";
import * as takeFault from "@/lib/domain/faults/take-fault";
import { hang } from "@/lib/http/sandbox-fault";
import { usageBuffer } from "@/lib/http/usage-buffer";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { jsonCall, sign } from "@/lib/testing/sign";
import { submitBody, submitCall, tokenFor, withToken } from "@/lib/testing/worlds";

const { db } = database();
const FAULTS = "/v1/partner/sandbox/faults";
const USERS = "/v1/partner/users";

let mounted: Mounted;
let partner: PartnerRow;
let key: MadeKey;
let owner: PortalUserRow;
let token: string;
beforeAll(async () => {
  mounted = await mounts[0]!.start();
});
afterAll(() => mounted.close());
beforeEach(async () => {
  partner = await makePartner(db, { tier: "ENTERPRISE", productionAccess: "LIVE" });
  key = await makeKey(db, { partnerId: partner.id });
  await makePool(db, { partnerId: partner.id });
  owner = await makePortalUser(db, { partnerId: partner.id });
  token = await tokenFor(owner);
});

const arm = async (body: Record<string, unknown>) => {
  const answer = await mounted.call(withToken(token, jsonCall("POST", FAULTS, { count: 1, ...body })));
  expect(answer.status).toBe(201);
  return answer.body;
};
const list = async () => (await mounted.call(withToken(token, { target: FAULTS }))).body.data;
const read = (by = key) => mounted.call(sign(by, { target: USERS }));

test("a fault is answered as the contract says, audited and listed", async () => {
  const { body } = await mounted.call(
    withToken(token, jsonCall("POST", FAULTS, { kind: "RATE_LIMIT", count: 2, retryAfterSeconds: 7 })),
  );
  expect(body).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{24}$/),
    kind: "RATE_LIMIT",
    count: 2,
    remaining: 2,
    pathPrefix: null,
    retryAfterSeconds: 7,
    createdAt: expect.any(String),
  });
  const other = await arm({ kind: "TIMEOUT", pathPrefix: "/v1/partner/nowhere" });
  expect(await list()).toEqual([other, body]);
  const audit = await db.select().from(auditRecords).where(eq(auditRecords.targetId, body.id));
  expect(audit).toMatchObject([
    { action: "sandbox_fault.created", actorId: owner.id, partnerId: partner.id, environment: "sandbox" },
  ]);
});

describe("a matching request meets", () => {
  test("RATE_LIMIT as a real refusal, with the wait it names", async () => {
    await arm({ kind: "RATE_LIMIT", retryAfterSeconds: 7 });
    const answer = await read();
    expect(answer).toMatchObject({ status: 429, code: "RATE_LIMIT_EXCEEDED" });
    expect(answer.headers).toMatchObject({ "retry-after": "7", "x-ratelimit-retryafter": "7" });
    expect(answer.body.details).toEqual({ window: "minute", limit: 2_000, retryAfter: 7 });
    expect((await read()).status).toBe(200);
  });

  test("RATE_LIMIT until the minute ends where no wait is named", async () => {
    await arm({ kind: "RATE_LIMIT" });
    const { details } = (await read()).body;
    expect(details.retryAfter).toBeGreaterThanOrEqual(1);
    expect(details.retryAfter).toBeLessThanOrEqual(60);
  });

  test("SERVER_ERROR, which changes nothing: the retry with the same key is served", async () => {
    await arm({ kind: "SERVER_ERROR" });
    const body = submitBody();
    expect(await mounted.call(submitCall(key, body))).toMatchObject({ status: 500, code: "INTERNAL_ERROR" });
    expect(await db.select().from(actions).where(eq(actions.partnerId, partner.id))).toEqual([]);
    const retried = await mounted.call(submitCall(key, body));
    expect(retried).toMatchObject({ status: 200, body: { tokensDistributed: 50 } });
    expect(retried.headers["x-idempotent-replay"]).toBeUndefined();
  });

  test("INSUFFICIENT_POOL only where an endpoint can be short of tokens", async () => {
    await arm({ kind: "INSUFFICIENT_POOL" });
    expect((await read()).status).toBe(200);
    expect(await mounted.call(submitCall(key, submitBody()))).toMatchObject({ status: 402, code: "INSUFFICIENT_POOL" });
    expect((await mounted.call(submitCall(key, submitBody()))).status).toBe(200);
  });

  test("TIMEOUT after a wait that is bounded, in time and in number", async () => {
    const waits: { ms: number; end: () => void }[] = [];
    const wait = (ms: number) => new Promise<void>((resolve) => waits.push({ ms, end: resolve }));
    const hanging = Array.from({ length: 60 }, () => hang(wait));
    expect(waits).toHaveLength(50);
    expect(waits.every(({ ms }) => ms === 10_000)).toBe(true);
    await Promise.all(hanging.slice(50));
    for (const { end } of waits) end();
    await Promise.all(hanging);
    const again = hang(wait);
    expect(waits).toHaveLength(51);
    waits[50]!.end();
    await again;
  });

  test("the outcome as a widget's key too, and before its body is looked at", async () => {
    await arm({ kind: "SERVER_ERROR", count: 2 });
    const widget = { target: "/v1/partner/config", headers: { "X-Partner-Key": key.publicKey } };
    expect((await mounted.call(widget)).code).toBe("INTERNAL_ERROR");
    expect((await mounted.call(submitCall(key, {}))).code).toBe("INTERNAL_ERROR");
  });
});

describe("a fault spares", () => {
  test("production keys, people's tokens, other partners and other paths", async () => {
    await arm({ kind: "SERVER_ERROR", pathPrefix: "/v1/partner/users" });
    const live = await makeKey(db, { partnerId: partner.id, environment: "production" });
    const stranger = await makeKey(db);
    expect((await read(live)).status).toBe(200);
    expect((await read(stranger)).status).toBe(200);
    expect((await mounted.call(withToken(token, { target: USERS }, "sandbox"))).status).toBe(200);
    expect((await mounted.call(sign(key, { target: "/v1/partner/token-pools" }))).status).toBe(200);
    expect((await read()).status).toBe(500);
  });

  test("requests that fail authentication", async () => {
    await arm({ kind: "SERVER_ERROR" });
    expect((await read({ ...key, hmacSecret: "0".repeat(64) })).code).toBe("INVALID_SIGNATURE");
    expect((await list())[0].remaining).toBe(1);
  });

  test("whoever comes after it was cleared", async () => {
    await arm({ kind: "SERVER_ERROR", count: 20 });
    expect((await read()).status).toBe(500);
    expect((await mounted.call(withToken(token, { method: "DELETE", target: FAULTS }))).status).toBe(204);
    expect((await read()).status).toBe(200);
    expect(await list()).toEqual([]);
    const audit = await db.select().from(auditRecords).where(eq(auditRecords.targetId, partner.id));
    expect(audit).toMatchObject([{ action: "sandbox_faults.cleared", before: { faults: 1 } }]);
  });
});

test("exactly count requests meet it, however many come at once, and older faults are met first", async () => {
  const first = await arm({ kind: "RATE_LIMIT", count: 7, retryAfterSeconds: 1 });
  const second = await arm({ kind: "SERVER_ERROR", count: 5 });
  const answers = await Promise.all(Array.from({ length: 40 }, () => read()));
  const answeredWith = (status: number) => answers.filter((answer) => answer.status === status).length;
  expect([429, 500, 200].map(answeredWith)).toEqual([7, 5, 28]);
  const rows = await db
    .select()
    .from(sandboxFaults)
    .where(inArray(sandboxFaults.id, [first.id, second.id]));
  expect(rows.map(({ remaining }) => remaining)).toEqual([0, 0]);
});

test("a request of a partner without faults asks the database for none, also after the last was used up", async () => {
  const taken = vi.spyOn(takeFault, "takeFault");
  await read();
  expect(taken).not.toHaveBeenCalled();
  await arm({ kind: "SERVER_ERROR" });
  expect((await read()).status).toBe(500);
  await vi.waitFor(async () => {
    taken.mockClear();
    await read();
    expect(taken).not.toHaveBeenCalled();
  }, 20_000);
  taken.mockRestore();
});

test("the usage row names the fault and the wait", async () => {
  const fault = await arm({ kind: "RATE_LIMIT", retryAfterSeconds: 9 });
  const body = submitBody();
  const answer = await mounted.call(submitCall(key, body));
  await usageBuffer().flush();
  const [row] = await db.select().from(apiRequests).where(eq(apiRequests.id, answer.headers["x-request-id"]!));
  expect(row).toMatchObject({ faultId: fault.id, retryAfterSeconds: 9, status: 429, apiKeyId: key.key.id });
  expect(row!.idempotencyKeyHash).toMatch(/^[0-9a-f]{64}$/);
});

test("viewers look at faults, and neither make nor remove any", async () => {
  const viewer = await tokenFor(await makePortalUser(db, { partnerId: partner.id, role: "VIEWER" }));
  await arm({ kind: "SERVER_ERROR" });
  const made = await mounted.call(withToken(viewer, jsonCall("POST", FAULTS, { kind: "TIMEOUT", count: 1 })));
  expect(made).toMatchObject({ status: 403, code: "FORBIDDEN" });
  expect((await mounted.call(withToken(viewer, { method: "DELETE", target: FAULTS }))).code).toBe("FORBIDDEN");
  expect((await mounted.call(withToken(viewer, { target: FAULTS }))).body.data).toHaveLength(1);
});

test("each partner sees and clears its own faults only", async () => {
  const fault = await arm({ kind: "SERVER_ERROR" });
  const stranger = await tokenFor(await makePortalUser(db, { partnerId: (await makePartner(db)).id }));
  expect((await mounted.call(withToken(stranger, { target: FAULTS }))).body).toEqual({ data: [] });
  await mounted.call(withToken(stranger, { method: "DELETE", target: FAULTS }));
  expect(await list()).toEqual([fault]);
});
