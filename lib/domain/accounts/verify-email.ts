import { and, eq, gt, isNull } from "drizzle-orm";
import { emailVerifications, portalUsers } from "@/db/schema/partners";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type Ctx, inTransaction } from "@/lib/domain/context";
import { fail } from "@/lib/errors";
import { changeListener } from "@/lib/platform/change-listener";
import { sha256Hex } from "@/lib/platform/crypto";

/** Confirms an address by the token of its mail, once. Fails with `invalid_token` when it is unknown, used or old. */
export async function verifyEmail(ctx: Ctx, input: { token: string }): Promise<{ id: string; email: string }> {
  const user = await inTransaction(ctx, async (ctx) => {
    const [used] = await ctx.db
      .update(emailVerifications)
      .set({ usedAt: ctx.now })
      .where(
        and(
          eq(emailVerifications.tokenHash, sha256Hex(input.token)),
          isNull(emailVerifications.usedAt),
          gt(emailVerifications.expiresAt, ctx.now),
        ),
      )
      .returning({ userId: emailVerifications.userId });
    if (!used) fail("invalid_token");
    const [verified] = await ctx.db
      .update(portalUsers)
      .set({ emailVerifiedAt: ctx.now, updatedAt: ctx.now })
      .where(eq(portalUsers.id, used.userId))
      .returning({ id: portalUsers.id, email: portalUsers.email, partnerId: portalUsers.partnerId });
    await recordAudit(ctx, {
      action: "portal_user.email_verified",
      targetType: "portal_user",
      targetId: verified!.id,
      partnerId: verified!.partnerId,
      environment: null,
    });
    return verified!;
  });
  changeListener().emit(`user:${user.id}`);
  return user;
}
