import { z } from "zod";
import { PARTNER_ROLES } from "@/lib/domain/keys/scopes";
import { IsoTime, ObjectId } from "@/lib/domain/shared/schemas";

export const INVITATION_DAYS = 7;

/** An invitation that is neither accepted nor withdrawn; an expired one makes room for the next of its address. */
export const OpenInvitation = z.object({
  id: ObjectId,
  email: z.string(),
  createdAt: IsoTime,
  expiresAt: IsoTime,
  isExpired: z.boolean(),
});

/** To a partner's team. */
export const Invitation = OpenInvitation.extend({ role: z.enum(PARTNER_ROLES) }).meta({ id: "Invitation" });
export type Invitation = z.output<typeof Invitation>;

export const InvitationParams = z.strictObject({ invitationId: z.string().max(64) });

/** The token of an invitation mail. In a body, since paths and queries end up in logs. */
export const InvitationToken = z.strictObject({ token: z.string().min(1).max(128) });
export type InvitationToken = z.output<typeof InvitationToken>;
