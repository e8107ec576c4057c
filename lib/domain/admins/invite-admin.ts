import { findAdminByEmail } from "@/lib/domain/admins/load-admin";
import type { AdminInvitation, InviteAdmin } from "@/lib/domain/admins/schemas";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type AdminCtx, inTransaction } from "@/lib/domain/context";
import { addInvitation } from "@/lib/domain/invitations/add-invitation";
import { presentAdminInvitation } from "@/lib/domain/invitations/present-invitation";
import { revokeInvitationOf } from "@/lib/domain/invitations/revoke-invitation";
import { INVITATION_DAYS } from "@/lib/domain/invitations/schemas";
import { queueMail } from "@/lib/domain/mail/queue-mail";
import { fail } from "@/lib/errors";
import { env } from "@/lib/platform/env";

/** Invites an address to the platform's team, by mail. Fails with `user_exists`. */
export function inviteAdmin(ctx: AdminCtx, input: InviteAdmin): Promise<AdminInvitation> {
  const { email, role, reason } = input;
  return inTransaction(ctx, async (ctx) => {
    if (await findAdminByEmail(ctx.db, email)) {
      fail("user_exists", { message: "This address belongs to an administrator already." });
    }
    const place = { partnerId: null, adminRole: role };
    const { invitation, token } = await addInvitation(ctx, { email, place, invitedBy: ctx.actor.adminId });
    await queueMail(ctx, {
      to: invitation.email,
      template: "adminInvited",
      facts: { role, href: `${env().publicBaseUrl}/invitation/admin?token=${token}`, validDays: INVITATION_DAYS },
    });
    await recordAudit(ctx, {
      action: "admin.invited",
      targetType: "invitation",
      targetId: invitation.id,
      partnerId: null,
      environment: null,
      after: { email: invitation.email, role },
      reason,
    });
    return presentAdminInvitation(invitation, ctx.now);
  });
}

/** Withdraws an invitation to the platform's team. */
export function revokeAdminInvitation(ctx: AdminCtx, input: { invitationId: string; reason: string }): Promise<void> {
  return revokeInvitationOf(ctx, { ...input, partnerId: null });
}
