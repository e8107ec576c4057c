import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { auditRecords } from "@/db/schema/records";
import { events } from "@/db/schema/webhooks";
import { type MadeKey, makeKey, makePartner, makePartnerUser, makePool } from "@/db/testing/factories";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { jsonCall, sign } from "@/lib/testing/sign";
import { submitBody, submitCall } from "@/lib/testing/worlds";

const { db } = database();
const USERS = "/v1/partner/users";

describe.each(mounts)("through $name", ({ start }) => {
  let mounted: Mounted;
  let key: MadeKey;
  let partnerId: string;
  beforeAll(async () => {
    mounted = await start();
  });
  afterAll(() => mounted.close());
  beforeEach(async () => {
    partnerId = (await makePartner(db, { tier: "ENTERPRISE" })).id;
    key = await makeKey(db, { partnerId });
  });

  const read = (target: string) => mounted.call(sign(key, { target }));
  const create = (body: object) => mounted.call(sign(key, jsonCall("POST", USERS, body)));
  const patch = (externalId: string, body: object) =>
    mounted.call(sign(key, jsonCall("PATCH", `${USERS}/${encodeURIComponent(externalId)}`, body)));
  const eventTypes = async () =>
    (await db.select().from(events).where(eq(events.partnerId, partnerId)).orderBy(events.position)).map(
      (row) => row.type,
    );
  const auditRows = () =>
    db.select().from(auditRecords).where(eq(auditRecords.partnerId, partnerId)).orderBy(auditRecords.position);
  const audited = async () => (await auditRows()).map((row) => row.action);

  const JANE = {
    externalId: "cust-314",
    email: "jane@example.org",
    firstName: "Jane",
    lastName: "Doe",
    metadata: { plan: "gold", visits: 3, vip: true, note: null },
  };

  describe("a creation", () => {
    test("answers 201 with the recipient, and leaves event and audit", async () => {
      const answer = await create(JANE);
      expect(answer).toMatchObject({ status: 201, body: { ...JANE, status: "ACTIVE", environment: "sandbox" } });
      expect((await read(`${USERS}/cust-314`)).body).toEqual(answer.body);
      expect((await read(`${USERS}/cust-314/balance`)).body).toMatchObject({ available: 0, lifetimeEarned: 0 });
      expect([await eventTypes(), await audited()]).toEqual([["user.created"], ["user.created"]]);
    });

    test("repeated with the same data answers 200 with the same recipient, and leaves nothing more", async () => {
      const first = await create(JANE);
      const { vip, visits, plan, note } = JANE.metadata;
      const again = await create({ ...JANE, metadata: { vip, visits, plan, note } });
      expect(again).toMatchObject({ status: 200, body: first.body });
      expect(again.headers).not.toHaveProperty("x-idempotent-replay");
      expect([await eventTypes(), await audited()]).toEqual([["user.created"], ["user.created"]]);
    });

    test.each([
      { ...JANE, email: "john@example.org" },
      { ...JANE, lastName: undefined },
      { ...JANE, metadata: { plan: "gold" } },
      { externalId: JANE.externalId },
    ])("with other data is refused, and changes nothing: %j", async (other) => {
      const first = await create(JANE);
      expect(await create(other)).toMatchObject({ status: 409, code: "USER_EXISTS" });
      expect((await read(`${USERS}/cust-314`)).body).toEqual(first.body);
    });

    test("of ten at once creates one recipient", async () => {
      const answers = await Promise.all(Array.from({ length: 10 }, () => create(JANE)));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array(9).fill(200), 201]);
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
      expect(await eventTypes()).toEqual(["user.created"]);
    });

    test.each([
      ["externalId", { ...JANE, externalId: "with space" }],
      ["externalId", { ...JANE, externalId: "x".repeat(129) }],
      ["externalId", { ...JANE, externalId: undefined }],
      ["email", { ...JANE, email: "jane" }],
      ["firstName", { ...JANE, firstName: "x".repeat(81) }],
      ["metadata.nested", { ...JANE, metadata: { nested: { a: 1 } } }],
      ["metadata", { ...JANE, metadata: Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`k${n}`, n])) }],
      ["status", { ...JANE, status: "INACTIVE" }],
      ["partnerId", { ...JANE, partnerId: "x" }],
      ["environment", { ...JANE, environment: "production" }],
    ])("names what is wrong in %s", async (field, body) => {
      expect(await create(body)).toMatchObject({
        status: 400,
        code: "VALIDATION_ERROR",
        body: { details: [{ field }] },
      });
    });
  });

  describe("a patch", () => {
    test("merges metadata, removes by null, changes and clears fields, and leaves event and audit", async () => {
      await create(JANE);
      const metadata = { plan: null, region: "EU", visits: 4 };
      const answer = await patch("cust-314", { email: null, firstName: "Janet", metadata });
      const expected = { email: null, firstName: "Janet", lastName: "Doe", status: "ACTIVE" };
      expect(answer).toMatchObject({ status: 200, body: expected });
      expect(answer.body.metadata).toEqual({ visits: 4, vip: true, note: null, region: "EU" });
      expect((await read(`${USERS}/cust-314`)).body).toEqual(answer.body);
      expect(await eventTypes()).toEqual(["user.created", "user.updated"]);
      expect(await audited()).toEqual(["user.created", "user.updated"]);
    });

    test("does not write personal data into the audit trail", async () => {
      await create(JANE);
      await patch("cust-314", { firstName: "Janet", email: "janet@example.org" });
      const rows = await auditRows();
      expect(rows.at(-1)!.after).toEqual({ status: "ACTIVE", fields: ["email", "firstName"] });
      expect(JSON.stringify(rows)).not.toContain("@example.org");
    });

    test("that changes nothing tells nobody", async () => {
      const { body } = await create(JANE);
      const same = await patch("cust-314", { status: "ACTIVE", metadata: { plan: "gold", absent: null } });
      expect(same.body).toEqual(body);
      expect(await eventTypes()).toEqual(["user.created"]);
    });

    test("stops rewards by INACTIVE, and lets them go on by ACTIVE", async () => {
      await makePool(db, { partnerId });
      await create(JANE);
      await patch("cust-314", { status: "INACTIVE" });
      const submit = () => mounted.call(submitCall(key, submitBody()));
      expect(await submit()).toMatchObject({ status: 422, code: "USER_INACTIVE" });
      await patch("cust-314", { status: "ACTIVE" });
      expect((await submit()).status).toBe(200);
    });

    test("of many at once loses no key", async () => {
      await create({ externalId: "cust-314" });
      await Promise.all(Array.from({ length: 8 }, (_, n) => patch("cust-314", { metadata: { [`k${n}`]: n } })));
      const { body } = await read(`${USERS}/cust-314`);
      expect(Object.keys(body.metadata)).toHaveLength(8);
    });

    test("refuses metadata that is too much only after merging", async () => {
      const keys = (from: number) => Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`k${from + n}`, n]));
      await create({ externalId: "cust-314", metadata: keys(0) });
      const answer = await patch("cust-314", { metadata: keys(30) });
      expect(answer).toMatchObject({ code: "VALIDATION_ERROR", body: { details: [{ field: "metadata" }] } });
    });

    test("reads a percent-encoded id", async () => {
      await create({ externalId: "a@b|c+d" });
      expect((await patch("a@b|c+d", { firstName: "Al" })).body).toMatchObject({ externalId: "a@b|c+d" });
    });

    test.each([{}, { externalId: "other" }, { status: "DELETED" }, { email: "x" }])("refuses %j", async (body) => {
      await create(JANE);
      expect(await patch("cust-314", body)).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
    });
  });

  test("the list searches by the beginning of id or address, filters and sorts", async () => {
    const day = (n: number) => new Date(Date.UTC(2026, 0, n));
    const people = [
      { externalId: "Ann-1", email: "zoe@example.org", createdAt: day(1) },
      { externalId: "bob-2", email: "ann@example.org", createdAt: day(2), status: "INACTIVE" as const },
      { externalId: "x-ann", email: null, createdAt: day(3) },
    ];
    for (const person of people) await makePartnerUser(db, { partnerId, ...person });
    const ids = async (query: string) =>
      (await read(`${USERS}?${query}`)).body.data.map((row: { externalId: string }) => row.externalId);
    expect(await ids("")).toEqual(["x-ann", "bob-2", "Ann-1"]);
    expect(await ids("sort=createdAt")).toEqual(["Ann-1", "bob-2", "x-ann"]);
    expect(await ids("search=ANN")).toEqual(["bob-2", "Ann-1"]);
    expect(await ids("search=ann&status=ACTIVE")).toEqual(["Ann-1"]);
    expect(await ids("search=_nn")).toEqual([]);
    expect(await ids(`from=${day(2).toISOString()}&to=${day(3).toISOString()}`)).toEqual(["bob-2"]);
    expect((await read(`${USERS}?limit=2&page=2`)).body).toMatchObject({
      data: [{ externalId: "Ann-1" }],
      pagination: { page: 2, limit: 2, total: 3, totalPages: 2 },
    });
  });
});
