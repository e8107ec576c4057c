import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { webhooks } from "@/db/schema/webhooks";
import { type MadeKey, makeKey, makeWebhook } from "@/db/testing/factories";
import { createWebhook } from "@/lib/contract/giving";
import { newObjectId } from "@/lib/platform/ids";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { jsonCall, sign } from "@/lib/testing/sign";
import { bodyFor } from "@/lib/testing/worlds";

const { db } = database();

const DUPLICATE = { status: 409, code: "DUPLICATE_REQUEST" };

afterEach(() => {
  vi.useRealTimers();
});

describe.each(mounts)("through $name", ({ start }) => {
  let mounted: Mounted;
  let key: MadeKey;
  beforeAll(async () => {
    mounted = await start();
  });
  afterAll(() => mounted.close());
  beforeEach(async () => {
    key = await makeKey(db);
  });

  const creation = (timestamp?: number) =>
    sign(key, jsonCall("POST", "/v1/partner/webhooks", bodyFor(createWebhook)), { timestamp });
  const count = async () => (await db.select().from(webhooks).where(eq(webhooks.partnerId, key.key.partnerId))).length;

  test("a signed write that was served is not served again", async () => {
    const call = creation();
    expect((await mounted.call(call)).status).toBe(201);
    expect(await mounted.call(call)).toMatchObject(DUPLICATE);
    expect(await count()).toBe(1);
  });

  test("nor with its signature in the other case", async () => {
    const call = creation();
    expect((await mounted.call(call)).status).toBe(201);
    const headers = { ...call.headers, "X-Signature": call.headers!["X-Signature"]!.toUpperCase() };
    expect(await mounted.call({ ...call, headers })).toMatchObject(DUPLICATE);
  });

  test("signed anew, the same write is another request", async () => {
    const now = Math.floor(Date.now() / 1000);
    expect((await mounted.call(creation(now))).status).toBe(201);
    expect((await mounted.call(creation(now + 1))).status).toBe(201);
  });

  test("a deletion is not repeated, and says so rather than that nothing is there", async () => {
    const { webhook } = await makeWebhook(db, { partnerId: key.key.partnerId });
    const call = sign(key, { method: "DELETE", target: `/v1/partner/webhooks/${webhook.id}` });
    expect((await mounted.call(call)).status).toBe(204);
    expect(await mounted.call(call)).toMatchObject(DUPLICATE);
  });

  test("a write that failed may be sent again as it was", async () => {
    const id = newObjectId();
    const call = sign(key, { method: "DELETE", target: `/v1/partner/webhooks/${id}` });
    expect((await mounted.call(call)).status).toBe(404);
    await makeWebhook(db, { id, partnerId: key.key.partnerId });
    expect((await mounted.call(call)).status).toBe(204);
  });

  test("of many copies at once, one is served", async () => {
    const call = creation();
    const answers = await Promise.all(Array.from({ length: 12 }, () => mounted.call(call)));
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, ...Array(11).fill(409)]);
    expect(await count()).toBe(1);
  });

  test("a claim outlives every moment at which its signature is accepted", async () => {
    const now = Math.floor(Date.now() / 1000);
    vi.useFakeTimers({ toFake: ["Date"], now: now * 1000 });
    const call = creation(now + 300);
    expect((await mounted.call(call)).status).toBe(201);
    vi.setSystemTime((now + 599) * 1000);
    expect(await mounted.call(call)).toMatchObject(DUPLICATE);
    vi.setSystemTime((now + 601) * 1000);
    expect((await mounted.call(call)).code).toBe("TIMESTAMP_OUT_OF_RANGE");
  });

  test("reads may be repeated", async () => {
    const call = sign(key, { target: "/v1/partner/webhooks" });
    for (const _ of [1, 2]) expect((await mounted.call(call)).status).toBe(200);
  });
});
