import { eq } from "drizzle-orm";
import { partners } from "@/db/schema/partners";
import { findUserByEmail } from "@/lib/domain/accounts/load-user";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import type { Ctx, InTx } from "@/lib/domain/context";
import { addInvitation } from "@/lib/domain/invitations/add-invitation";
import { presentInvitation } from "@/lib/domain/invitations/present-invitation";
import { INVITATION_DAYS, type Invitation } from "@/lib/domain/invitations/schemas";
import type { PartnerRole } from "@/lib/domain/keys/scopes";
import { queueMail } from "@/lib/domain/mail/queue-mail";
import { fail } from "@/lib/errors";
import { env } from "@/lib/platform/env";

export type InviteToPartner = {
  partnerId: string;
  email: string;
  role: PartnerRole;
  /** Who invites: an administrator's id or that of a person of the partner. */
  invitedBy: string;
  /** Administrators give one. */
  reason?: string;
};

/**
 * Invites an address to a partner's team, by mail. People may accept while self-service is off. Fails with
 * `partner_not_found`, or `user_exists` for one of the team and for an address that is invited already. That an address
 * belongs to another partner shows only when it accepts: whoever invites could probe addresses otherwise.
 */
export async function inviteToPartner(ctx: InTx<Ctx>, input: InviteToPartner): Promise<Invitation> {
  const { partnerId, email, role, invitedBy, reason } = input;
  const [partner] = await ctx.db.select({ name: partners.name }).from(partners).where(eq(partners.id, partnerId));
  if (!partner) fail("partner_not_found", { message: "No such partner." });
  const known = await findUserByEmail(ctx.db, email);
  if (known?.partnerId === partnerId) fail("user_exists", { message: "This address belongs to the team already." });
  const place = { partnerId, partnerRole: role };
  const { invitation, token } = await addInvitation(ctx, { email, place, invitedBy });
  await queueMail(ctx, {
    to: invitation.email,
    template: "partnerInvited",
    facts: {
      partnerName: partner.name,
      role,
      href: `${env().publicBaseUrl}/invitation?token=${token}`,
      validDays: INVITATION_DAYS,
    },
  });
  await recordAudit(ctx, {
    action: "portal_user.invited",
    targetType: "invitation",
    targetId: invitation.id,
    partnerId,
    environment: null,
    after: { email: invitation.email, role },
    reason,
  });
  return presentInvitation(invitation, ctx.now);
}
