import { and, eq, isNull, lte, sql } from "drizzle-orm";
import { invitations } from "@/db/schema/invitations";
import type { AdminRole } from "@/lib/domain/admins/schemas";
import type { Ctx, InTx } from "@/lib/domain/context";
import { INVITATION_DAYS } from "@/lib/domain/invitations/schemas";
import type { PartnerRole } from "@/lib/domain/keys/scopes";
import { DAY_MS } from "@/lib/domain/shared/duration";
import { fail } from "@/lib/errors";
import { sha256Hex } from "@/lib/platform/crypto";
import { newObjectId, newSecretHex } from "@/lib/platform/ids";

export type InvitationRow = typeof invitations.$inferSelect;

/** Which team, and as what. */
export type Place = { partnerId: string; partnerRole: PartnerRole } | { partnerId: null; adminRole: AdminRole };

/** Neither accepted nor revoked. */
export const isOpen = and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt));

/** The invitations of one team; null is the platform's own. */
export const ofTeam = (partnerId: string | null) =>
  partnerId === null ? isNull(invitations.partnerId) : eq(invitations.partnerId, partnerId);

/**
 * A new invitation with its token, which is nowhere else. One that has expired makes room for it. Fails with
 * `user_exists` while the address has an open one of this team.
 */
export async function addInvitation(
  ctx: InTx<Ctx>,
  input: { email: string; place: Place; invitedBy: string },
): Promise<{ invitation: InvitationRow; token: string }> {
  const { place, invitedBy } = input;
  const email = input.email.trim();
  const ofAddress = eq(sql`lower(${invitations.email})`, email.toLowerCase());
  await ctx.db
    .update(invitations)
    .set({ revokedAt: ctx.now })
    .where(and(ofTeam(place.partnerId), ofAddress, isOpen, lte(invitations.expiresAt, ctx.now)));
  const token = newSecretHex();
  const [invitation] = await ctx.db
    .insert(invitations)
    .values({
      id: newObjectId(),
      tokenHash: sha256Hex(token),
      email,
      ...place,
      invitedBy,
      createdAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + INVITATION_DAYS * DAY_MS),
    })
    .onConflictDoNothing()
    .returning();
  if (!invitation) {
    fail("user_exists", { message: "This address is invited already. Withdraw that invitation to send another." });
  }
  return { invitation, token };
}
