import { SignJWT } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { makeKey, makePortalUser } from "@/db/testing/factories";
import { signAdminToken } from "@/lib/domain/admins/admin-token";
import { connection } from "@/lib/domain/connection";
import { adminRoutes } from "@/lib/http/routes/admin";
import { env } from "@/lib/platform/env";
import { newObjectId } from "@/lib/platform/ids";
import { signInAdmin } from "@/lib/testing/admins";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { sign } from "@/lib/testing/sign";
import { tokenFor, withToken } from "@/lib/testing/worlds";

const db = connection();
const ME = { target: "/api/v1/admin/auth/me" };
const REFUSED = { status: 401, code: "INVALID_TOKEN" };

function forge(
  adminId: string,
  sessionId: string,
  change: { audience?: string; issuer?: string; secret?: string; algorithm?: string },
) {
  return new SignJWT({ role: "SUPERADMIN", sid: sessionId })
    .setProtectedHeader({ alg: change.algorithm ?? "HS256" })
    .setSubject(adminId)
    .setIssuer(change.issuer ?? "portico")
    .setAudience(change.audience ?? "admin")
    .setIssuedAt()
    .setExpirationTime("15m")
    .sign(new TextEncoder().encode(change.secret ?? env().jwtSecret));
}

afterEach(() => {
  vi.useRealTimers();
});

describe.each(mounts)("an administrator's token through $name", ({ start }) => {
  let admins: Mounted;
  let partners: Mounted;
  beforeAll(async () => {
    [admins, partners] = await Promise.all([start(adminRoutes), start()]);
  });
  afterAll(() => Promise.all([admins.close(), partners.close()]));

  test("opens the admin API with Professional's limits, a bucket for each administrator", async () => {
    const [one, other] = await Promise.all([signInAdmin(), signInAdmin()]);
    const first = await admins.call(withToken(one.token, ME));
    expect(first.body).toMatchObject({ admin: { id: one.admin.id, email: one.admin.email, role: "SUPERADMIN" } });
    expect(first.headers).toMatchObject({ "x-ratelimit-limit": "5000", "x-ratelimit-remaining": "4999" });
    expect((await admins.call(withToken(one.token, ME))).headers["x-ratelimit-remaining"]).toBe("4998");
    expect((await admins.call(withToken(other.token, ME))).headers["x-ratelimit-remaining"]).toBe("4999");
  });

  test("is refused by the partner API, as a person's token is here", async () => {
    const { token } = await signInAdmin();
    for (const target of ["/v1/partner/auth/me", "/v1/partner/keys", "/v1/partner/actions"]) {
      expect(await partners.call(withToken(token, { target }))).toMatchObject(REFUSED);
    }
    const user = await makePortalUser(db);
    expect(await admins.call(withToken(await tokenFor(user), ME))).toMatchObject(REFUSED);
  });

  test("is not replaced by a partner's key, signed or not", async () => {
    const key = await makeKey(db);
    expect(await admins.call(sign(key, ME))).toMatchObject(REFUSED);
    expect(await admins.call({ ...ME, headers: { "X-Partner-Key": key.publicKey } })).toMatchObject(REFUSED);
  });

  test.each([
    ["of another audience", { audience: "partner-portal" }],
    ["of another issuer", { issuer: "someone" }],
    ["signed with another secret", { secret: "another secret of at least thirty-two bytes" }],
    ["signed by another algorithm", { algorithm: "HS512" }],
  ])("%s is refused", async (_, change) => {
    const { admin, sessionId } = await signInAdmin();
    expect((await admins.call(withToken(await forge(admin.id, sessionId, {}), ME))).status).toBe(200);
    expect(await admins.call(withToken(await forge(admin.id, sessionId, change), ME))).toMatchObject(REFUSED);
  });

  test("of nobody, and none at all, are refused", async () => {
    const { admin, sessionId } = await signInAdmin();
    for (const forged of [forge(newObjectId(), sessionId, {}), forge(admin.id, newObjectId(), {})]) {
      expect(await admins.call(withToken(await forged, ME))).toMatchObject(REFUSED);
    }
    const other = await signInAdmin();
    expect(await admins.call(withToken(await forge(admin.id, other.sessionId, {}), ME))).toMatchObject(REFUSED);
    expect(await admins.call(ME)).toMatchObject(REFUSED);
    expect(await admins.call({ ...ME, headers: { Authorization: "Basic YTpi" } })).toMatchObject(REFUSED);
  });

  test("of a person of a partner with an administrator's audience names nobody", async () => {
    const user = await makePortalUser(db);
    const { sessionId } = await signInAdmin();
    expect(await admins.call(withToken(await forge(user.id, sessionId, {}), ME))).toMatchObject(REFUSED);
  });

  test("ends after 15 minutes", async () => {
    const now = new Date("2026-03-01T12:00:00.000Z");
    const { admin, sessionId } = await signInAdmin();
    const token = await signAdminToken({ ...admin, sessionId }, now);
    vi.useFakeTimers({ toFake: ["Date"], now: now.getTime() + 15 * 60_000 - 1_000 });
    expect((await admins.call(withToken(token, ME))).status).toBe(200);
    vi.setSystemTime(now.getTime() + 15 * 60_000);
    expect(await admins.call(withToken(token, ME))).toMatchObject({ status: 401, code: "TOKEN_EXPIRED" });
  });

  test("says nothing of the role: the row does", async () => {
    const { admin, sessionId } = await signInAdmin({ role: "AUDITOR" });
    const answer = await admins.call(withToken(await forge(admin.id, sessionId, {}), ME));
    expect(answer.body.admin.role).toBe("AUDITOR");
  });

  test("of a closed account is refused", async () => {
    const { token } = await signInAdmin({ disabledAt: new Date() });
    expect(await admins.call(withToken(token, ME))).toMatchObject({ status: 403, code: "ACCOUNT_DISABLED" });
  });
});
