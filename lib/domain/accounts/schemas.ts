import { z } from "zod";
import { PARTNER_ROLES } from "@/lib/domain/keys/scopes";
import { PartnerInfo } from "@/lib/domain/partners/schemas";
import { EmailAddress, ObjectId, text } from "@/lib/domain/shared/schemas";

export const Register = z.strictObject({
  email: EmailAddress,
  password: text(12, 128),
  firstName: text(1, 80),
  lastName: text(1, 80),
  organizationName: text(1, 120).meta({ example: "Acme Outdoor" }),
});
export type Register = z.output<typeof Register>;

export const Login = z.strictObject({ email: z.string().min(1).max(254), password: z.string().min(1).max(128) });
export type Login = z.output<typeof Login>;

export const RefreshToken = z.strictObject({ refreshToken: z.string().min(1).max(512) });
export type RefreshToken = z.output<typeof RefreshToken>;

/** A person who signs in to the portal; a reward recipient is a partner user, which is something else. */
export const PortalUser = z
  .object({
    id: ObjectId,
    email: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    role: z.enum(PARTNER_ROLES),
    permissions: z.array(z.string()),
  })
  .meta({ id: "PortalUser" });
export type PortalUser = z.output<typeof PortalUser>;

export const Me = z
  .object({ user: PortalUser, partner: PartnerInfo.nullable(), publishableKey: z.string().nullable() })
  .meta({ id: "Me" });
export type Me = z.output<typeof Me>;

/** Seconds until the access token expires stand in `expiresIn`. */
export const TokenPair = z
  .object({ accessToken: z.string(), refreshToken: z.string(), expiresIn: z.int() })
  .meta({ id: "TokenPair" });
export type TokenPair = z.output<typeof TokenPair>;

export const LoginResult = z
  .object({
    accessToken: z.string(),
    refreshToken: z.string(),
    tokenType: z.literal("Bearer"),
    expiresIn: z.int(),
    user: PortalUser,
    partner: PartnerInfo.nullable(),
    publishableKey: z.string().nullable(),
  })
  .meta({ id: "LoginResult" });
export type LoginResult = z.output<typeof LoginResult>;

/** Answered to new and taken addresses alike while addresses must be verified. */
export const VerificationSent = z.object({ status: z.literal("VERIFICATION_SENT") });
export type VerificationSent = z.output<typeof VerificationSent>;
