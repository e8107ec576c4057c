import { inviteToPartner } from "@/lib/domain/accounts/invite-to-partner";
import { requireOwner } from "@/lib/domain/accounts/team/require-owner";
import type { InviteMember } from "@/lib/domain/accounts/team/schemas";
import { inTransaction, type UserCtx } from "@/lib/domain/context";
import { revokeInvitationOf } from "@/lib/domain/invitations/revoke-invitation";
import type { Invitation } from "@/lib/domain/invitations/schemas";

/** Invites an address to the team of the signed-in owner. */
export function inviteMember(ctx: UserCtx, input: InviteMember): Promise<Invitation> {
  const { id: partnerId } = requireOwner(ctx);
  return inTransaction(ctx, (ctx) => inviteToPartner(ctx, { ...input, partnerId, invitedBy: ctx.actor.userId }));
}

/** Withdraws an invitation to the team of the signed-in owner. */
export async function revokeInvitation(ctx: UserCtx, input: { invitationId: string }): Promise<void> {
  const { id: partnerId } = requireOwner(ctx);
  await revokeInvitationOf(ctx, { ...input, partnerId });
}
