import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { apiKeys } from "@/db/schema/keys";
import { apiRequests } from "@/db/schema/records";
import { makeKey, makePartner, makePool, makePortalUser } from "@/db/testing/factories";
import { TIER_CAPS } from "@/lib/domain/partners/statuses";
import * as recordRequests from "@/lib/domain/usage/record-requests";
import { limitStore } from "@/lib/http/limits/limit-store-chooser";
import { adminRoutes } from "@/lib/http/routes/admin";
import { usageBuffer } from "@/lib/http/usage-buffer";
import { newSecretHex } from "@/lib/platform/ids";
import { signInAdmin } from "@/lib/testing/admins";
import { type Mounted, mounts, newAddress } from "@/lib/testing/mounts";
import { jsonCall, sign } from "@/lib/testing/sign";
import { submitBody, submitCall, tokenFor, withToken } from "@/lib/testing/worlds";

const { db } = database();

const rowsOf = async (keyId: string) => {
  await usageBuffer().flush();
  return db.select().from(apiRequests).where(eq(apiRequests.apiKeyId, keyId));
};
const lastUsedOf = async (keyId: string) =>
  (await db.select({ at: apiKeys.lastUsedAt }).from(apiKeys).where(eq(apiKeys.id, keyId)))[0]!.at;

describe.each(mounts)("through $name", ({ start }) => {
  let mounted: Mounted;
  beforeAll(async () => {
    mounted = await start();
  });
  afterAll(() => mounted.close());

  test("a request leaves a row with the contract's path, and no value of its path, query or body", async () => {
    const key = await makeKey(db);
    const address = newAddress();
    const marks = ["needle-in-path", "needle-in-query", "needle-in-body"];
    const served = await mounted.call({ ...sign(key, { target: `/v1/partner/users?search=${marks[1]}` }), address });
    await mounted.call(sign(key, { target: `/v1/partner/users/${marks[0]}/balance` }));
    await mounted.call(sign(key, jsonCall("POST", "/v1/partner/actions/submit", { idempotencyKey: marks[2] })));
    const rows = await rowsOf(key.key.id);
    expect(rows.find((row) => row.id === served.headers["x-request-id"])).toMatchObject({
      partnerId: key.key.partnerId,
      environment: "sandbox",
      method: "GET",
      route: "/v1/partner/users",
      status: 200,
      code: null,
      address,
      portalUserId: null,
    });
    expect(rows.map((row) => [row.route, row.status, row.code])).toEqual(
      expect.arrayContaining([
        ["/v1/partner/users/:externalId/balance", 404, "USER_NOT_FOUND"],
        ["/v1/partner/actions/submit", 400, "VALIDATION_ERROR"],
      ]),
    );
    for (const mark of marks) expect(JSON.stringify(rows)).not.toContain(mark);
    expect(rows.every((row) => row.durationUs > 0)).toBe(true);
  });

  test("a row tells what became of the signature, also of a request that was refused for it", async () => {
    const { id: partnerId } = await makePartner(db);
    const key = await makeKey(db, { partnerId });
    const target = "/v1/partner/users";
    await mounted.call(sign(key, { target }));
    await mounted.call(sign(key, { target }, { present: "publicKey" }));
    await mounted.call(sign({ ...key, hmacSecret: newSecretHex() }, { target }));
    await mounted.call(sign(key, { target }, { timestamp: 1_767_225_600 }));
    await mounted.call({ target, headers: { "X-Partner-Key": key.secretKey } });
    await mounted.call({ target: "/v1/partner/config", headers: { "X-Partner-Key": key.publicKey } });
    const rows = await rowsOf(key.key.id);
    expect(rows.every((row) => row.partnerId === partnerId && row.environment === "sandbox")).toBe(true);
    expect(rows.map((row) => [row.keyClass, row.signatureValid, row.code]).toSorted()).toEqual([
      ["pk", null, null],
      ["pk", true, null],
      ["sk", false, "INVALID_SIGNATURE"],
      ["sk", false, "MISSING_SIGNATURE"],
      ["sk", false, "TIMESTAMP_OUT_OF_RANGE"],
      ["sk", true, null],
    ]);
  });

  test("a repeated reward is marked as such, and its idempotency key kept as a hash only", async () => {
    const key = await makeKey(db);
    await makePool(db, { partnerId: key.key.partnerId });
    const body = submitBody();
    await mounted.call(submitCall(key, body));
    await mounted.call(submitCall(key, body));
    await mounted.call(submitCall(key, { ...body, amount: 3 }));
    const rows = (await rowsOf(key.key.id)).toSorted((a, b) => a.at.getTime() - b.at.getTime());
    expect(rows.map((row) => [row.replayed, row.code])).toEqual([
      [false, null],
      [true, null],
      [false, "IDEMPOTENCY_KEY_REUSED"],
    ]);
    const hash = createHash("sha256").update(body.idempotencyKey).digest("hex");
    expect(rows.map((row) => row.idempotencyKeyHash)).toEqual([hash, hash, hash]);
    expect(JSON.stringify(rows)).not.toContain(body.idempotencyKey);
  });

  test("a refusal by limit keeps how long the caller was told to wait", async () => {
    const key = await makeKey(db);
    const bucket = `${key.key.partnerId}:sandbox:sk`;
    await limitStore().consume(bucket, TIER_CAPS.STANDARD, TIER_CAPS.STANDARD.minute, new Date());
    const refused = await mounted.call(sign(key, { target: "/v1/partner/users" }));
    expect(refused.status).toBe(429);
    const [row] = await rowsOf(key.key.id);
    expect(row!.retryAfterSeconds).toBe(Number(refused.headers["retry-after"]));
  });

  test("a person's request is recorded by the person", async () => {
    const { id: partnerId } = await makePartner(db);
    const user = await makePortalUser(db, { partnerId });
    await mounted.call(withToken(await tokenFor(user), { target: "/v1/partner/users" }, "sandbox"));
    await usageBuffer().flush();
    const rows = await db.select().from(apiRequests).where(eq(apiRequests.portalUserId, user.id));
    expect(rows).toMatchObject([{ partnerId, environment: "sandbox", apiKeyId: null, status: 200 }]);
  });

  test("when a key was last used is what served it, not what refused it", async () => {
    const key = await makeKey(db);
    const forged = sign({ ...key, hmacSecret: newSecretHex() }, { target: "/v1/partner/users" });
    await mounted.call(forged);
    expect(await rowsOf(key.key.id)).toMatchObject([{ status: 401, code: "INVALID_SIGNATURE" }]);
    expect(await lastUsedOf(key.key.id)).toBeNull();
    await mounted.call(sign(key, { target: "/v1/partner/users" }));
    const served = (await rowsOf(key.key.id)).find((row) => row.status === 200);
    expect(await lastUsedOf(key.key.id)).toEqual(served!.at);
  });

  test("an administrator's request is recorded by the administrator, and belongs to no partner", async () => {
    const { admin, token } = await signInAdmin();
    const own = await start(adminRoutes);
    const answer = await own.call(withToken(token, { target: "/api/v1/admin/partners" }));
    await own.close();
    await usageBuffer().flush();
    const rows = await db.select().from(apiRequests).where(eq(apiRequests.adminId, admin.id));
    expect(rows).toMatchObject([
      { id: answer.headers["x-request-id"], partnerId: null, environment: null, status: 200 },
    ]);
  });

  test("many requests are written in few statements, and none is lost by a flush", async () => {
    const written = vi.spyOn(recordRequests, "recordRequests");
    const { id: partnerId } = await makePartner(db, { tier: "ENTERPRISE" });
    const key = await makeKey(db, { partnerId });
    await Promise.all(Array.from({ length: 100 }, () => mounted.call(sign(key, { target: "/v1/partner/users" }))));
    expect(await rowsOf(key.key.id)).toHaveLength(100);
    expect(written.mock.calls.length).toBeLessThan(40);
  });

  test("whoever waits for the rows while others are being written waits for those that came meanwhile too", async () => {
    const key = await makeKey(db);
    const { recordRequests: write } = recordRequests;
    let go = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    let written = 0;
    vi.spyOn(recordRequests, "recordRequests").mockImplementation(async (...batch) => {
      await gate;
      await write(...batch);
      written += batch[1].length;
    });
    await mounted.call(sign(key, { target: "/v1/partner/users" }));
    void usageBuffer().flush();
    await mounted.call(sign(key, { target: "/v1/partner/users" }));
    void usageBuffer().flush();
    const last = usageBuffer().flush();
    go();
    await last;
    expect(written).toBe(2);
  });

  test("strangers leave no row", async () => {
    const answer = await mounted.call({
      target: "/v1/partner/users",
      headers: { "X-Partner-Key": `sk_test_${newSecretHex()}` },
    });
    await usageBuffer().flush();
    expect(await db.select().from(apiRequests).where(eq(apiRequests.id, answer.headers["x-request-id"]!))).toEqual([]);
  });
});
