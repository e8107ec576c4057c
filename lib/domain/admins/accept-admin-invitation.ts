import { admins } from "@/db/schema/partners";
import { presentAdmin } from "@/lib/domain/admins/present-admin";
import type { AcceptAdminInvitation, Admin, AdminInvitationOffer } from "@/lib/domain/admins/schemas";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type Ctx, inTransaction } from "@/lib/domain/context";
import { findInvitation, takeInvitation } from "@/lib/domain/invitations/find-invitation";
import type { InvitationToken } from "@/lib/domain/invitations/schemas";
import { fail } from "@/lib/errors";
import { newObjectId } from "@/lib/platform/ids";
import { hashPassword } from "@/lib/platform/passwords";

/** What an invitation to the platform's team offers. Fails with `invitation_not_found`. */
export async function readAdminInvitation(ctx: Ctx, input: InvitationToken): Promise<AdminInvitationOffer> {
  const { email, adminRole, expiresAt } = await findInvitation(ctx, { ...input, team: "platform" });
  return { email, role: adminRole!, expiresAt: expiresAt.toISOString() };
}

/** Opens an administrator's account by an invitation, once. Fails with `invitation_not_found` or `user_exists`. */
export async function acceptAdminInvitation(ctx: Ctx, input: AcceptAdminInvitation): Promise<{ admin: Admin }> {
  const named = { token: input.token, team: "platform" } as const;
  await findInvitation(ctx, named);
  const passwordHash = await hashPassword(input.password);
  return inTransaction(ctx, async (ctx) => {
    const { id: invitationId, email, adminRole, invitedBy } = await takeInvitation(ctx, named);
    const [admin] = await ctx.db
      .insert(admins)
      .values({ id: newObjectId(), email, passwordHash, role: adminRole!, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning();
    if (!admin) fail("user_exists", { message: "This address belongs to an administrator already." });
    await recordAudit(ctx, {
      action: "admin.created",
      targetType: "admin",
      targetId: admin.id,
      partnerId: null,
      environment: null,
      after: { email, role: admin.role, invitationId, invitedBy },
    });
    return { admin: presentAdmin(admin) };
  });
}
