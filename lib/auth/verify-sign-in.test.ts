import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { admins, portalUsers, signInFailures } from "@/db/schema/partners";
import { makeAdmin, makePortalUser } from "@/db/testing/factories";
import { verifySignIn } from "@/lib/auth/verify-sign-in";
import { throttledAccount } from "@/lib/domain/accounts/require-password";
import { recordSignInFailure } from "@/lib/domain/accounts/sign-in-throttle";
import { connection } from "@/lib/domain/connection";
import { newObjectId } from "@/lib/platform/ids";
import { hashPassword } from "@/lib/platform/passwords";
import { testCtx } from "@/lib/testing/context";

const db = connection();
const now = new Date("2026-03-01T12:00:00.000Z");
const PASSWORD = "correct horse battery";
const OTHER = "another correct horse";

/** A visitor from an address of his own. */
const visitor = () => ({ ...testCtx(now), actor: { type: "anonymous" as const, address: `test-${newObjectId()}` } });
const signIn = (email: string, password = PASSWORD) => verifySignIn(visitor(), { email, password });
const failuresOf = (email: string) =>
  db
    .select()
    .from(signInFailures)
    .where(eq(signInFailures.subject, throttledAccount(email)));

let passwordHash: string;
let otherHash: string;
beforeAll(async () => {
  [passwordHash, otherHash] = await Promise.all([hashPassword(PASSWORD), hashPassword(OTHER)]);
});

test("one form lets in people of partners and administrators, and says which they are", async () => {
  const [user, admin] = await Promise.all([makePortalUser(db, { passwordHash }), makeAdmin(db, { passwordHash })]);
  expect(await signIn(user.email)).toEqual({ kind: "partner", id: user.id, email: user.email });
  expect(await signIn(admin.email)).toEqual({ kind: "admin", id: admin.id, email: admin.email });
  expect(await failuresOf(admin.email)).toEqual([]);
});

test("an address that belongs to both opens what the password belongs to", async () => {
  const { email } = await makeAdmin(db, { passwordHash });
  await makePortalUser(db, { email, passwordHash: otherHash });
  expect(await signIn(email)).toMatchObject({ kind: "admin" });
  expect(await signIn(email, OTHER)).toMatchObject({ kind: "partner" });
  await expect(signIn(email, "wrong password")).rejects.toMatchObject({ code: "invalid_credentials" });
});

test("a failure counts once, whatever the address is", async () => {
  const addresses = [
    (await makeAdmin(db, { passwordHash })).email,
    (await makePortalUser(db, { passwordHash })).email,
    `nobody-${newObjectId()}@example.org`,
  ];
  for (const email of addresses) {
    await expect(signIn(email, "wrong password")).rejects.toMatchObject({ code: "invalid_credentials" });
    expect(await failuresOf(email)).toHaveLength(1);
  }
});

test("ten failures close the form to an administrator, and a sign-in that works clears them", async () => {
  const { email } = await makeAdmin(db, { passwordHash });
  const fail = (times: number) => recordSignInFailure(visitor(), Array(times).fill(throttledAccount(email)));
  await fail(9);
  expect(await signIn(email)).toMatchObject({ kind: "admin" });
  await fail(10);
  await expect(signIn(email)).rejects.toMatchObject({ code: "rate_limit_exceeded" });
});

test("a hash that cost less to make is made anew by the next sign-in, of its own account alone", async () => {
  const former = "$scrypt$ln=3,r=8,p=1$AAECAwQFBgcICQoLDA0ODw$diZeSEbFD+Z7I7YSdF2yKJv5T/BFiS+oiCOETh/E/t0";
  const [user, admin, other] = await Promise.all([
    makePortalUser(db, { passwordHash: former }),
    makeAdmin(db, { passwordHash: former }),
    makePortalUser(db, { passwordHash: former }),
  ]);
  for (const { email } of [user, admin]) await signIn(email);
  const [[ofUser], [ofAdmin], [ofOther]] = await Promise.all([
    db.select().from(portalUsers).where(eq(portalUsers.id, user.id)),
    db.select().from(admins).where(eq(admins.id, admin.id)),
    db.select().from(portalUsers).where(eq(portalUsers.id, other.id)),
  ]);
  for (const renewed of [ofUser, ofAdmin]) expect(renewed!.passwordHash).not.toBe(former);
  expect(ofOther!.passwordHash).toBe(former);
  for (const { email } of [user, admin]) await signIn(email);
});

test("a closed account is told so, to its own password only", async () => {
  const { email } = await makeAdmin(db, { passwordHash, disabledAt: now });
  await expect(signIn(email)).rejects.toMatchObject({ code: "account_disabled" });
  await expect(signIn(email, "wrong password")).rejects.toMatchObject({ code: "invalid_credentials" });
});
