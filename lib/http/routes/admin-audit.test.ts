import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { makePartner, makePortalUser, type PartnerRow } from "@/db/testing/factories";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import type { OwnAuditList, OwnAuditRecord } from "@/lib/domain/audit/schemas";
import { sealAudit } from "@/lib/domain/audit/seal-audit";
import { verifyAuditFile } from "@/lib/domain/audit/verify-audit-file";
import { connection } from "@/lib/domain/connection";
import { type Actor, inTransaction } from "@/lib/domain/context";
import { adminRoutes } from "@/lib/http/routes/admin";
import { sha256Hex } from "@/lib/platform/crypto";
import { newObjectId } from "@/lib/platform/ids";
import { type SignedInAdmin, signInAdmin } from "@/lib/testing/admins";
import { testCtx } from "@/lib/testing/context";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { tokenFor, withToken } from "@/lib/testing/worlds";

const db = connection();
const NOW = new Date("2026-03-01T12:00:00.000Z");

let admin: Mounted;
let giving: Mounted;
let superadmin: SignedInAdmin;
beforeAll(async () => {
  [admin, giving, superadmin] = await Promise.all([mounts[0]!.start(adminRoutes), mounts[0]!.start(), signInAdmin()]);
});
afterAll(() => Promise.all([admin.close(), giving.close()]));

const readAll = (query: string) =>
  admin.call(withToken(superadmin.token, { target: `/api/v1/admin/partners/audit${query}` }));

/** A partner with a person, and three records: by an administrator, by the person, by a stranger at a checkout. */
async function makeAudited() {
  const partner = await makePartner(db);
  const person = await makePortalUser(db, { partnerId: partner.id });
  const actors: Actor[] = [
    { type: "admin", adminId: superadmin.admin.id, role: "SUPERADMIN", address: "198.51.100.77" },
    { type: "user", userId: person.id, role: "OWNER", address: "203.0.113.5" },
    { type: "anonymous", address: "203.0.113.99" },
  ];
  for (const [index, actor] of actors.entries()) {
    const entry = { action: `thing.changed_${index}`, targetType: "thing", targetId: `thing-${index}` };
    const change = { partnerId: partner.id, environment: null, before: { n: index }, after: { n: index + 1 } };
    const ctx = { ...testCtx(new Date(NOW.getTime() + index * 1_000)), actor };
    await inTransaction(ctx, (ctx) => recordAudit(ctx, { ...entry, ...change, reason: "Because" }));
  }
  return { partner, person, token: await tokenFor(person) };
}

const readOwn = (token: string, query = "") => giving.call(withToken(token, { target: `/v1/partner/audit${query}` }));

/** Waits for what else runs in the cluster. */
const sealed = () =>
  vi.waitFor(async () => {
    await sealAudit(testCtx(new Date(NOW.getTime() + 60_000)), { limit: 1_000 });
    const { body } = await readAll("?limit=100");
    expect(body.data.filter((record: { sealed: unknown }) => record.sealed === null)).toEqual([]);
  }, 20_000);

describe("the audit of everything", () => {
  test("holds every partner's records and the platform's own, latest first, with whose they are", async () => {
    const [one, other] = [await makeAudited(), await makeAudited()];
    const entry = { action: "admin.signed_in", targetType: "admin", targetId: superadmin.admin.id };
    await inTransaction(testCtx(NOW), (ctx) => recordAudit(ctx, { ...entry, partnerId: null, environment: null }));
    const { body } = await readAll("?limit=7");
    const [first, ...rest] = body.data as { partnerId: string | null; partnerName: string | null }[];
    expect(first).toMatchObject({ action: "admin.signed_in", partnerId: null, partnerName: null, sealed: null });
    const told = rest.map(({ partnerId, partnerName }) => `${partnerId} ${partnerName}`);
    const named = ({ id, name }: PartnerRow) => `${id} ${name}`;
    expect(told).toEqual([...Array(3).fill(named(other.partner)), ...Array(3).fill(named(one.partner))]);
    await sealed();
    const again = await readAll("?limit=7");
    expect(again.body.data[1].sealed).toEqual({ sequence: 3, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  test("is filtered by partner, actor, action, target and time", async () => {
    const { partner, person } = await makeAudited();
    const totalOf = async (query: string) => (await readAll(`?${query}`)).body.pagination.total;
    expect(await totalOf(`partnerId=${partner.id}`)).toBe(3);
    expect(await totalOf(`partnerId=${newObjectId()}`)).toBe(0);
    expect(await totalOf(`actor=${person.id}`)).toBe(1);
    expect(await totalOf(`action=thing.changed_2&partnerId=${partner.id}`)).toBe(1);
    expect(await totalOf(`target=thing-1&partnerId=${partner.id}`)).toBe(1);
    const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000).toISOString();
    expect(await totalOf(`partnerId=${partner.id}&from=${at(1)}&to=${at(2)}`)).toBe(1);
    expect(await readAll("?partnerId=x")).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
  });
});

describe("a partner's own audit", () => {
  test("shows what was done, to nobody else, and not who of the platform did it from where", async () => {
    const [own, stranger] = [await makeAudited(), await makeAudited()];
    const answer = await readOwn(own.token);
    expect(answer.status).toBe(200);
    const [byStranger, byPerson, byAdmin] = (answer.body as OwnAuditList).data;
    expect(answer.body.pagination.total).toBe(3);
    expect(byAdmin).toMatchObject({ actorType: "ADMIN", actorId: null, actorName: "Platform", ip: null });
    expect(byAdmin).toMatchObject({ before: { n: 0 }, after: { n: 1 }, reason: "Because" });
    expect(byPerson).toMatchObject({ actorId: own.person.id, actorName: own.person.email, ip: "203.0.113.5" });
    expect(byStranger).toMatchObject({ actorType: "SYSTEM", ip: null });
    for (const hidden of [superadmin.admin.id, superadmin.admin.email, "198.51.100.77", stranger.partner.id]) {
      expect(answer.text).not.toContain(hidden);
    }
  });

  test("cannot be asked by the id of an administrator, only for the platform as such", async () => {
    const { token, person } = await makeAudited();
    const totalOf = async (query: string) => (await readOwn(token, query)).body.pagination.total;
    expect(await totalOf(`?actor=${superadmin.admin.id}`)).toBe(0);
    expect(await totalOf("?actor=platform")).toBe(1);
    expect(await totalOf(`?actor=${person.id}`)).toBe(1);
    expect(await totalOf("?action=thing.changed_1&target=thing-1")).toBe(1);
  });

  test("is empty for a person without a partner, and closed to a stranger", async () => {
    const token = await tokenFor(await makePortalUser(db));
    expect((await readOwn(token)).body).toMatchObject({ data: [], checkpoint: null });
    expect(await giving.call({ target: "/v1/partner/audit" })).toMatchObject({ status: 401, code: "INVALID_TOKEN" });
    const asAdmin = withToken(superadmin.token, { target: "/v1/partner/audit" });
    expect(await giving.call(asAdmin)).toMatchObject({ status: 401, code: "INVALID_TOKEN" });
  });

  describe("exported", () => {
    type File = { manifest: object; checkpoint: OwnAuditList["checkpoint"]; rows: OwnAuditRecord[] };

    /** The file as the portal writes it. */
    const write = ({ checkpoint, rows }: Omit<File, "manifest">, filters: object = {}) => {
      const manifest = { filters, rowCount: rows.length, sha256: sha256Hex(JSON.stringify(rows)) };
      return JSON.stringify({ manifest, checkpoint, rows }, null, 2);
    };
    async function exported(query = "") {
      const { token } = await makeAudited();
      await sealed();
      const { data: rows, checkpoint } = (await readOwn(token, query)).body as OwnAuditList;
      return { rows, checkpoint };
    }
    const problemsOf = (text: string) => verifyAuditFile(text).faults.map(({ problem }) => problem);

    test("verifies by itself, whole or filtered", async () => {
      const file = await exported();
      expect(verifyAuditFile(write(file))).toEqual({
        faults: [],
        figures: { rows: 3, linked: 3, first: 1, last: 3, checkpoint: 3 },
      });
      const part = { ...file, rows: file.rows.filter((_, index) => index !== 1) };
      expect(problemsOf(write(part, { action: "x" }))).toEqual([]);
    });

    test.each<[string, (file: Omit<File, "manifest">) => void, RegExp]>([
      ["an edited record", ({ rows }) => Object.assign(rows[1]!, { reason: "Another" }), /not as it was written/],
      ["another's hash in its place", ({ rows }) => Object.assign(rows[1]!, { who: rows[0]!.who }), /not as it was/],
      ["a record taken out", ({ rows }) => rows.splice(1, 1), /record 2 of the chain is missing/],
      ["the latest cut off", ({ rows }) => rows.shift(), /the tail was cut off/],
      ["the first cut off", ({ rows }) => rows.pop(), /record 1 of the chain is missing/],
      ["a forged checkpoint", ({ checkpoint }) => Object.assign(checkpoint!, { sequence: 2 }), /signature/],
    ])("tells of %s", async (_, change, problem) => {
      const file = await exported();
      change(file);
      expect(problemsOf(write(file))[0]).toMatch(problem);
    });

    test("tells of rows that are not those of its manifest", async () => {
      const text = write(await exported()).replace('"actorName": "Platform"', '"actorName": "Somebody"');
      expect(problemsOf(text)).toEqual(["the rows are not those of the manifest"]);
    });
  });
});
