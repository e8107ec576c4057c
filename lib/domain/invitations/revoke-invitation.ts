import { and, eq, isNotNull } from "drizzle-orm";
import { invitations } from "@/db/schema/invitations";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type Ctx, inTransaction } from "@/lib/domain/context";
import { isOpen, ofTeam } from "@/lib/domain/invitations/add-invitation";
import { fail } from "@/lib/errors";

export type RevokeInvitationOf = { invitationId: string; partnerId: string | null; reason?: string };

/**
 * Withdraws an invitation of one team: its link opens nothing any more. Repeating it changes nothing. Fails with
 * `invitation_not_found`, or `invalid_state_transition` once it was accepted.
 */
export function revokeInvitationOf(ctx: Ctx, input: RevokeInvitationOf): Promise<void> {
  const { invitationId, partnerId, reason } = input;
  const named = and(eq(invitations.id, invitationId), ofTeam(partnerId));
  return inTransaction(ctx, async (ctx) => {
    const [revoked] = await ctx.db
      .update(invitations)
      .set({ revokedAt: ctx.now })
      .where(and(named, isOpen))
      .returning({ email: invitations.email });
    if (!revoked) {
      const [known] = await ctx.db
        .select({ accepted: isNotNull(invitations.acceptedAt) })
        .from(invitations)
        .where(named);
      if (!known) fail("invitation_not_found");
      if (known.accepted) fail("invalid_state_transition", { message: "This invitation was accepted." });
      return;
    }
    await recordAudit(ctx, {
      action: partnerId === null ? "admin.invitation_revoked" : "portal_user.invitation_revoked",
      targetType: "invitation",
      targetId: invitationId,
      partnerId,
      environment: null,
      before: { email: revoked.email },
      reason,
    });
  });
}
