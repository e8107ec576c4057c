import { and, eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { adminSessions } from "@/db/schema/admin-access";
import { mails } from "@/db/schema/mails";
import { admins } from "@/db/schema/partners";
import { auditRecords } from "@/db/schema/records";
import { makeAdmin, makePartner } from "@/db/testing/factories";
import { openAdminSession } from "@/lib/domain/admins/session";
import { connection } from "@/lib/domain/connection";
import { adminRoutes } from "@/lib/http/routes/admin";
import { newObjectId } from "@/lib/platform/ids";
import { hashPassword } from "@/lib/platform/passwords";
import { giveTotp } from "@/lib/testing/admin-calls/own-account";
import { PARTNERS, REASON } from "@/lib/testing/admin-calls/words";
import { signInAdmin } from "@/lib/testing/admins";
import { testCtx } from "@/lib/testing/context";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { jsonCall } from "@/lib/testing/sign";
import { withToken } from "@/lib/testing/worlds";

const db = connection();
const PASSWORD = "correct horse battery";
const AUTH = "/api/v1/admin/auth";
const TEAM = "/api/v1/admin/team";

let mounted: Mounted;
beforeAll(async () => {
  mounted = await mounts[0]!.start(adminRoutes);
});
afterAll(() => mounted.close());

const ask = (token: string, method: string, target: string, body?: object) =>
  mounted.call(withToken(token, jsonCall(method, target, body)));
const patch = (token: string, adminId: string, change: object) =>
  ask(token, "PATCH", `${TEAM}/${adminId}`, { ...change, reason: REASON });
const audited = (targetId: string, action: string) =>
  db
    .select()
    .from(auditRecords)
    .where(and(eq(auditRecords.targetId, targetId), eq(auditRecords.action, action)));
const newEmail = () => `guest-${newObjectId()}@example.org`;

async function tokenOfMail(recipient: string): Promise<string> {
  const rows = await db.select().from(mails).where(eq(mails.recipient, recipient));
  return rows.at(-1)!.body.match(/token=([0-9a-f]{64})/)![1]!;
}

test("a session is listed with where it came from, and ends at once for every token of it", async () => {
  const admin = await makeAdmin(db, { passwordHash: await hashPassword(PASSWORD) });
  const login = {
    ...jsonCall("POST", `${AUTH}/login`, { email: admin.email, password: PASSWORD }),
    address: "10.9.8.7",
  };
  login.headers = { ...login.headers, "User-Agent": "curl/8" };
  const first = (await mounted.call(login)).body;
  const portal = await openAdminSession(testCtx(new Date()), admin.id, "PORTAL");
  const listed = await ask(first.accessToken, "GET", `${AUTH}/sessions`);
  const own = listed.body.data.find((each: { isCurrent: boolean }) => each.isCurrent);
  expect(own).toMatchObject({ origin: "API", address: "10.9.8.7", userAgent: "curl/8" });
  expect(listed.body.data.map((each: { id: string }) => each.id).toSorted()).toEqual([own.id, portal].toSorted());

  const second = (await mounted.call(login)).body;
  expect((await ask(second.accessToken, "DELETE", `${AUTH}/sessions/${own.id}`)).status).toBe(204);
  expect(await ask(first.accessToken, "GET", `${AUTH}/me`)).toMatchObject({ status: 401, code: "INVALID_TOKEN" });
  const refreshed = await mounted.call(jsonCall("POST", `${AUTH}/refresh`, { refreshToken: first.refreshToken }));
  expect(refreshed).toMatchObject({ status: 401, code: "INVALID_TOKEN" });
  expect((await ask(second.accessToken, "GET", `${AUTH}/me`)).status).toBe(200);
  expect(await audited(own.id, "admin.session_ended")).toHaveLength(1);
});

test("another administrator's session, one that ended and none are not found alike", async () => {
  const [one, other] = await Promise.all([signInAdmin(), signInAdmin()]);
  const ended = await openAdminSession(testCtx(new Date()), one.admin.id, "PORTAL");
  expect((await ask(one.token, "DELETE", `${AUTH}/sessions/${ended}`)).status).toBe(204);
  for (const id of [other.sessionId, ended, newObjectId()]) {
    const answer = await ask(one.token, "DELETE", `${AUTH}/sessions/${id}`);
    expect(answer).toMatchObject({ status: 404, code: "SESSION_NOT_FOUND" });
  }
  expect((await ask(other.token, "GET", `${AUTH}/me`)).status).toBe(200);
});

test("a session that nobody used for a month is over", async () => {
  const { token, sessionId } = await signInAdmin();
  const long = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000);
  await db.update(adminSessions).set({ lastUsedAt: long }).where(eq(adminSessions.id, sessionId));
  expect(await ask(token, "GET", `${AUTH}/me`)).toMatchObject({ status: 401, code: "INVALID_TOKEN" });
});

test("an invitation opens one account, once, however many accept it at the same time", async () => {
  const { token, admin } = await signInAdmin();
  const email = newEmail();
  const invited = await ask(token, "POST", `${TEAM}/invitations`, { email, role: "OPERATOR", reason: REASON });
  expect(invited).toMatchObject({ status: 201, body: { email, role: "OPERATOR", isExpired: false } });
  const again = await ask(token, "POST", `${TEAM}/invitations`, { email, role: "OPERATOR", reason: REASON });
  expect(again).toMatchObject({ status: 409, code: "USER_EXISTS" });
  expect((await audited(invited.body.id, "admin.invited"))[0]).toMatchObject({ actorId: admin.id, reason: REASON });

  const secret = await tokenOfMail(email);
  const read = () => mounted.call(jsonCall("POST", `${AUTH}/read-invitation`, { token: secret }));
  expect((await read()).body).toMatchObject({ email, role: "OPERATOR" });
  const accept = () =>
    mounted.call(jsonCall("POST", `${AUTH}/accept-invitation`, { token: secret, password: PASSWORD }));
  const answers = await Promise.all([accept(), accept(), accept()]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 404, 404]);
  expect(await read()).toMatchObject({ status: 404, code: "INVITATION_NOT_FOUND" });
  const login = await mounted.call(jsonCall("POST", `${AUTH}/login`, { email, password: PASSWORD }));
  expect(login.body.admin).toMatchObject({ email, role: "OPERATOR" });
  const invitedMember = await ask(token, "POST", `${TEAM}/invitations`, { email, role: "AUDITOR", reason: REASON });
  expect(invitedMember).toMatchObject({ status: 409, code: "USER_EXISTS" });
});

test("a withdrawn invitation opens nothing, and makes room for another", async () => {
  const { token } = await signInAdmin();
  const email = newEmail();
  const invite = () => ask(token, "POST", `${TEAM}/invitations`, { email, role: "AUDITOR", reason: REASON });
  const { body } = await invite();
  const secret = await tokenOfMail(email);
  const revoke = () => ask(token, "DELETE", `${TEAM}/invitations/${body.id}`, { reason: REASON });
  expect([(await revoke()).status, (await revoke()).status]).toEqual([204, 204]);
  expect(await audited(body.id, "admin.invitation_revoked")).toHaveLength(1);
  const answer = await mounted.call(
    jsonCall("POST", `${AUTH}/accept-invitation`, { token: secret, password: PASSWORD }),
  );
  expect(answer).toMatchObject({ status: 404, code: "INVITATION_NOT_FOUND" });
  expect((await invite()).status).toBe(201);
});

test("closing an account signs it out everywhere at once; opening it again needs a new sign-in", async () => {
  const { token } = await signInAdmin();
  const other = await signInAdmin({ role: "OPERATOR" });
  const closed = await patch(token, other.admin.id, { disabled: true });
  expect(closed).toMatchObject({ status: 200, body: { disabledAt: expect.any(String) } });
  expect((await ask(other.token, "GET", `${AUTH}/me`)).status).toBe(401);
  expect((await patch(token, other.admin.id, { disabled: true })).body).toEqual(closed.body);
  expect(await audited(other.admin.id, "admin.updated")).toHaveLength(1);
  expect((await patch(token, other.admin.id, { disabled: false })).body.disabledAt).toBeNull();
  expect((await ask(other.token, "GET", `${AUTH}/me`)).status).toBe(401);
});

test("a changed role holds from the next request on, by the same token", async () => {
  const { token } = await signInAdmin();
  const other = await signInAdmin({ role: "AUDITOR" });
  const { id } = await makePartner(db);
  const invite = () =>
    ask(other.token, "POST", `${PARTNERS}/${id}/users`, { email: newEmail(), role: "VIEWER", reason: REASON });
  expect(await invite()).toMatchObject({ status: 403, code: "FORBIDDEN" });
  expect((await patch(token, other.admin.id, { role: "OPERATOR" })).body.role).toBe("OPERATOR");
  expect((await invite()).status).toBe(201);
});

test("a superadmin takes a lost second factor away, which is recorded", async () => {
  const { token } = await signInAdmin();
  const { id } = await makeAdmin(db);
  await giveTotp(id);
  const listed = await ask(token, "GET", TEAM);
  expect(listed.body.members.find((each: { id: string }) => each.id === id)).toMatchObject({ hasSecondFactor: true });
  expect((await patch(token, id, { resetTotp: true })).body.hasSecondFactor).toBe(false);
  expect((await audited(id, "admin.totp_reset"))[0]).toMatchObject({ reason: REASON });
});

test("nobody changes the own membership, and who is nobody is not found", async () => {
  const { token, admin } = await signInAdmin();
  expect(await patch(token, admin.id, { role: "AUDITOR" })).toMatchObject({ status: 403, code: "FORBIDDEN" });
  expect(await patch(token, newObjectId(), { disabled: true })).toMatchObject({
    status: 404,
    code: "MEMBER_NOT_FOUND",
  });
});

test("two superadmins who close each other's account at once leave one of them", async () => {
  const everybody = await db.select({ id: admins.id }).from(admins);
  await db
    .update(admins)
    .set({ disabledAt: new Date() })
    .where(
      inArray(
        admins.id,
        everybody.map(({ id }) => id),
      ),
    );
  const [one, two] = await Promise.all([signInAdmin(), signInAdmin()]);
  const answers = await Promise.all([
    patch(one.token, two.admin.id, { disabled: true }),
    patch(two.token, one.admin.id, { role: "AUDITOR" }),
  ]);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const left = await db.select().from(admins).where(eq(admins.role, "SUPERADMIN"));
  expect(left.filter(({ disabledAt }) => disabledAt === null)).toHaveLength(1);
});

test("somebody is invited to a partner by an administrator, but not to one that has ended", async () => {
  const { token } = await signInAdmin();
  const partner = await makePartner(db);
  const invite = (id: string, email: string) =>
    ask(token, "POST", `${PARTNERS}/${id}/users`, { email, role: "OWNER", reason: REASON });
  const email = newEmail();
  const invited = await invite(partner.id, email);
  expect(invited).toMatchObject({ status: 201, body: { email, role: "OWNER" } });
  const [record] = await audited(invited.body.id, "portal_user.invited");
  expect(record).toMatchObject({ partnerId: partner.id, reason: REASON });
  expect(await invite(partner.id, email.toUpperCase())).toMatchObject({ status: 409, code: "USER_EXISTS" });
  const ended = await makePartner(db, { status: "TERMINATED" });
  expect(await invite(ended.id, newEmail())).toMatchObject({ status: 409, code: "INVALID_STATE_TRANSITION" });
  expect(await invite(newObjectId(), newEmail())).toMatchObject({ status: 404, code: "PARTNER_NOT_FOUND" });
});
