import { inviteToPartner } from "@/lib/domain/accounts/invite-to-partner";
import { type AdminCtx, inTransaction } from "@/lib/domain/context";
import type { InvitePortalUser } from "@/lib/domain/giving/partner-team/schemas";
import { requirePartner } from "@/lib/domain/giving/pool-administration/find-partner-pool";
import type { Invitation } from "@/lib/domain/invitations/schemas";

/**
 * Invites somebody to a partner's team. Fails with `partner_not_found`, `user_exists`, or `invalid_state_transition` once
 * the partner is terminated.
 */
export function invitePortalUser(ctx: AdminCtx, input: { id: string } & InvitePortalUser): Promise<Invitation> {
  const { id: partnerId, ...invited } = input;
  return inTransaction(ctx, async (ctx) => {
    await requirePartner(ctx, partnerId, "write");
    return inviteToPartner(ctx, { ...invited, partnerId, invitedBy: ctx.actor.adminId });
  });
}
