import { and, eq, sum } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { database } from "@/db/client";
import { campaigns } from "@/db/schema/campaigns";
import { ledgerEntries, tokenPools } from "@/db/schema/giving";
import { auditRecords } from "@/db/schema/records";
import { type MadeKey, makeKey, makePartner, makePool, makePortalUser, type PartnerRow } from "@/db/testing/factories";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { jsonCall, sign } from "@/lib/testing/sign";
import { submitBody, submitCall, tokenFor, withToken } from "@/lib/testing/worlds";

const { db } = database();
const RESET = "/v1/partner/sandbox/reset";
const CAMPAIGNS = "/v1/partner/campaigns";

let mounted: Mounted;
let partner: PartnerRow;
let key: MadeKey;
let token: string;
beforeAll(async () => {
  mounted = await mounts[0]!.start();
});
afterAll(() => mounted.close());
beforeEach(async () => {
  partner = await makePartner(db, { tier: "ENTERPRISE", productionAccess: "LIVE" });
  key = await makeKey(db, { partnerId: partner.id });
  token = await tokenFor(await makePortalUser(db, { partnerId: partner.id }));
});

const reset = (confirm = partner.slug, by = token) => mounted.call(withToken(by, jsonCall("POST", RESET, { confirm })));
const pools = () => db.select().from(tokenPools).where(eq(tokenPools.partnerId, partner.id));
const campaign = (body: Record<string, unknown>) =>
  mounted.call(sign(key, jsonCall("POST", CAMPAIGNS, { actionTypes: ["PURCHASE"], splits: [], ...body })));

test("a reset starts afresh, keeps the history, and leaves production alone", async () => {
  const old = await makePool(db, { partnerId: partner.id, balance: 1_000, allocated: 1_000 });
  const live = await makePool(db, { partnerId: partner.id, environment: "production" });
  const draft = (await campaign({ name: "Draft" })).body;
  const running = (await campaign({ name: "Running", isDefault: true })).body;
  await mounted.call(sign(key, { method: "POST", target: `${CAMPAIGNS}/${running.id}/activate` }));
  await mounted.call(
    withToken(
      token,
      jsonCall("POST", "/v1/partner/sandbox/faults", { kind: "TIMEOUT", count: 3, pathPrefix: "/v1/partner/none" }),
    ),
  );
  const body = submitBody({ amount: 40 });
  const before = await mounted.call(submitCall(key, body));
  expect(before.body.status).toBe("COMPLETED");

  const answer = await reset();
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  const { tokenPoolId, tokensWithdrawn } = answer.body;
  expect(answer.body).toMatchObject({ poolsClosed: 1, campaignsCompleted: 2, faultsCleared: 1 });
  expect(tokensWithdrawn).toBe(1_000 - before.body.tokensDistributed);

  const rows = await pools();
  expect(rows.find(({ id }) => id === old.id)).toMatchObject({ status: "CLOSED", balance: 0, isDefault: false });
  expect(rows.find(({ id }) => id === tokenPoolId)).toMatchObject({
    status: "ACTIVE",
    balance: 100_000,
    isDefault: true,
  });
  expect(rows.find(({ id }) => id === live.id)).toMatchObject({
    status: "ACTIVE",
    balance: live.balance,
    isDefault: true,
  });
  const ended = await db.select().from(campaigns).where(eq(campaigns.partnerId, partner.id));
  expect(ended.map(({ id, status }) => [id, status]).toSorted()).toEqual(
    [draft.id, running.id].map((id) => [id, "COMPLETED"]).toSorted(),
  );

  const replayed = await mounted.call(submitCall(key, body));
  expect(replayed.body.actionId, "a used idempotency key stays used").toBe(before.body.actionId);
  const after = await mounted.call(submitCall(key, submitBody({ amount: 40 })));
  expect(after.body).toMatchObject({ status: "COMPLETED", tokensDistributed: 40 });
  expect((await pools()).find(({ id }) => id === tokenPoolId)!.balance).toBe(99_960);
  const audit = await db
    .select()
    .from(auditRecords)
    .where(and(eq(auditRecords.partnerId, partner.id), eq(auditRecords.action, "sandbox.reset")));
  expect(audit).toMatchObject([{ environment: "sandbox", after: answer.body }]);
});

test("resets at once leave one default pool each after the other, and the books agree", async () => {
  await makePool(db, { partnerId: partner.id });
  const answers = await Promise.all([reset(), reset(), reset()]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  const rows = await pools();
  expect(rows.filter(({ status }) => status !== "CLOSED")).toMatchObject([{ isDefault: true, balance: 100_000 }]);
  expect(rows).toHaveLength(4);
  const booked = await db
    .select({ id: ledgerEntries.accountId, tokens: sum(ledgerEntries.tokens).mapWith(Number) })
    .from(ledgerEntries)
    .where(and(eq(ledgerEntries.partnerId, partner.id), eq(ledgerEntries.accountKind, "POOL")))
    .groupBy(ledgerEntries.accountId);
  expect(Object.fromEntries(booked.map(({ id, tokens }) => [id, tokens]))).toEqual(
    Object.fromEntries(rows.map(({ id, balance }) => [id, balance])),
  );
});

test("only the partner's slug confirms, and only owners and administrators may", async () => {
  const refused = await reset("something-else");
  expect([refused.status, refused.code]).toEqual([400, "VALIDATION_ERROR"]);
  expect(refused.body.details).toMatchObject([{ field: "confirm" }]);
  for (const [role, status] of [
    ["VIEWER", 403],
    ["DEVELOPER", 403],
    ["ADMIN", 200],
  ] as const) {
    const by = await tokenFor(await makePortalUser(db, { partnerId: partner.id, role }));
    expect((await reset(partner.slug, by)).status, role).toBe(status);
  }
});
