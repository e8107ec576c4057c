import { emailVerifications, portalUsers } from "@/db/schema/partners";
import { findUserByEmail, type UserRow } from "@/lib/domain/accounts/load-user";
import type { LoginResult, Register, VerificationSent } from "@/lib/domain/accounts/schemas";
import { openSession } from "@/lib/domain/accounts/session";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type Ctx, type InTx, inTransaction } from "@/lib/domain/context";
import { queueMail } from "@/lib/domain/mail/queue-mail";
import { HOUR_MS } from "@/lib/domain/shared/duration";
import { fail } from "@/lib/errors";
import { sha256Hex } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";
import { newObjectId, newSecretHex } from "@/lib/platform/ids";
import { hashPassword } from "@/lib/platform/passwords";

const VERIFICATION_HOURS = 24;

async function insertUser(ctx: InTx<Ctx>, input: Register, passwordHash: string): Promise<UserRow | null> {
  const [user] = await ctx.db
    .insert(portalUsers)
    .values({
      id: newObjectId(),
      email: input.email.trim(),
      passwordHash,
      firstName: input.firstName,
      lastName: input.lastName,
      organizationName: input.organizationName,
      role: "OWNER",
      emailVerifiedAt: null,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning();
  if (!user) return null;
  await recordAudit(ctx, {
    action: "portal_user.registered",
    targetType: "portal_user",
    targetId: user.id,
    partnerId: null,
    environment: null,
    after: { organizationName: user.organizationName },
  });
  return user;
}

async function sendVerification(ctx: InTx<Ctx>, user: UserRow): Promise<void> {
  const token = newSecretHex();
  await ctx.db.insert(emailVerifications).values({
    tokenHash: sha256Hex(token),
    userId: user.id,
    createdAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + VERIFICATION_HOURS * HOUR_MS),
  });
  await queueMail(ctx, {
    to: user.email,
    template: "confirmAddress",
    facts: {
      firstName: user.firstName,
      href: `${env().publicBaseUrl}/verify-email?token=${token}`,
      validHours: VERIFICATION_HOURS,
    },
  });
}

/** Tells the owner of a taken address, so that the answer itself can say the same to everyone. */
async function sendTakenNotice(ctx: InTx<Ctx>, recipient: string): Promise<void> {
  await queueMail(ctx, {
    to: recipient,
    template: "accountExists",
    facts: { href: `${env().publicBaseUrl}/sign-in` },
  });
}

/**
 * Opens a portal account. With verification required, new and taken addresses get the same answer and a mail each, so
 * that addresses cannot be probed. Fails with `user_exists` otherwise, and `forbidden` while self-service is off.
 */
export async function register(ctx: Ctx, input: Register): Promise<LoginResult | VerificationSent> {
  if (!env().selfServiceSandboxEnabled) {
    fail("forbidden", { message: "Sign-up is closed. Accounts are opened by invitation." });
  }
  const passwordHash = await hashPassword(input.password);
  return inTransaction(ctx, async (ctx) => {
    const taken = await findUserByEmail(ctx.db, input.email);
    const user = taken ? null : await insertUser(ctx, input, passwordHash);
    if (env().requireEmailVerification) {
      if (user) await sendVerification(ctx, user);
      else await sendTakenNotice(ctx, input.email);
      return { status: "VERIFICATION_SENT" } as const;
    }
    if (!user) fail("user_exists", { message: "An account with this e-mail address exists. Sign in instead." });
    return openSession(ctx, user);
  });
}
