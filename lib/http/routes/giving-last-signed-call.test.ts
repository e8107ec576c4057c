import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { makeKey, makePartner, makePool, makePortalUser } from "@/db/testing/factories";
import { usageBuffer } from "@/lib/http/usage-buffer";
import { newSecretHex } from "@/lib/platform/ids";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { sign } from "@/lib/testing/sign";
import { submitBody, submitCall, tokenFor, withToken } from "@/lib/testing/worlds";

const { db } = database();

let mounted: Mounted;
beforeAll(async () => {
  mounted = await mounts[0]!.start();
});
afterAll(() => mounted.close());

test("only a signed call that was served counts: no widget call, no refusal, no call of another key", async () => {
  const { id: partnerId } = await makePartner(db);
  await makePool(db, { partnerId });
  const key = await makeKey(db, { partnerId });
  const other = await makeKey(db, { partnerId });
  const token = await tokenFor(await makePortalUser(db, { partnerId }));
  const last = async () => {
    await usageBuffer().flush();
    const target = `/v1/partner/keys/${key.key.id}/last-signed-call`;
    return (await mounted.call(withToken(token, { target }))).body.call;
  };
  expect(await last()).toBeNull();

  const fromBrowser = { target: "/v1/partner/config", headers: { "X-Partner-Key": key.key.publicKey } };
  expect((await mounted.call(fromBrowser)).status).toBe(200);
  expect(
    (await mounted.call(sign({ ...key, hmacSecret: newSecretHex() }, { target: "/v1/partner/users" }))).status,
  ).toBe(401);
  expect((await mounted.call(sign(key, { target: "/v1/partner/users/nobody" }))).status).toBe(404);
  expect((await mounted.call(sign(other, { target: "/v1/partner/users" }))).status).toBe(200);
  expect(await last()).toBeNull();

  const served = await mounted.call(submitCall(key, submitBody()));
  expect(await last()).toMatchObject({
    requestId: served.headers["x-request-id"],
    method: "POST",
    route: "/v1/partner/actions/submit",
    status: 200,
  });
});
