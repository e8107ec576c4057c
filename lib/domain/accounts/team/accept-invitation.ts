import { and, eq, isNull } from "drizzle-orm";
import { portalUsers } from "@/db/schema/partners";
import { findUserByEmail, type UserRow } from "@/lib/domain/accounts/load-user";
import { requirePassword } from "@/lib/domain/accounts/require-password";
import type { LoginResult } from "@/lib/domain/accounts/schemas";
import { openSession, requireOpenAccount } from "@/lib/domain/accounts/session";
import type { AcceptInvitation, InvitationOffer } from "@/lib/domain/accounts/team/schemas";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type Ctx, type InTx, inTransaction } from "@/lib/domain/context";
import type { InvitationRow } from "@/lib/domain/invitations/add-invitation";
import { findInvitation, takeInvitation } from "@/lib/domain/invitations/find-invitation";
import type { InvitationToken } from "@/lib/domain/invitations/schemas";
import { findPartner } from "@/lib/domain/partners/load-partner";
import type { PartnerSnapshot } from "@/lib/domain/partners/snapshot";
import { fail } from "@/lib/errors";
import { changeListener } from "@/lib/platform/change-listener";
import { newObjectId } from "@/lib/platform/ids";
import { hashPassword } from "@/lib/platform/passwords";

const PASSWORD_MIN = 12;

/** The partner an invitation leads to; one that has ended takes nobody in. */
async function partnerOf(ctx: Ctx, invitation: InvitationRow): Promise<PartnerSnapshot> {
  const partner = await findPartner(ctx.db, invitation.partnerId!);
  if (!partner || partner.status === "TERMINATED") fail("invitation_not_found");
  return partner;
}

/** What an invitation offers. Fails with `invitation_not_found`. */
export async function readInvitation(ctx: Ctx, input: InvitationToken): Promise<InvitationOffer> {
  const invitation = await findInvitation(ctx, { ...input, team: "partner" });
  const [partner, known] = await Promise.all([partnerOf(ctx, invitation), findUserByEmail(ctx.db, invitation.email)]);
  const { email, partnerRole, expiresAt } = invitation;
  return {
    email,
    partnerName: partner.name,
    role: partnerRole!,
    expiresAt: expiresAt.toISOString(),
    hasAccount: known !== null,
  };
}

type NewAccount = { passwordHash: string; firstName: string; lastName: string };

/** What a new account needs. Fails with `validation_error`. */
async function newAccount({ password, firstName, lastName }: AcceptInvitation): Promise<NewAccount> {
  const details = [];
  if (!firstName) details.push({ field: "firstName", issue: "is missing" });
  if (!lastName) details.push({ field: "lastName", issue: "is missing" });
  if (password.length < PASSWORD_MIN) {
    details.push({ field: "password", issue: `must have at least ${PASSWORD_MIN} characters` });
  }
  if (!firstName || !lastName || details.length > 0) fail("validation_error", { details });
  return { passwordHash: await hashPassword(password), firstName, lastName };
}

/** The person of an account that exists, by its password. Fails as a sign-in does. */
async function provenAccount(ctx: Ctx, known: UserRow, password: string): Promise<UserRow> {
  const user = await requirePassword(ctx, { login: { email: known.email, password }, find: async () => [known] });
  await requireOpenAccount(ctx, user);
  if (user.partnerId) fail("user_exists", { message: "This account belongs to a partner already." });
  return user;
}

async function addAccount(ctx: InTx<Ctx>, invitation: InvitationRow, account: NewAccount, partner: PartnerSnapshot) {
  const { email, partnerId, partnerRole } = invitation;
  const times = { emailVerifiedAt: ctx.now, createdAt: ctx.now, updatedAt: ctx.now };
  const [user] = await ctx.db
    .insert(portalUsers)
    .values({
      ...{ id: newObjectId(), email, ...account, ...times },
      ...{ organizationName: partner.name, partnerId, role: partnerRole! },
    })
    .onConflictDoNothing()
    .returning();
  return user;
}

/** Whoever reads the mail has the address: it counts as confirmed. */
async function linkAccount(ctx: InTx<Ctx>, invitation: InvitationRow, { id }: UserRow) {
  const [user] = await ctx.db
    .update(portalUsers)
    .set({
      ...{ partnerId: invitation.partnerId, role: invitation.partnerRole! },
      ...{ emailVerifiedAt: ctx.now, updatedAt: ctx.now },
    })
    .where(and(eq(portalUsers.id, id), isNull(portalUsers.partnerId)))
    .returning();
  return user;
}

async function recordArrival(ctx: InTx<Ctx>, user: UserRow, invitation: InvitationRow): Promise<void> {
  const arrived = {
    ...ctx,
    actor: { type: "user", userId: user.id, role: user.role, address: addressOf(ctx) },
  } as const;
  await recordAudit(arrived as InTx<Ctx>, {
    action: "portal_user.joined",
    targetType: "portal_user",
    targetId: user.id,
    partnerId: user.partnerId,
    environment: null,
    after: { email: user.email, role: user.role, invitationId: invitation.id },
  });
}

const addressOf = ({ actor }: Ctx) => ("address" in actor ? actor.address : "none");

/**
 * Takes somebody into a partner's team by an invitation, once: with a new account, whose address counts as confirmed, or
 * with one that has no partner yet, by its password. Fails with `invitation_not_found`, `user_exists`,
 * `validation_error`, and as a sign-in does.
 */
export async function acceptInvitation(ctx: Ctx, input: AcceptInvitation): Promise<LoginResult> {
  const named = { token: input.token, team: "partner" } as const;
  const invitation = await findInvitation(ctx, named);
  const partner = await partnerOf(ctx, invitation);
  const known = await findUserByEmail(ctx.db, invitation.email);
  // An account that is found only now may be the one that this invitation opened a moment ago.
  if (known) await findInvitation(ctx, named);
  const proven = known && (await provenAccount(ctx, known, input.password));
  const account = proven ? null : await newAccount(input);
  const opened = await inTransaction(ctx, async (ctx) => {
    await takeInvitation(ctx, named);
    const user = proven
      ? await linkAccount(ctx, invitation, proven)
      : await addAccount(ctx, invitation, account!, partner);
    if (!user) fail("user_exists", { message: "This account belongs to a partner already." });
    await recordArrival(ctx, user, invitation);
    return openSession(ctx, user);
  });
  changeListener().emit(`user:${opened.user.id}`);
  await changeListener().settle();
  return opened;
}
