import { and, eq, gt, isNotNull, isNull } from "drizzle-orm";
import { invitations } from "@/db/schema/invitations";
import type { Ctx, InTx } from "@/lib/domain/context";
import { type InvitationRow, isOpen } from "@/lib/domain/invitations/add-invitation";
import { fail } from "@/lib/errors";
import { sha256Hex } from "@/lib/platform/crypto";

/** Which team somebody is said to be invited to; an invitation to the other kind is as good as none. */
export type TeamKind = "partner" | "platform";

const standing = (ctx: Ctx, { token, team }: { token: string; team: TeamKind }) =>
  and(
    eq(invitations.tokenHash, sha256Hex(token)),
    team === "partner" ? isNotNull(invitations.partnerId) : isNull(invitations.partnerId),
    isOpen,
    gt(invitations.expiresAt, ctx.now),
  );

/** The open invitation of a token. Fails with `invitation_not_found`: unknown, used, withdrawn and expired alike. */
export async function findInvitation(ctx: Ctx, named: { token: string; team: TeamKind }): Promise<InvitationRow> {
  const [row] = await ctx.db.select().from(invitations).where(standing(ctx, named));
  return row ?? fail("invitation_not_found");
}

/** Uses an invitation up, once, in the transaction of what it opens. Fails with `invitation_not_found`. */
export async function takeInvitation(ctx: InTx<Ctx>, named: { token: string; team: TeamKind }): Promise<InvitationRow> {
  const [row] = await ctx.db.update(invitations).set({ acceptedAt: ctx.now }).where(standing(ctx, named)).returning();
  return row ?? fail("invitation_not_found");
}
