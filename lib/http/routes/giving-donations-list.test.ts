import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { donationCharges, type donations } from "@/db/schema/donations";
import { type MadeKey, makeDonation, makeKey, makePartner } from "@/db/testing/factories";
import { newObjectId, newPrefixedId } from "@/lib/platform/ids";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { sign } from "@/lib/testing/sign";

const { db } = database();
const LIST = "/v1/partner/donations";
const at = (day: number) => new Date(Date.UTC(2026, 0, day));

let mounted: Mounted;
let key: MadeKey;
let partnerId: string;
beforeAll(async () => {
  mounted = await mounts[0]!.start();
});
afterAll(() => mounted.close());
beforeEach(async () => {
  partnerId = (await makePartner(db)).id;
  key = await makeKey(db, { partnerId });
});

const make = (more: Partial<typeof donations.$inferInsert> = {}) => makeDonation(db, { partnerId, ...more });

const pay = (donationId: string, more: Partial<typeof donationCharges.$inferInsert> = {}) =>
  db.insert(donationCharges).values({
    ...{ donationId, n: 1, partnerId, environment: "sandbox", carrier: "sandbox", chargeId: newObjectId() },
    ...{ amount: 2500, rewardStatus: "ISSUED", at: at(2), updatedAt: at(2) },
    ...more,
  });

const read = (query = "") => mounted.call(sign(key, { target: `${LIST}?${query}` }));
const page = async (query = "") => {
  const { body } = await read(query);
  return {
    ids: body.data.map((row: { partnerDonationId: string }) => row.partnerDonationId),
    total: body.pagination.total,
  };
};

describe(`GET ${LIST}`, () => {
  test("shows how a donation stands with each payment, and nothing of the donor or the link", async () => {
    const actionId = newObjectId();
    const campaignId = newObjectId();
    const { id } = await make({
      ...{ status: "COMPLETED", rewardStatus: "ISSUED", frequency: "monthly", completedAt: at(2), createdAt: at(1) },
      ...{ referralCode: "spring", campaignId, reviewReason: "COMPLETED: 2600 instead of 2500" },
      ...{ donorEmail: "jane.secret@example.org", firstName: "Janesecret", lastName: "Doesecret" },
      ...{ linkEncrypted: "link-secret", carrierRef: `ref-secret-${newObjectId()}`, partnerUserId: "user-secret" },
      ...{ successUrl: "https://acme.example/url-secret", metadata: { note: "note-secret" } },
    });
    await pay(id, { tokensAwarded: 25, actionId: newObjectId() });
    await pay(id, { n: 2, tokensAwarded: 20, actionId, at: at(3) });
    const answer = await read();
    expect(answer.body.data).toEqual([
      {
        ...{ partnerDonationId: id, status: "COMPLETED", rewardStatus: "ISSUED", tokensAwarded: 45, actionId },
        ...{ nonprofitSlug: "a-nonprofit", amount: 2500, tipAmount: 0, currency: "USD", frequency: "monthly" },
        ...{ provider: "sandbox", createdAt: at(1).toISOString(), completedAt: at(2).toISOString() },
        failureReason: null,
        charges: [
          { at: at(2).toISOString(), amount: 2500, status: "COMPLETED", tokensAwarded: 25 },
          { at: at(3).toISOString(), amount: 2500, status: "COMPLETED", tokensAwarded: 20 },
        ],
        ...{ referralCode: "spring", campaignId, reviewReason: "COMPLETED: 2600 instead of 2500" },
      },
    ]);
    expect(answer.text.toLowerCase()).not.toContain("secret");
  });

  test("filters by everything it names, alone and together", async () => {
    const { id: open } = await make({ createdAt: at(1), referralCode: "spring", frequency: "monthly" });
    // Nobody used the link in time, and no job has come by yet.
    const { id: ranOut } = await make({ createdAt: at(2), expiresAt: at(3), partnerUserId: "cust-1" });
    const { id: expired } = await make({ createdAt: at(3), status: "EXPIRED", rewardStatus: "NONE" });
    const { id: paid } = await make({
      ...{ createdAt: at(4), status: "COMPLETED", rewardStatus: "ISSUED" },
      ...{ nonprofitSlug: "trees", partnerUserId: "cust-1" },
    });
    await pay(paid);
    const only = async (query: string, ...ids: string[]) =>
      expect([query, await page(query)]).toEqual([query, { ids, total: ids.length }]);

    await only("", paid, expired, ranOut, open);
    await only("sort=createdAt", open, ranOut, expired, paid);
    await only("status=PENDING", open);
    await only("status=EXPIRED", expired, ranOut);
    await only("status=COMPLETED", paid);
    await only("status=REFUNDED");
    await only("rewardStatus=PENDING", open);
    await only("rewardStatus=NONE", expired, ranOut);
    await only("rewardStatus=ISSUED", paid);
    await only("nonprofitSlug=trees", paid);
    await only("referralCode=spring", open);
    await only("externalId=cust-1", paid, ranOut);
    await only("externalId=cust-1&status=EXPIRED&rewardStatus=NONE", ranOut);
    await only("frequency=monthly", open);
    await only(`partnerDonationId=${expired}`, expired);
    await only(`partnerDonationId=${newPrefixedId("don")}`);
    await only(`from=${at(2).toISOString()}&to=${at(4).toISOString()}`, expired, ranOut);
    expect(await page("limit=2&page=2")).toEqual({ ids: [ranOut, open], total: 4 });
    expect(await page("page=99")).toEqual({ ids: [], total: 4 });
    const shown = (await read("externalId=cust-1&status=EXPIRED")).body.data;
    expect(shown).toMatchObject([{ status: "EXPIRED", rewardStatus: "NONE" }]);
  });

  test("rows of one instant stand on one page each", async () => {
    const made = await Promise.all([make(), make(), make()]);
    const ids = made.map(({ id }) => id).toSorted();
    const seen = await Promise.all([1, 2, 3].map(async (n) => (await page(`sort=createdAt&limit=1&page=${n}`)).ids[0]));
    expect(seen).toEqual(ids);
  });

  test.each([
    "status=PAID",
    "rewardStatus=DONE",
    "frequency=weekly",
    "nonprofitSlug=A",
    "partnerDonationId=x",
    "sort=amount",
  ])("refuses ?%s", async (query) => {
    expect(await read(query)).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
  });

  test("is no business of a browser: a publishable key without a signature is refused", async () => {
    const { publicKey } = await makeKey(db, { partnerId, keyType: "publishable" });
    const answer = await mounted.call({ target: LIST, headers: { "X-Partner-Key": publicKey } });
    expect(answer.status).toBe(401);
  });
});
