import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { adminRecoveryCodes, adminTotp } from "@/db/schema/admin-access";
import { signInFailures } from "@/db/schema/partners";
import { auditRecords } from "@/db/schema/records";
import { type AdminRow, makeAdmin } from "@/db/testing/factories";
import { verifySignIn } from "@/lib/auth/verify-sign-in";
import { throttledAccount } from "@/lib/domain/accounts/require-password";
import { recordSignInFailure } from "@/lib/domain/accounts/sign-in-throttle";
import { connection } from "@/lib/domain/connection";
import { adminRoutes } from "@/lib/http/routes/admin";
import { env } from "@/lib/platform/env";
import { hashPassword } from "@/lib/platform/passwords";
import { codeOf, giveTotp } from "@/lib/testing/admin-calls/own-account";
import { signInAdmin } from "@/lib/testing/admins";
import { testCtx } from "@/lib/testing/context";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { jsonCall } from "@/lib/testing/sign";
import { withToken } from "@/lib/testing/worlds";

const db = connection();
const PASSWORD = "correct horse battery";
const AUTH = "/api/v1/admin/auth";

let mounted: Mounted;
let passwordHash: string;
beforeAll(async () => {
  [mounted, passwordHash] = await Promise.all([mounts[0]!.start(adminRoutes), hashPassword(PASSWORD)]);
});
afterAll(() => mounted.close());
afterEach(() => {
  vi.restoreAllMocks();
});

const login = ({ email }: AdminRow, totp?: string, password = PASSWORD) =>
  mounted.call(jsonCall("POST", `${AUTH}/login`, { email, password, totp }));
const failures = async ({ email }: AdminRow) =>
  (
    await db
      .select()
      .from(signInFailures)
      .where(eq(signInFailures.subject, throttledAccount(email)))
  ).length;
const REFUSED = { status: 401, code: "INVALID_CREDENTIALS" };

async function enrolled() {
  const admin = await makeAdmin(db, { passwordHash });
  return { admin, secret: await giveTotp(admin.id) };
}

/** Enrols as a person does; the app's next code is the first that is free. */
async function enrol(token: string) {
  const begun = await mounted.call(withToken(token, jsonCall("POST", `${AUTH}/totp`)));
  const { secret } = begun.body as { secret: string };
  const confirmed = await mounted.call(
    withToken(token, jsonCall("POST", `${AUTH}/totp/confirm`, { code: codeOf(secret) })),
  );
  return { begun, confirmed, secret };
}

test("a second factor is asked for once a code of it was confirmed, and the secret is nowhere in clear", async () => {
  const { admin, token } = await signInAdmin({ passwordHash });
  const begun = await mounted.call(withToken(token, jsonCall("POST", `${AUTH}/totp`)));
  expect(begun).toMatchObject({
    status: 201,
    body: { secret: expect.stringMatching(/^[A-Z2-7]{32}$/), uri: expect.stringContaining("otpauth://totp/Portico:") },
  });
  expect((await login(admin)).status).toBe(200);
  const confirm = (code: string) => mounted.call(withToken(token, jsonCall("POST", `${AUTH}/totp/confirm`, { code })));
  expect(await confirm(codeOf(begun.body.secret, 5))).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
  const confirmed = await confirm(codeOf(begun.body.secret));
  expect(confirmed.status).toBe(200);
  expect(new Set(confirmed.body.recoveryCodes).size).toBe(10);
  expect(await login(admin)).toMatchObject({ status: 401, code: "TOTP_REQUIRED" });

  const me = await mounted.call(withToken(token, { target: `${AUTH}/me` }));
  expect(me.body.secondFactor).toEqual({ active: true, required: false, recoveryCodesLeft: 10 });
  expect(await confirm(codeOf(begun.body.secret, 1))).toMatchObject({ status: 409 });
  expect(await mounted.call(withToken(token, jsonCall("POST", `${AUTH}/totp`)))).toMatchObject({ status: 409 });
  const kept = JSON.stringify([
    await db.select().from(adminTotp).where(eq(adminTotp.adminId, admin.id)),
    await db.select().from(adminRecoveryCodes).where(eq(adminRecoveryCodes.adminId, admin.id)),
    await db.select().from(auditRecords).where(eq(auditRecords.targetId, admin.id)),
  ]);
  for (const secret of [begun.body.secret, ...confirmed.body.recoveryCodes]) expect(kept).not.toContain(secret);
  expect(kept).toContain("admin.totp_enrolled");
});

test("without the password nobody learns that there is a second factor", async () => {
  const { admin, secret } = await enrolled();
  expect(await login(admin, undefined, "wrong password")).toMatchObject(REFUSED);
  expect(await login(admin, codeOf(secret), "wrong password")).toMatchObject(REFUSED);
  // The code was not used up by an attempt that failed before it.
  expect((await login(admin, codeOf(secret))).status).toBe(200);
});

test("a code works once, and none before it works afterwards", async () => {
  const { admin, secret } = await enrolled();
  expect((await login(admin, codeOf(secret))).status).toBe(200);
  expect(await login(admin, codeOf(secret))).toMatchObject(REFUSED);
  expect(await login(admin, codeOf(secret, -1))).toMatchObject(REFUSED);
  expect((await login(admin, codeOf(secret, 1))).status).toBe(200);
});

test("one code in many hands at once lets one in", async () => {
  const { admin, secret } = await enrolled();
  const answers = await Promise.all(Array.from({ length: 6 }, () => login(admin, codeOf(secret))));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

test("the code that confirmed the enrolment is used up by it", async () => {
  const { admin, token } = await signInAdmin({ passwordHash });
  const { secret } = await enrol(token);
  expect(await login(admin, codeOf(secret))).toMatchObject(REFUSED);
  expect((await login(admin, codeOf(secret, 1))).status).toBe(200);
});

test("wrong codes count as wrong passwords do, and the tenth closes the account to the right one", async () => {
  const { admin, secret } = await enrolled();
  expect(await login(admin, "000000")).toMatchObject(REFUSED);
  expect(await failures(admin)).toBe(1);
  // The right password alone takes nothing back.
  expect(await login(admin)).toMatchObject({ code: "TOTP_REQUIRED" });
  expect(await failures(admin)).toBe(1);
  await recordSignInFailure(testCtx(new Date()), Array(9).fill(throttledAccount(admin.email)));
  expect(await login(admin, codeOf(secret))).toMatchObject({ status: 429 });
});

test("a sign-in with both factors clears the count", async () => {
  const { admin, secret } = await enrolled();
  expect(await login(admin, "000000")).toMatchObject(REFUSED);
  expect((await login(admin, codeOf(secret))).status).toBe(200);
  expect(await failures(admin)).toBe(0);
});

test("each recovery code works once, however it is typed", async () => {
  const { admin, token } = await signInAdmin({ passwordHash });
  const { confirmed } = await enrol(token);
  const [one, two] = confirmed.body.recoveryCodes as string[];
  const answers = await Promise.all([login(admin, one), login(admin, one)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401]);
  expect((await login(admin, two!.toLowerCase().replaceAll("-", " "))).status).toBe(200);
  const me = await mounted.call(withToken(token, { target: `${AUTH}/me` }));
  expect(me.body.secondFactor.recoveryCodesLeft).toBe(8);
});

test("another administrator's code and recovery code open nothing", async () => {
  const [one, other] = [await enrolled(), await signInAdmin({ passwordHash })];
  const { confirmed, secret } = await enrol(other.token);
  expect(await login(one.admin, codeOf(secret, 1))).toMatchObject(REFUSED);
  expect(await login(one.admin, confirmed.body.recoveryCodes[0])).toMatchObject(REFUSED);
});

test("the sign-in page asks as the API does", async () => {
  const { admin, secret } = await enrolled();
  const login = { email: admin.email, password: PASSWORD };
  const ctx = testCtx(new Date());
  await expect(verifySignIn(ctx, login)).rejects.toMatchObject({ code: "totp_required" });
  await expect(verifySignIn(ctx, { ...login, totp: "000000" })).rejects.toMatchObject({ code: "invalid_credentials" });
  expect(await verifySignIn(ctx, { ...login, totp: codeOf(secret) })).toMatchObject({ kind: "admin" });
});

test("it is removed by a code or the password, and by neither's guess", async () => {
  const { admin, token } = await signInAdmin({ passwordHash });
  const remove = (proof: object) => mounted.call(withToken(token, jsonCall("DELETE", `${AUTH}/totp`, proof)));
  expect(await remove({ password: PASSWORD })).toMatchObject({ status: 409 });
  const secret = await giveTotp(admin.id);
  expect(await remove({})).toMatchObject({ status: 400 });
  expect(await remove({ code: "000000" })).toMatchObject(REFUSED);
  expect(await remove({ password: "wrong password" })).toMatchObject(REFUSED);
  expect(await failures(admin)).toBe(2);
  expect((await remove({ code: codeOf(secret) })).status).toBe(204);
  expect((await login(admin)).status).toBe(200);
  await giveTotp(admin.id);
  expect((await remove({ password: PASSWORD })).status).toBe(204);
});

test("where it is required, nothing but the own account is open before it is active", async () => {
  vi.spyOn(await import("@/lib/platform/env"), "env").mockReturnValue({ ...env(), adminTotpRequired: true });
  const { admin, token } = await signInAdmin({ passwordHash });
  const partners = { target: "/api/v1/admin/partners" };
  expect((await login(admin)).status).toBe(200);
  expect(await mounted.call(withToken(token, partners))).toMatchObject({
    status: 403,
    code: "TOTP_ENROLMENT_REQUIRED",
  });
  for (const path of ["me", "sessions"]) {
    expect((await mounted.call(withToken(token, { target: `${AUTH}/${path}` }))).status).toBe(200);
  }
  expect((await enrol(token)).confirmed.status).toBe(200);
  expect((await mounted.call(withToken(token, partners))).status).toBe(200);
});
