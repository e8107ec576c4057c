import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { portalUsers, refreshTokens } from "@/db/schema/partners";
import { makeKey, makePartner, makePortalUser } from "@/db/testing/factories";
import { throttledAccount } from "@/lib/domain/accounts/require-password";
import { recordSignInFailure } from "@/lib/domain/accounts/sign-in-throttle";
import { newObjectId } from "@/lib/platform/ids";
import { hashPassword } from "@/lib/platform/passwords";
import { testCtx } from "@/lib/testing/context";
import { type Mounted, mounts, newAddress } from "@/lib/testing/mounts";
import { jsonCall } from "@/lib/testing/sign";
import { withToken } from "@/lib/testing/worlds";

const { db, sql } = database();

const PASSWORD = "correct horse battery";

let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword(PASSWORD);
});

afterEach(() => {
  vi.useRealTimers();
});

describe.each(mounts)("through $name", ({ start }) => {
  let mounted: Mounted;
  let address: string;
  beforeAll(async () => {
    mounted = await start();
  });
  afterAll(() => mounted.close());
  beforeEach(() => {
    address = newAddress();
  });

  const post = (path: string, body: unknown) =>
    mounted.call({ ...jsonCall("POST", `/v1/partner/auth/${path}`, body), address });
  const me = (token: string, query = "") => mounted.call(withToken(token, { target: `/v1/partner/auth/me${query}` }));
  const registration = (more: Record<string, unknown> = {}) => ({
    email: `new-${newObjectId()}@example.org`,
    password: PASSWORD,
    firstName: "Jane",
    lastName: "Doe",
    organizationName: "Acme Outdoor",
    ...more,
  });
  const person = (more: Parameters<typeof makePortalUser>[1] = {}) => makePortalUser(db, { passwordHash, ...more });

  describe("registering", () => {
    test("opens an account of an owner without a partner, and signs in", async () => {
      const asked = registration();
      const answer = await post("register", asked);
      expect(answer).toMatchObject({
        status: 201,
        body: {
          tokenType: "Bearer",
          expiresIn: 900,
          partner: null,
          publishableKey: null,
          user: { email: asked.email, role: "OWNER", permissions: ["partner_keys:manage"] },
        },
      });
      expect((await me(answer.body.accessToken)).body.user).toEqual(answer.body.user);
      expect(await post("login", { email: asked.email.toUpperCase(), password: PASSWORD })).toMatchObject({
        status: 200,
      });
    });

    test("an address that is taken, in any case, is refused; of two at once one is served", async () => {
      const asked = registration();
      const both = await Promise.all([post("register", asked), post("register", asked)]);
      expect(both.map((answer) => answer.status).toSorted()).toEqual([201, 409]);
      const again = await post("register", { ...asked, email: asked.email.toUpperCase() });
      expect(again).toMatchObject({ status: 409, code: "USER_EXISTS" });
    });

    test.each([
      [{ password: "short" }, "password"],
      [{ password: "x".repeat(129) }, "password"],
      [{ email: "nobody" }, "email"],
      [{ firstName: "" }, "firstName"],
      [{ organizationName: "x".repeat(121) }, "organizationName"],
      [{ role: "OWNER" }, "role"],
    ])("refuses %j, naming the field", async (change, field) => {
      const answer = await post("register", registration(change));
      expect(answer).toMatchObject({ status: 400, body: { details: [{ field }] } });
    });

    test("keeps no password", async () => {
      const asked = registration({ password: `unheard of ${newObjectId()}` });
      await post("register", asked);
      const [row] = await db.select().from(portalUsers).where(eq(portalUsers.email, asked.email));
      expect(row!.passwordHash).toMatch(/^\$scrypt\$/);
      expect(row!.passwordHash).not.toContain(asked.password);
    });
  });

  describe("signing in", () => {
    test("shows user, partner and the newest active publishable key, production first", async () => {
      const { id: partnerId } = await makePartner(db);
      const older = await makeKey(db, { partnerId, createdAt: new Date("2026-01-01") });
      const newest = await makeKey(db, { partnerId, createdAt: new Date("2026-01-03") });
      await makeKey(db, { partnerId, createdAt: new Date("2026-01-04"), isActive: false });
      await makeKey(db, { partnerId, createdAt: new Date("2026-01-05"), expiresAt: new Date("2026-01-06") });
      const user = await person({ partnerId });
      const answer = await post("login", { email: user.email, password: PASSWORD });
      expect(answer.body).toMatchObject({ partner: { id: partnerId }, publishableKey: newest.publicKey });
      expect(older.publicKey).not.toBe(newest.publicKey);
      const live = await makeKey(db, { partnerId, environment: "production", createdAt: new Date("2026-01-02") });
      expect((await me(answer.body.accessToken)).body.publishableKey).toBe(live.publicKey);
      expect((await me(answer.body.accessToken, "?environment=sandbox")).body.publishableKey).toBe(newest.publicKey);
    });

    test("an unknown address is answered as a wrong password is", async () => {
      const user = await person();
      const told = async (email: string) => {
        const { status, body } = await post("login", { email, password: "wrong password" });
        return { status, code: body.code, message: body.message, details: body.details };
      };
      const unknown = await told(`nobody-${newObjectId()}@example.org`);
      expect(unknown).toMatchObject({ status: 401, code: "INVALID_CREDENTIALS" });
      expect(await told(user.email)).toEqual(unknown);
    });

    test("a closed account is told so to whoever knows the password, and to nobody else", async () => {
      const user = await person({ disabledAt: new Date() });
      expect((await post("login", { email: user.email, password: "wrong password" })).code).toBe("INVALID_CREDENTIALS");
      expect((await post("login", { email: user.email, password: PASSWORD })).code).toBe("ACCOUNT_DISABLED");
    });

    /** Failures as earlier attempts would have left them; each real one costs a password's hash. */
    const failed = (subject: string, times: number) =>
      recordSignInFailure(testCtx(new Date()), Array(times).fill(subject));
    const login = (email: string, password: string, from = newAddress()) =>
      mounted.call({ ...jsonCall("POST", "/v1/partner/auth/login", { email, password }), address: from });

    test("ten failures for an account close it for a while, from every address, the right password included", async () => {
      const { email } = await person();
      await failed(throttledAccount(email), 9);
      expect((await login(email, "wrong password")).status).toBe(401);
      const answer = await login(email, PASSWORD);
      expect(answer).toMatchObject({ status: 429, code: "RATE_LIMIT_EXCEEDED" });
      const seconds = Number(answer.headers["retry-after"]);
      expect(seconds).toBeLessThanOrEqual(900);
      vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + seconds * 1000 });
      expect((await login(email, PASSWORD)).status).toBe(200);
    });

    test("ten failures from an address close it for every account", async () => {
      await failed(`address:${address}`, 9);
      expect((await login(`nobody-${newObjectId()}@example.org`, "wrong password", address)).status).toBe(401);
      const { email } = await person();
      expect((await login(email, PASSWORD, address)).status).toBe(429);
      expect((await login(email, PASSWORD)).status).toBe(200);
    });

    test("a success clears the account's count, and leaves the address its own", async () => {
      const { email } = await person();
      await failed(throttledAccount(email), 9);
      await failed(`address:${address}`, 9);
      expect((await login(email, PASSWORD, address)).status).toBe(200);
      expect((await login(email, "wrong password")).status).toBe(401);
      expect((await login(email, "wrong password", address)).status).toBe(401);
      expect((await login(email, PASSWORD, address)).status).toBe(429);
    });

    test("of many guesses at once exactly as many are tried as are left", async () => {
      const { email } = await person();
      await failed(throttledAccount(email), 7);
      const answers = await Promise.all(Array.from({ length: 12 }, () => login(email, "wrong password")));
      expect(answers.filter((answer) => answer.status === 401)).toHaveLength(3);
      expect(answers.filter((answer) => answer.status === 429)).toHaveLength(9);
    });
  });

  describe("a refresh token", () => {
    const signIn = async () => {
      const user = await person();
      const { body } = await post("login", { email: user.email, password: PASSWORD });
      return body as { accessToken: string; refreshToken: string };
    };
    const refresh = (refreshToken: string) => post("refresh", { refreshToken });

    test("is exchanged for a new pair, again and again", async () => {
      let { refreshToken } = await signIn();
      for (const _ of [1, 2, 3]) {
        const answer = await refresh(refreshToken);
        expect(answer).toMatchObject({ status: 200, body: { expiresIn: 900 } });
        expect(answer.body.refreshToken).not.toBe(refreshToken);
        expect((await me(answer.body.accessToken)).status).toBe(200);
        refreshToken = answer.body.refreshToken;
      }
    });

    test("used twice ends everything that came from its sign-in, and no other sign-in", async () => {
      const [stolen, other] = [await signIn(), await signIn()];
      const next = await refresh(stolen.refreshToken);
      expect(await refresh(stolen.refreshToken)).toMatchObject({ status: 401, code: "INVALID_TOKEN" });
      expect((await refresh(next.body.refreshToken)).code).toBe("INVALID_TOKEN");
      expect((await refresh(other.refreshToken)).status).toBe(200);
    });

    test("used many times at once gives out nothing that outlives the discovery", async () => {
      const { refreshToken } = await signIn();
      const answers = await Promise.all(Array.from({ length: 8 }, () => refresh(refreshToken)));
      const served = answers.filter((answer) => answer.status === 200);
      expect(served.length).toBeLessThanOrEqual(1);
      for (const answer of served) expect((await refresh(answer.body.refreshToken)).code).toBe("INVALID_TOKEN");
    });

    test("ends after 30 days", async () => {
      const { refreshToken } = await signIn();
      vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 30 * 86_400_000 + 1_000 });
      expect(await refresh(refreshToken)).toMatchObject({ status: 401, code: "TOKEN_EXPIRED" });
    });

    test("ends with a sign-out, which an unknown token is answered like", async () => {
      const { refreshToken } = await signIn();
      expect(await post("logout", { refreshToken })).toMatchObject({ status: 204, text: "" });
      expect((await refresh(refreshToken)).code).toBe("INVALID_TOKEN");
      expect((await post("logout", { refreshToken: "unknown" })).status).toBe(204);
    });

    test("is stored as a hash only, and is no access token", async () => {
      const { refreshToken, accessToken } = await signIn();
      const rows = await sql`select 1 from refresh_tokens as t where position(${refreshToken} in t::text) > 0`;
      expect(rows).toHaveLength(0);
      expect((await me(refreshToken)).code).toBe("INVALID_TOKEN");
      expect((await refresh(accessToken)).code).toBe("INVALID_TOKEN");
      expect(await db.select().from(refreshTokens).limit(1)).toHaveLength(1);
    });
  });
});
