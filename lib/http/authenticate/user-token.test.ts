import { eq } from "drizzle-orm";
import { SignJWT } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { apiKeys } from "@/db/schema/keys";
import { portalUsers } from "@/db/schema/partners";
import { makeKey, makePartner, makePortalUser, type PortalUserRow } from "@/db/testing/factories";
import * as giving from "@/lib/contract/giving";
import { PARTNER_ROLES, type PartnerRole } from "@/lib/domain/keys/scopes";
import { PARTNER_STATUSES, type PartnerStatus } from "@/lib/domain/partners/statuses";
import { env } from "@/lib/platform/env";
import { newObjectId } from "@/lib/platform/ids";
import { hashPassword } from "@/lib/platform/passwords";
import type { Call } from "@/lib/testing/call";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { jsonCall } from "@/lib/testing/sign";
import { submitBody, tokenFor, withToken } from "@/lib/testing/worlds";

const { db } = database();

const ME = { target: "/v1/partner/auth/me" };
const USERS = { target: "/v1/partner/users" };
const PASSWORD = "correct horse battery";

type Person = { user: PortalUserRow; partnerId: string; keyId: string; token: string };

async function makePerson(options: { status?: PartnerStatus; role?: PartnerRole } = {}): Promise<Person> {
  const partner = await makePartner(db, { status: options.status ?? "ACTIVE", productionAccess: "LIVE" });
  const { key } = await makeKey(db, { partnerId: partner.id });
  const user = await makePortalUser(db, { partnerId: partner.id, role: options.role ?? "OWNER" });
  return { user, partnerId: partner.id, keyId: key.id, token: await tokenFor(user) };
}

/** A token like ours but for what the test changes. */
function forge(userId: string, change: { audience?: string; issuer?: string; secret?: string; algorithm?: string }) {
  const secret = new TextEncoder().encode(change.secret ?? env().jwtSecret);
  return new SignJWT({ role: "OWNER" })
    .setProtectedHeader({ alg: change.algorithm ?? "HS256" })
    .setSubject(userId)
    .setIssuer(change.issuer ?? "portico")
    .setAudience(change.audience ?? "partner-portal")
    .setIssuedAt()
    .setExpirationTime("15m")
    .sign(secret);
}

afterEach(() => {
  vi.useRealTimers();
});

describe.each(mounts)("through $name", ({ start }) => {
  let mounted: Mounted;
  beforeAll(async () => {
    mounted = await start();
  });
  afterAll(() => mounted.close());

  describe("a user token", () => {
    test("is served for its 15 minutes, and told to have expired afterwards", async () => {
      const now = new Date("2026-03-01T12:00:00.000Z");
      const { user } = await makePerson();
      const token = await tokenFor(user, now);
      vi.useFakeTimers({ toFake: ["Date"], now: now.getTime() + 15 * 60_000 - 1_000 });
      expect((await mounted.call(withToken(token, ME))).status).toBe(200);
      vi.setSystemTime(now.getTime() + 15 * 60_000);
      expect(await mounted.call(withToken(token, ME))).toMatchObject({ status: 401, code: "TOKEN_EXPIRED" });
    });

    test.each([
      ["of another audience, such as an administrator's", { audience: "admin" }],
      ["of another issuer", { issuer: "someone" }],
      ["signed with another secret", { secret: "another secret of at least thirty-two bytes" }],
      ["signed by another algorithm", { algorithm: "HS512" }],
    ])("%s is refused", async (_, change) => {
      const { user } = await makePerson();
      const token = await forge(user.id, change);
      expect(await mounted.call(withToken(token, ME))).toMatchObject({ status: 401, code: "INVALID_TOKEN" });
    });

    test("without a signature is refused", async () => {
      const { user, token } = await makePerson();
      const none = Buffer.from('{"alg":"none"}').toString("base64url");
      const [, claims, signature] = token.split(".");
      for (const forged of [`${none}.${claims}.`, `${none}.${claims}.${signature}`, user.id, "null"]) {
        expect(await mounted.call(withToken(forged, ME))).toMatchObject({ status: 401, code: "INVALID_TOKEN" });
      }
    });

    test("is missing, or in another scheme", async () => {
      const { token } = await makePerson();
      expect(await mounted.call(ME)).toMatchObject({ status: 401, code: "INVALID_TOKEN" });
      const basic = { ...ME, headers: { Authorization: `Basic ${token}` } };
      expect(await mounted.call(basic)).toMatchObject({ status: 401, code: "INVALID_TOKEN" });
    });

    test("of somebody who does not exist is refused", async () => {
      const token = await forge(newObjectId(), {});
      expect(await mounted.call(withToken(token, ME))).toMatchObject({ status: 401, code: "INVALID_TOKEN" });
    });

    test("of a closed account is refused as soon as the account is closed", async () => {
      const { user, token } = await makePerson();
      expect((await mounted.call(withToken(token, ME))).status).toBe(200);
      await db.update(portalUsers).set({ disabledAt: new Date() }).where(eq(portalUsers.id, user.id));
      await expect
        .poll(async () => (await mounted.call(withToken(token, ME))).code, { timeout: 1_500 })
        .toBe("ACCOUNT_DISABLED");
    });

    test("says nothing of role or partner that the row does not say", async () => {
      const { user, partnerId } = await makePerson({ role: "VIEWER" });
      const lying = await tokenFor({ ...user, role: "OWNER", partnerId: newObjectId() });
      const me = await mounted.call(withToken(lying, ME));
      expect(me.body).toMatchObject({ user: { role: "VIEWER", permissions: [] }, partner: { id: partnerId } });
    });

    test("does not open widget endpoints, which are for keys", async () => {
      const { token } = await makePerson();
      const answer = await mounted.call(withToken(token, { target: "/v1/partner/config" }));
      expect(answer).toMatchObject({ status: 401, code: "MISSING_PARTNER_KEY" });
    });

    test("of somebody without a partner is told that there is none, and their own bucket pays", async () => {
      const token = await tokenFor(await makePortalUser(db));
      const first = await mounted.call(withToken(token, USERS));
      const second = await mounted.call(withToken(token, USERS));
      expect(second).toMatchObject({ status: 404, code: "PARTNER_NOT_FOUND" });
      const remaining = [first, second].map((answer) => Number(answer.headers["x-ratelimit-remaining"]));
      expect(remaining[0]! - remaining[1]!).toBe(1);
    });
  });

  describe("X-Partner-Environment", () => {
    test("names the dataset, which is the sandbox unless said", async () => {
      const { token, partnerId } = await makePerson();
      const { makePool } = await import("@/db/testing/factories");
      const ids: Record<string, string> = {};
      for (const environment of ["sandbox", "production"] as const) {
        ids[environment] = (await makePool(db, { partnerId, environment })).id;
      }
      const pools = async (environment?: "sandbox" | "production") => {
        const answer = await mounted.call(withToken(token, { target: "/v1/partner/token-pools" }, environment));
        return answer.body.data.map((pool: { id: string }) => pool.id);
      };
      expect(await pools()).toEqual([ids.sandbox]);
      expect(await pools("sandbox")).toEqual([ids.sandbox]);
      expect(await pools("production")).toEqual([ids.production]);
    });

    test.each(["live", "Sandbox", "production, sandbox"])("is refused as %j", async (environment) => {
      const { token } = await makePerson();
      const call = withToken(token, { ...USERS, headers: { "X-Partner-Environment": environment } });
      expect(await mounted.call(call)).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
    });
  });

  describe("roles", () => {
    const writes = (role: PartnerRole, environment: "sandbox" | "production") =>
      role === "OWNER" || role === "ADMIN" || (role === "DEVELOPER" && environment === "sandbox");

    test.each(PARTNER_ROLES.flatMap((role) => [[role, "sandbox"] as const, [role, "production"] as const]))(
      "%s in %s",
      async (role, environment) => {
        const { token } = await makePerson({ role });
        expect((await mounted.call(withToken(token, USERS, environment))).status).toBe(200);
        const write = jsonCall("POST", "/v1/partner/actions/submit", submitBody());
        const answer = await mounted.call(withToken(token, write, environment));
        // A permitted submit goes on to find that this partner has no pool.
        expect(answer.code).toBe(writes(role, environment) ? "POOL_NOT_FOUND" : "INSUFFICIENT_SCOPE");
      },
    );

    test.each(PARTNER_ROLES)("%s and keys", async (role) => {
      const { token, keyId } = await makePerson({ role });
      const mayManage = role !== "VIEWER";
      const list = await mounted.call(withToken(token, { target: "/v1/partner/keys" }));
      expect(list.status).toBe(200);
      const created = jsonCall("POST", "/v1/partner/keys", { name: "Key", environment: "sandbox" });
      const changed = jsonCall("PATCH", `/v1/partner/keys/${keyId}`, { name: "Other" });
      const removed = { method: "DELETE", target: `/v1/partner/keys/${keyId}` };
      const answers = [];
      for (const call of [created, changed, removed]) answers.push(await mounted.call(withToken(token, call)));
      expect(answers.map((answer) => answer.status)).toEqual(mayManage ? [201, 200, 204] : [403, 403, 403]);
      if (!mayManage) expect(answers.map((answer) => answer.code)).toEqual(["FORBIDDEN", "FORBIDDEN", "FORBIDDEN"]);
    });
  });

  describe("the table of statuses", () => {
    type Cells = Record<PartnerStatus, number | [number, string]>;
    const open: Cells = {
      PENDING_APPROVAL: 200,
      ACTIVE: 200,
      SUSPENDED: 200,
      INACTIVE: 200,
      TERMINATED: [403, "ACCOUNT_DISABLED"],
    };
    const activeOnly = (status: number): Cells => ({
      PENDING_APPROVAL: [401, "PARTNER_NOT_ACTIVE"],
      ACTIVE: status,
      SUSPENDED: [401, "PARTNER_SUSPENDED"],
      INACTIVE: [401, "PARTNER_NOT_ACTIVE"],
      TERMINATED: [403, "ACCOUNT_DISABLED"],
    });
    const token = (call: (person: Person) => Call) => async (person: Person) => withToken(person.token, call(person));
    const rows: Record<string, { make: (person: Person) => Promise<Call>; cells: Cells }> = {
      [giving.login.id]: {
        make: async ({ user }) => {
          await db
            .update(portalUsers)
            .set({ passwordHash: await hashPassword(PASSWORD) })
            .where(eq(portalUsers.id, user.id));
          return jsonCall("POST", "/v1/partner/auth/login", { email: user.email, password: PASSWORD });
        },
        cells: open,
      },
      [giving.me.id]: { make: token(() => ME), cells: open },
      [giving.getPartnerInfo.id]: { make: token(() => ({ target: "/v1/partner/keys/partner-info" })), cells: open },
      [giving.listKeys.id]: { make: token(() => ({ target: "/v1/partner/keys" })), cells: open },
      [giving.getKey.id]: { make: token(({ keyId }) => ({ target: `/v1/partner/keys/${keyId}` })), cells: open },
      [giving.createKey.id]: {
        make: token(() => jsonCall("POST", "/v1/partner/keys", { name: "Key", environment: "sandbox" })),
        cells: activeOnly(201),
      },
      [giving.updateKey.id]: {
        make: token(({ keyId }) => jsonCall("PATCH", `/v1/partner/keys/${keyId}`, { name: "Other" })),
        cells: activeOnly(200),
      },
      [giving.revokeKey.id]: {
        make: token(({ keyId }) => ({ method: "DELETE", target: `/v1/partner/keys/${keyId}` })),
        cells: { ...open, PENDING_APPROVAL: 204, ACTIVE: 204, SUSPENDED: 204, INACTIVE: 204 },
      },
      "a signed endpoint, with a token": { make: token(() => USERS), cells: activeOnly(200) },
    };
    const matrix = Object.entries(rows).flatMap(([row, { make, cells }]) =>
      PARTNER_STATUSES.map((status) => ({ row, status, make, cell: cells[status] })),
    );

    test.each(matrix)("$row while $status", async ({ status, make, cell }) => {
      const person = await makePerson({ status });
      const answer = await mounted.call(await make(person));
      const [expected, code] = typeof cell === "number" ? [cell, null] : cell;
      expect([answer.status, answer.code]).toEqual([expected, code]);
    });

    test("a refresh token is refused once the partner is terminated, and not before", async () => {
      const { changePartnerStatus } = await import("@/lib/domain/partners/change-partner-status");
      const { testCtx } = await import("@/lib/testing/context");
      const person = await makePerson();
      const signedIn = await mounted.call(await rows[giving.login.id]!.make(person));
      const refresh = (refreshToken: string) =>
        mounted.call(jsonCall("POST", "/v1/partner/auth/refresh", { refreshToken }));
      const move = (to: PartnerStatus) =>
        changePartnerStatus(testCtx(new Date()), { partnerId: person.partnerId, to, reason: "Test" });
      await move("SUSPENDED");
      const second = await refresh(signedIn.body.refreshToken);
      expect(second.status).toBe(200);
      await move("TERMINATED");
      expect(await refresh(second.body.refreshToken)).toMatchObject({ status: 403, code: "ACCOUNT_DISABLED" });
    });

    test("termination revokes every key of the partner", async () => {
      const { changePartnerStatus } = await import("@/lib/domain/partners/change-partner-status");
      const { testCtx } = await import("@/lib/testing/context");
      const { partnerId, keyId } = await makePerson();
      await changePartnerStatus(testCtx(new Date()), { partnerId, to: "TERMINATED", reason: "Test" });
      const [row] = await db.select().from(apiKeys).where(eq(apiKeys.id, keyId));
      expect(row).toMatchObject({ isActive: false, revokedAt: expect.any(Date) });
    });
  });
});
