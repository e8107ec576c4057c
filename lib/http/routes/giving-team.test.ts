import { and, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { invitations } from "@/db/schema/invitations";
import { mails } from "@/db/schema/mails";
import { portalUsers } from "@/db/schema/partners";
import { auditRecords } from "@/db/schema/records";
import { makePartner, makePortalUser, type PortalUserRow } from "@/db/testing/factories";
import { connection } from "@/lib/domain/connection";
import { inTransaction } from "@/lib/domain/context";
import { recordEvent } from "@/lib/domain/events/record-event";
import { partnerStatusChanged } from "@/lib/domain/partners/event-types";
import { env } from "@/lib/platform/env";
import { newObjectId } from "@/lib/platform/ids";
import { hashPassword } from "@/lib/platform/passwords";
import { testCtx } from "@/lib/testing/context";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { jsonCall } from "@/lib/testing/sign";
import { tokenFor, withToken } from "@/lib/testing/worlds";

const db = connection();
const PASSWORD = "correct horse battery";
const TEAM = "/v1/partner/team";

let mounted: Mounted;
let passwordHash: string;
beforeAll(async () => {
  [mounted, passwordHash] = await Promise.all([mounts[0]!.start(), hashPassword(PASSWORD)]);
});
afterAll(() => mounted.close());
afterEach(() => {
  vi.restoreAllMocks();
});

const ask = async (user: PortalUserRow, method: string, target: string, body?: object) =>
  mounted.call(withToken(await tokenFor(user), jsonCall(method, target, body)));
const post = (path: string, body: object) => mounted.call(jsonCall("POST", `/v1/partner/auth/${path}`, body));
const newEmail = () => `guest-${newObjectId()}@example.org`;
const JO = { password: PASSWORD, firstName: "Jo", lastName: "Doe" };

async function team(role: "OWNER" | "ADMIN" | "DEVELOPER" | "VIEWER" = "OWNER") {
  const partner = await makePartner(db);
  return { partner, person: await makePortalUser(db, { partnerId: partner.id, role }) };
}

/** Invites, and answers the token of the mail. */
async function invite(owner: PortalUserRow, email = newEmail(), role = "DEVELOPER") {
  const { status, body, code } = await ask(owner, "POST", `${TEAM}/invitations`, { email, role });
  const rows = await db.select().from(mails).where(eq(mails.recipient, email));
  const token = rows.at(-1)?.body.match(/token=([0-9a-f]{64})/)?.[1] ?? "";
  return { status, code, email, token, id: body.id as string };
}

test("an owner invites somebody, who opens an account with a confirmed address and the role, once", async () => {
  vi.spyOn(await import("@/lib/platform/env"), "env").mockReturnValue({
    ...env(),
    selfServiceSandboxEnabled: false,
    requireEmailVerification: true,
  });
  const { partner, person } = await team();
  const { status, token, email, id } = await invite(person);
  expect(status).toBe(201);
  const offer = await post("read-invitation", { token });
  expect(offer.body).toMatchObject({ email, partnerName: partner.name, role: "DEVELOPER", hasAccount: false });

  const answers = await Promise.all([1, 2, 3].map(() => post("accept-invitation", { token, ...JO })));
  expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, 404, 404]);
  const accepted = answers.find((answer) => answer.status === 201)!;
  expect(accepted.body).toMatchObject({ user: { email, role: "DEVELOPER" }, partner: { id: partner.id } });
  expect((await post("login", { email, password: PASSWORD })).status).toBe(200);
  expect(await post("read-invitation", { token })).toMatchObject({ status: 404, code: "INVITATION_NOT_FOUND" });

  const listed = await ask(person, "GET", TEAM);
  expect(listed.body.members.map((each: { email: string }) => each.email)).toEqual([person.email, email]);
  expect(listed.body.invitations).toEqual([]);
  const records = await db.select().from(auditRecords).where(eq(auditRecords.partnerId, partner.id));
  expect(records.map(({ action }) => action).toSorted()).toEqual(["portal_user.invited", "portal_user.joined"]);
  expect(JSON.stringify(records)).not.toContain(token);
  expect(await ask(person, "DELETE", `${TEAM}/invitations/${id}`)).toMatchObject({ status: 409 });
});

test("who comes just after the one that was taken in hears that the invitation is gone, not that there is an account", async () => {
  const { person } = await team();
  const { token } = await invite(person);
  const users = await import("@/lib/domain/accounts/load-user");
  const find = users.findUserByEmail;
  vi.spyOn(users, "findUserByEmail").mockImplementationOnce(async (...asked) => {
    expect((await post("accept-invitation", { token, ...JO })).status).toBe(201);
    return find(...asked);
  });
  const late = await post("accept-invitation", { token, ...JO, password: "another pass phrase" });
  expect(late).toMatchObject({ status: 404, code: "INVITATION_NOT_FOUND" });
});

test("an account without a partner joins by its password, and keeps its names", async () => {
  const { partner, person } = await team();
  const known = await makePortalUser(db, { passwordHash, firstName: "Sam", role: "OWNER" });
  const { token } = await invite(person, known.email.toUpperCase(), "VIEWER");
  const before = await tokenFor(known);
  expect((await post("read-invitation", { token })).body.hasAccount).toBe(true);
  const wrong = await post("accept-invitation", { token, password: "another password" });
  expect(wrong).toMatchObject({ status: 401, code: "INVALID_CREDENTIALS" });
  const joined = await post("accept-invitation", { token, password: PASSWORD });
  expect(joined).toMatchObject({ status: 201, body: { user: { id: known.id, firstName: "Sam", role: "VIEWER" } } });
  const me = await mounted.call(withToken(before, { target: "/v1/partner/auth/me" }));
  expect(me.body).toMatchObject({ user: { role: "VIEWER" }, partner: { id: partner.id } });
});

test("an account of another partner stays there", async () => {
  const [ours, theirs] = [await team(), await makePartner(db)];
  const { email } = await makePortalUser(db, { passwordHash, partnerId: theirs.id });
  const { status, token } = await invite(ours.person, email);
  expect(status).toBe(201);
  const answer = await post("accept-invitation", { token, password: PASSWORD });
  expect(answer).toMatchObject({ status: 409, code: "USER_EXISTS" });
  const [row] = await db.select().from(portalUsers).where(eq(portalUsers.email, email));
  expect(row!.partnerId).toBe(theirs.id);
});

test("a new account needs names and a long password, and a refusal leaves the invitation open", async () => {
  const { token } = await invite((await team()).person);
  const refused = await post("accept-invitation", { token, password: "short" });
  expect(refused.body.details.map((each: { field: string }) => each.field)).toEqual([
    "firstName",
    "lastName",
    "password",
  ]);
  expect((await post("accept-invitation", { token, ...JO })).status).toBe(201);
});

test("an invitation ends after seven days, and then another can be sent", async () => {
  const { person } = await team();
  const { token, id, email } = await invite(person);
  expect((await invite(person, email)).code).toBe("USER_EXISTS");
  await db.update(invitations).set({ expiresAt: new Date() }).where(eq(invitations.id, id));
  expect(await post("accept-invitation", { token, ...JO })).toMatchObject({ status: 404 });
  expect((await ask(person, "GET", TEAM)).body.invitations).toMatchObject([{ id, isExpired: true }]);
  expect((await invite(person, email)).status).toBe(201);
});

test("of two invitations of one address at once one is sent", async () => {
  const { person } = await team();
  const email = newEmail();
  const both = await Promise.all([invite(person, email), invite(person, email)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  expect(await db.select().from(mails).where(eq(mails.recipient, email))).toHaveLength(1);
});

test("a withdrawn invitation and one of a partner that has ended open nothing", async () => {
  const { person } = await team();
  const withdrawn = await invite(person);
  expect((await ask(person, "DELETE", `${TEAM}/invitations/${withdrawn.id}`)).status).toBe(204);
  expect(await post("accept-invitation", { token: withdrawn.token, ...JO })).toMatchObject({ status: 404 });
  const ended = await makePartner(db, { status: "TERMINATED" });
  const late = await invite(person);
  await db.update(invitations).set({ partnerId: ended.id }).where(eq(invitations.id, late.id));
  expect(await post("accept-invitation", { token: late.token, ...JO })).toMatchObject({ status: 404 });
});

test.each(["ADMIN", "DEVELOPER", "VIEWER"] as const)("%s reads the team and changes nothing of it", async (role) => {
  const { partner, person } = await team(role);
  const owner = await makePortalUser(db, { partnerId: partner.id });
  const { id } = await invite(owner);
  expect((await ask(person, "GET", TEAM)).body.members).toHaveLength(2);
  for (const [method, target, body] of [
    ["POST", `${TEAM}/invitations`, { email: newEmail(), role: "OWNER" }],
    ["DELETE", `${TEAM}/invitations/${id}`, undefined],
    ["PATCH", `${TEAM}/${person.id}`, { role: "OWNER" }],
  ] as const) {
    expect(await ask(person, method, target, body)).toMatchObject({ status: 403, code: "FORBIDDEN" });
  }
});

test("a role and a closed account hold from the next request on, by the same token", async () => {
  const { partner, person } = await team();
  const member = await makePortalUser(db, { partnerId: partner.id, role: "VIEWER", passwordHash });
  const login = await post("login", { email: member.email, password: PASSWORD });
  const create = () =>
    mounted.call(
      withToken(login.body.accessToken, jsonCall("POST", "/v1/partner/keys", { name: "A", environment: "sandbox" })),
    );
  expect(await create()).toMatchObject({ status: 403 });
  expect((await ask(person, "PATCH", `${TEAM}/${member.id}`, { role: "DEVELOPER" })).body.role).toBe("DEVELOPER");
  expect((await create()).status).toBe(201);
  expect((await ask(person, "PATCH", `${TEAM}/${member.id}`, { disabled: true })).status).toBe(200);
  expect(await create()).toMatchObject({ status: 403, code: "ACCOUNT_DISABLED" });
  const refreshed = await post("refresh", { refreshToken: login.body.refreshToken });
  expect(refreshed).toMatchObject({ status: 401, code: "INVALID_TOKEN" });
});

test("the last owner stays, and of two who demote each other at once one does", async () => {
  const { partner, person } = await team();
  for (const change of [{ role: "ADMIN" }, { disabled: true }]) {
    const answer = await ask(person, "PATCH", `${TEAM}/${person.id}`, change);
    expect(answer).toMatchObject({ status: 409, code: "INVALID_STATE_TRANSITION" });
  }
  const other = await makePortalUser(db, { partnerId: partner.id });
  const answers = await Promise.all([
    ask(person, "PATCH", `${TEAM}/${other.id}`, { role: "VIEWER" }),
    ask(other, "PATCH", `${TEAM}/${person.id}`, { disabled: true }),
  ]);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const owners = await db
    .select()
    .from(portalUsers)
    .where(and(eq(portalUsers.partnerId, partner.id), eq(portalUsers.role, "OWNER")));
  expect(owners.filter(({ disabledAt }) => disabledAt === null)).toHaveLength(1);
});

test("another partner's team is neither listed nor changed", async () => {
  const [ours, theirs] = [await team(), await team()];
  const { id } = await invite(theirs.person);
  const listed = await ask(ours.person, "GET", TEAM);
  expect(listed.text).not.toContain(theirs.person.id);
  expect(listed.text).not.toContain(id);
  for (const [method, target, body] of [
    ["PATCH", `${TEAM}/${theirs.person.id}`, { disabled: true }],
    ["DELETE", `${TEAM}/invitations/${id}`, undefined],
  ] as const) {
    expect(await ask(ours.person, method, target, body)).toMatchObject({ status: 404 });
  }
});

test("notifications are the partner's own events, new until the person has seen them", async () => {
  const [ours, theirs] = [await team(), await team()];
  const tell = (partnerId: string, reason: string) =>
    inTransaction(testCtx(new Date()), (ctx) =>
      recordEvent(ctx, { partnerId, environment: null }, partnerStatusChanged, {
        ...{ partnerId, from: "ACTIVE", to: "SUSPENDED", reason },
      }),
    );
  await tell(ours.partner.id, "ours");
  await tell(theirs.partner.id, "theirs");
  const list = async (user = ours.person) => (await ask(user, "GET", "/v1/partner/notifications")).body;
  const first = await list();
  expect(first).toMatchObject({ unseen: 1, data: [{ isNew: true, environment: null, data: { reason: "ours" } }] });
  const seen = (upTo: string) => ask(ours.person, "POST", "/v1/partner/notifications/seen", { upTo });
  expect((await seen(first.data[0].at)).status).toBe(204);
  expect((await seen("2026-01-01T00:00:00.000Z")).status).toBe(204);
  expect(await list()).toMatchObject({ unseen: 0, data: [{ isNew: false }] });
  await seen("2999-01-01T00:00:00.000Z");
  await tell(ours.partner.id, "later");
  expect(await list()).toMatchObject({
    unseen: 1,
    data: [{ isNew: true, data: { reason: "later" } }, { isNew: false }],
  });
  expect(await list(await makePortalUser(db, { partnerId: ours.partner.id, createdAt: new Date() }))).toMatchObject({
    unseen: 0,
  });
});
