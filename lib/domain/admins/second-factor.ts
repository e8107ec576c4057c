import { and, count, eq, isNotNull, isNull, lt, or } from "drizzle-orm";
import { adminRecoveryCodes, adminTotp } from "@/db/schema/admin-access";
import { throttleOf } from "@/lib/domain/accounts/require-password";
import { beginSignIn, takeBackSignIn } from "@/lib/domain/accounts/sign-in-throttle";
import type { AdminRow } from "@/lib/domain/admins/load-admin";
import type { Ctx } from "@/lib/domain/context";
import { fail } from "@/lib/errors";
import { decryptSecret, sha256Hex } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";
import { matchTotpStep } from "@/lib/platform/totp";

type TotpRow = typeof adminTotp.$inferSelect;

/** What an administrator's secret is bound to in its ciphertext. */
export const totpPurpose = (adminId: string) => `admin_totp:${adminId}:secret`;

/** Of a recovery code, however it is typed. Eighty random bits: a fast hash keeps them. */
export const hashRecoveryCode = (code: string) => sha256Hex(code.toUpperCase().replace(/[^A-Z0-9]/g, ""));

/** The confirmed second factor; null while there is none. */
export async function findTotp(ctx: Ctx, adminId: string): Promise<TotpRow | null> {
  const confirmed = and(eq(adminTotp.adminId, adminId), isNotNull(adminTotp.confirmedAt));
  const [row] = await ctx.db.select().from(adminTotp).where(confirmed);
  return row ?? null;
}

export async function countRecoveryCodes(ctx: Ctx, adminId: string): Promise<number> {
  const left = and(eq(adminRecoveryCodes.adminId, adminId), isNull(adminRecoveryCodes.usedAt));
  const [counted] = await ctx.db.select({ n: count() }).from(adminRecoveryCodes).where(left);
  return counted!.n;
}

/**
 * Whether this is a code of the app, which is then used up with every earlier one: of any number who present it, in
 * whatever process, one is told so.
 */
export async function spendTotpCode(ctx: Ctx, row: TotpRow, code: string): Promise<boolean> {
  const { adminId } = row;
  const secret = decryptSecret(env().keyRing, totpPurpose(adminId), row.secretEncrypted);
  const step = matchTotpStep(secret, code, ctx.now);
  if (step === null) return false;
  const fresh = or(isNull(adminTotp.lastUsedStep), lt(adminTotp.lastUsedStep, step));
  const spent = await ctx.db
    .update(adminTotp)
    .set({ lastUsedStep: step })
    .where(and(eq(adminTotp.adminId, adminId), eq(adminTotp.secretEncrypted, row.secretEncrypted), fresh))
    .returning({ adminId: adminTotp.adminId });
  return spent.length > 0;
}

async function spendRecoveryCode(ctx: Ctx, adminId: string, code: string): Promise<boolean> {
  const { codeHash, usedAt } = adminRecoveryCodes;
  const mine = and(eq(adminRecoveryCodes.adminId, adminId), eq(codeHash, hashRecoveryCode(code)), isNull(usedAt));
  const spent = await ctx.db.update(adminRecoveryCodes).set({ usedAt: ctx.now }).where(mine).returning({ codeHash });
  return spent.length > 0;
}

/**
 * Uses a code of the app or a recovery code up. A wrong one counts as a failed sign-in does, for the account and the
 * address, before it is tried. Fails with `invalid_credentials` or `rate_limit_exceeded`.
 */
export async function requireCode(ctx: Ctx, admin: AdminRow, row: TotpRow, code: string): Promise<void> {
  const attempt = await beginSignIn(ctx, throttleOf(ctx, admin.email));
  if (!(await spendTotpCode(ctx, row, code)) && !(await spendRecoveryCode(ctx, admin.id, code))) {
    fail("invalid_credentials", { message: "The code is wrong, or was used before." });
  }
  await takeBackSignIn(ctx, attempt);
}

/**
 * Asks for the second factor where one is enrolled; called once the password was right. Fails with `totp_required`,
 * `invalid_credentials` or `rate_limit_exceeded`.
 */
export async function requireSecondFactor(ctx: Ctx, admin: AdminRow, code: string | undefined): Promise<void> {
  const row = await findTotp(ctx, admin.id);
  if (!row) return;
  if (code === undefined || code === "") fail("totp_required");
  await requireCode(ctx, admin, row, code);
}
