import { randomBytes } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { adminRecoveryCodes, adminTotp } from "@/db/schema/admin-access";
import { findAdmin } from "@/lib/domain/admins/load-admin";
import type { ConfirmTotp, RecoveryCodes, TotpEnrolment } from "@/lib/domain/admins/schemas";
import { hashRecoveryCode, spendTotpCode, totpPurpose } from "@/lib/domain/admins/second-factor";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type AdminCtx, inTransaction } from "@/lib/domain/context";
import { fail } from "@/lib/errors";
import { encryptSecret } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";
import { base32, newTotpSecret, totpUri } from "@/lib/platform/totp";

const RECOVERY_CODES = 10;
const RECOVERY_CODE_BYTES = 10;

/** Sixteen letters and digits in four groups. */
const newRecoveryCode = () => base32(randomBytes(RECOVERY_CODE_BYTES)).match(/.{4}/g)!.join("-");

/**
 * Draws a secret for an authenticator app; nothing asks for its codes before one is confirmed. Fails with
 * `invalid_state_transition` while a second factor is active.
 */
export async function beginTotp(ctx: AdminCtx): Promise<TotpEnrolment> {
  const { adminId } = ctx.actor;
  const admin = (await findAdmin(ctx.db, adminId)) ?? fail("invalid_token");
  const secret = newTotpSecret();
  const secretEncrypted = encryptSecret(env().keyRing, totpPurpose(adminId), secret);
  const begun = await ctx.db
    .insert(adminTotp)
    .values({ adminId, secretEncrypted, createdAt: ctx.now })
    .onConflictDoUpdate({
      target: adminTotp.adminId,
      set: { secretEncrypted, createdAt: ctx.now, lastUsedStep: null },
      setWhere: sql`${adminTotp.confirmedAt} is null`,
    })
    .returning({ adminId: adminTotp.adminId });
  if (begun.length === 0) {
    fail("invalid_state_transition", { message: "A second factor is active. Remove it to enrol another." });
  }
  return { secret, uri: totpUri(secret, admin.email) };
}

/**
 * Makes the second factor active by a code of it, which is thereby used up, and issues the recovery codes. Fails with
 * `invalid_state_transition` when nothing waits for it, or `validation_error`.
 */
export function confirmTotp(ctx: AdminCtx, input: ConfirmTotp): Promise<RecoveryCodes> {
  const { adminId } = ctx.actor;
  return inTransaction(ctx, async (ctx) => {
    const waiting = and(eq(adminTotp.adminId, adminId), isNull(adminTotp.confirmedAt));
    const [row] = await ctx.db.select().from(adminTotp).where(waiting).for("update");
    if (!row) fail("invalid_state_transition", { message: "No second factor waits to be confirmed." });
    if (!(await spendTotpCode(ctx, row, input.code))) {
      fail("validation_error", {
        details: [{ field: "code", issue: "is not the code that the app shows now; check the clock of the device" }],
      });
    }
    await ctx.db.update(adminTotp).set({ confirmedAt: ctx.now }).where(eq(adminTotp.adminId, adminId));
    const recoveryCodes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
    await ctx.db
      .insert(adminRecoveryCodes)
      .values(recoveryCodes.map((code) => ({ adminId, codeHash: hashRecoveryCode(code) })));
    await recordAudit(ctx, {
      action: "admin.totp_enrolled",
      targetType: "admin",
      targetId: adminId,
      partnerId: null,
      environment: null,
    });
    return { recoveryCodes };
  });
}
