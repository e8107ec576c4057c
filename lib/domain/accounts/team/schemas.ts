import { z } from "zod";
import { Invitation } from "@/lib/domain/invitations/schemas";
import { PARTNER_ROLES } from "@/lib/domain/keys/scopes";
import { EmailAddress, IsoTime, ObjectId, text } from "@/lib/domain/shared/schemas";

/** Somebody who signs in to the portal for this partner. */
export const TeamMember = z
  .object({
    id: ObjectId,
    email: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    role: z.enum(PARTNER_ROLES),
    disabledAt: IsoTime.nullable(),
    createdAt: IsoTime,
  })
  .meta({ id: "TeamMember" });
export type TeamMember = z.output<typeof TeamMember>;

export const Team = z.object({ members: z.array(TeamMember), invitations: z.array(Invitation) }).meta({ id: "Team" });
export type Team = z.output<typeof Team>;

export const InviteMember = z.strictObject({ email: EmailAddress, role: z.enum(PARTNER_ROLES) });
export type InviteMember = z.output<typeof InviteMember>;

export const MemberParams = z.strictObject({ userId: z.string().max(64) });

export const PatchMember = z
  .strictObject({ role: z.enum(PARTNER_ROLES).optional(), disabled: z.boolean().optional() })
  .refine((patch) => Object.values(patch).some((value) => value !== undefined), "name role, disabled or both");
export type PatchMember = z.output<typeof PatchMember>;

/** What an invitation says to whoever holds its token. `hasAccount`: the address signs in with the password it has. */
export const InvitationOffer = z
  .object({
    email: z.string(),
    partnerName: z.string(),
    role: z.enum(PARTNER_ROLES),
    expiresAt: IsoTime,
    hasAccount: z.boolean(),
  })
  .meta({ id: "InvitationOffer" });
export type InvitationOffer = z.output<typeof InvitationOffer>;

/** Names are for new accounts; one that exists keeps its own and proves itself by its password. */
export const AcceptInvitation = z.strictObject({
  token: z.string().min(1).max(128),
  password: text(1, 128),
  firstName: text(1, 80).optional(),
  lastName: text(1, 80).optional(),
});
export type AcceptInvitation = z.output<typeof AcceptInvitation>;
