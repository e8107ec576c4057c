import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeAdmin, makePortalUser } from "@/db/testing/factories";
import { throttledAccount } from "@/lib/domain/accounts/require-password";
import { recordSignInFailure } from "@/lib/domain/accounts/sign-in-throttle";
import { connection } from "@/lib/domain/connection";
import { adminRoutes } from "@/lib/http/routes/admin";
import { newObjectId } from "@/lib/platform/ids";
import { hashPassword } from "@/lib/platform/passwords";
import { testCtx } from "@/lib/testing/context";
import { type Mounted, mounts, newAddress } from "@/lib/testing/mounts";
import { jsonCall } from "@/lib/testing/sign";
import { withToken } from "@/lib/testing/worlds";

const db = connection();
const PASSWORD = "correct horse battery";
const AUTH = "/api/v1/admin/auth";

const failNineTimes = (subject: string) => recordSignInFailure(testCtx(new Date()), Array(9).fill(subject));

describe.each(mounts)("through $name", ({ start }) => {
  let admins: Mounted;
  let partners: Mounted;
  let passwordHash: string;
  beforeAll(async () => {
    [admins, partners, passwordHash] = await Promise.all([start(adminRoutes), start(), hashPassword(PASSWORD)]);
  });
  afterAll(() => Promise.all([admins.close(), partners.close()]));

  const login = (email: string, password = PASSWORD, address?: string) =>
    admins.call({ ...jsonCall("POST", `${AUTH}/login`, { email, password }), address });
  const refresh = (refreshToken: string) => admins.call(jsonCall("POST", `${AUTH}/refresh`, { refreshToken }));

  test("an administrator signs in, in whatever case the address is written, and is who he says", async () => {
    const { id, email } = await makeAdmin(db, { passwordHash, role: "REVIEWER" });
    const { status, body } = await login(` ${email.toUpperCase()} `);
    expect(status).toBe(200);
    expect(body).toEqual({
      accessToken: expect.any(String),
      refreshToken: expect.stringMatching(/^[0-9a-f]{64}$/),
      tokenType: "Bearer",
      expiresIn: 900,
      admin: { id, email, role: "REVIEWER" },
    });
    const me = await admins.call(withToken(body.accessToken, { target: `${AUTH}/me` }));
    expect(me.body).toEqual({
      admin: { id, email, role: "REVIEWER" },
      secondFactor: { active: false, required: false, recoveryCodesLeft: 0 },
    });
  });

  test("a wrong password, an unknown address and a partner's person get the same answer", async () => {
    const { email } = await makeAdmin(db, { passwordHash });
    const user = await makePortalUser(db, { passwordHash });
    const answers = [
      await login(email, "wrong password"),
      await login(`nobody-${newObjectId()}@example.org`),
      await login(user.email),
    ];
    for (const { status, code, body } of answers) {
      expect([status, code, body.message]).toEqual([401, "INVALID_CREDENTIALS", answers[0]!.body.message]);
    }
  });

  test("a closed account hears so, once the password was right", async () => {
    const { email } = await makeAdmin(db, { passwordHash, disabledAt: new Date() });
    expect(await login(email)).toMatchObject({ status: 403, code: "ACCOUNT_DISABLED" });
    expect(await login(email, "wrong password")).toMatchObject({ status: 401 });
  });

  test("the tenth failure closes an account for 15 minutes to its own password, known or not", async () => {
    const { email } = await makeAdmin(db, { passwordHash });
    for (const account of [email, `nobody-${newObjectId()}@example.org`]) {
      await failNineTimes(throttledAccount(account));
      expect((await login(account, "wrong password")).status).toBe(401);
      const blocked = await login(account);
      expect(blocked).toMatchObject({ status: 429, code: "RATE_LIMIT_EXCEEDED" });
      expect(Number(blocked.headers["retry-after"])).toBeGreaterThan(14 * 60);
    }
  });

  test("the tenth failure closes an address to every account", async () => {
    const { email } = await makeAdmin(db, { passwordHash });
    const address = newAddress();
    await failNineTimes(`address:${address}`);
    expect((await login(`nobody-${newObjectId()}@example.org`, PASSWORD, address)).status).toBe(401);
    expect(await login(email, PASSWORD, address)).toMatchObject({ status: 429 });
    expect((await login(email)).status).toBe(200);
  });

  test("a refresh token works once; using it again ends every session of the sign-in", async () => {
    const { email } = await makeAdmin(db, { passwordHash });
    const { body } = await login(email);
    const second = await refresh(body.refreshToken);
    expect(second).toMatchObject({ status: 200, body: { expiresIn: 900 } });
    expect((await admins.call(withToken(second.body.accessToken, { target: `${AUTH}/me` }))).status).toBe(200);
    expect(await refresh(body.refreshToken)).toMatchObject({ status: 401, code: "INVALID_TOKEN" });
    expect(await refresh(second.body.refreshToken)).toMatchObject({ status: 401, code: "INVALID_TOKEN" });
    expect((await admins.call(withToken(second.body.accessToken, { target: `${AUTH}/me` }))).status).toBe(401);
  });

  test("one refresh token in many hands at once is exchanged at most once", async () => {
    const { email } = await makeAdmin(db, { passwordHash });
    const { body } = await login(email);
    const answers = await Promise.all(Array.from({ length: 8 }, () => refresh(body.refreshToken)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test("a refresh token of the other kind of person is as good as none, and stays whole", async () => {
    const admin = await makeAdmin(db, { passwordHash });
    const user = await makePortalUser(db, { passwordHash });
    const ofUser = await partners.call(
      jsonCall("POST", "/v1/partner/auth/login", { email: user.email, password: PASSWORD }),
    );
    const ofAdmin = await login(admin.email);
    const exchange = (refreshToken: string) =>
      partners.call(jsonCall("POST", "/v1/partner/auth/refresh", { refreshToken }));
    const signOut = (refreshToken: string) =>
      partners.call(jsonCall("POST", "/v1/partner/auth/logout", { refreshToken }));

    expect(await refresh(ofUser.body.refreshToken)).toMatchObject({ status: 401, code: "INVALID_TOKEN" });
    expect(await exchange(ofAdmin.body.refreshToken)).toMatchObject({ status: 401, code: "INVALID_TOKEN" });
    expect((await signOut(ofAdmin.body.refreshToken)).status).toBe(204);
    expect((await exchange(ofUser.body.refreshToken)).status).toBe(200);
    expect((await refresh(ofAdmin.body.refreshToken)).status).toBe(200);
  });

  test("signing out ends the sign-in, and an unknown token is answered alike", async () => {
    const { email } = await makeAdmin(db, { passwordHash });
    const { body } = await login(email);
    const signOut = (refreshToken: string) => admins.call(jsonCall("POST", `${AUTH}/logout`, { refreshToken }));
    expect((await signOut(newObjectId())).status).toBe(204);
    expect((await signOut(body.refreshToken)).status).toBe(204);
    expect((await refresh(body.refreshToken)).status).toBe(401);
    expect((await admins.call(withToken(body.accessToken, { target: `${AUTH}/me` }))).status).toBe(401);
  });

  test("what is missing, and what is not known, is named", async () => {
    const answer = await admins.call(jsonCall("POST", `${AUTH}/login`, { email: "a@example.org", code: "123456" }));
    expect(answer).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
    const fields = answer.body.details.map((detail: { field: string }) => detail.field);
    expect(fields.toSorted()).toEqual(["code", "password"]);
  });
});
