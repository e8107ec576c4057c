import { z } from "zod";
import { Login } from "@/lib/domain/accounts/schemas";
import { OpenInvitation } from "@/lib/domain/invitations/schemas";
import { EmailAddress, IsoTime, ObjectId, text } from "@/lib/domain/shared/schemas";

/**
 * What the platform's people do: `REVIEWER` inquiries, `COMPLIANCE` contract, KYB and status, `OPERATOR` keys, pools,
 * tier and features. `AUDITOR` only reads, as all of them may; `SUPERADMIN` does everything.
 */
export const ADMIN_ROLES = ["REVIEWER", "COMPLIANCE", "OPERATOR", "AUDITOR", "SUPERADMIN"] as const;
export type AdminRole = (typeof ADMIN_ROLES)[number];

/** Those who run keys, pools, tier and features; those who judge contract, KYB, status and production. */
export const OPERATOR_ROLES = ["OPERATOR", "SUPERADMIN"] as const satisfies AdminRole[];
export const COMPLIANCE_ROLES = ["COMPLIANCE", "SUPERADMIN"] as const satisfies AdminRole[];

export const Admin = z.object({ id: ObjectId, email: z.string(), role: z.enum(ADMIN_ROLES) }).meta({ id: "Admin" });
export type Admin = z.output<typeof Admin>;

/** `required`: nothing but the own account is open before it is active. */
const SecondFactor = z.object({ active: z.boolean(), required: z.boolean(), recoveryCodesLeft: z.int() });

export const AdminMe = z.object({ admin: Admin, secondFactor: SecondFactor }).meta({ id: "AdminMe" });
export type AdminMe = z.output<typeof AdminMe>;

export const AdminLoginResult = z
  .object({
    accessToken: z.string(),
    refreshToken: z.string(),
    tokenType: z.literal("Bearer"),
    expiresIn: z.int(),
    admin: Admin,
  })
  .meta({ id: "AdminLoginResult" });
export type AdminLoginResult = z.output<typeof AdminLoginResult>;

/** Why an administrator changes something; the audit record keeps it. */
export const Reason = z
  .string()
  .trim()
  .min(3)
  .max(500)
  .refine((value) => !value.includes("\u0000"), "must not contain NUL characters")
  .meta({ example: "Repeated submissions for the same order" });

/** `totp` is the code of an authenticator app, or a recovery code. */
export const AdminLogin = Login.extend({ totp: z.string().trim().min(6).max(32).optional() });
export type AdminLogin = z.output<typeof AdminLogin>;

/** What an authenticator app is given, by QR code or by hand. */
export const TotpEnrolment = z.object({ secret: z.string(), uri: z.string() }).meta({ id: "TotpEnrolment" });
export type TotpEnrolment = z.output<typeof TotpEnrolment>;

export const ConfirmTotp = z.strictObject({
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/, "must be the six digits that the app shows")
    .meta({ example: "287082" }),
});
export type ConfirmTotp = z.output<typeof ConfirmTotp>;

/** Each stands in for a code once. Shown here and nowhere else. */
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) }).meta({ id: "RecoveryCodes" });
export type RecoveryCodes = z.output<typeof RecoveryCodes>;

/** Whoever found an open browser has neither. */
export const RemoveTotp = z
  .strictObject({ code: z.string().trim().min(6).max(32).optional(), password: text(1, 128).optional() })
  .refine((proof) => (proof.code === undefined) !== (proof.password === undefined), {
    path: ["code"],
    message: "send a code or the password",
  });
export type RemoveTotp = z.output<typeof RemoveTotp>;

/** Where somebody signed in: at the API, or with the sign-in page. */
export const SESSION_ORIGINS = ["API", "PORTAL"] as const;
export type SessionOrigin = (typeof SESSION_ORIGINS)[number];

/** A sign-in that is still open. */
export const AdminSession = z
  .object({
    id: ObjectId,
    origin: z.enum(SESSION_ORIGINS),
    address: z.string(),
    userAgent: z.string().nullable(),
    createdAt: IsoTime,
    lastUsedAt: IsoTime,
    isCurrent: z.boolean(),
  })
  .meta({ id: "AdminSession" });
export type AdminSession = z.output<typeof AdminSession>;

export const AdminSessionList = z.object({ data: z.array(AdminSession) });
export type AdminSessionList = z.output<typeof AdminSessionList>;

export const SessionParams = z.strictObject({ sessionId: z.string().max(64) });

/** One of the platform's people, as the others see them. */
export const AdminMember = Admin.extend({
  disabledAt: IsoTime.nullable(),
  createdAt: IsoTime,
  hasSecondFactor: z.boolean(),
  lastUsedAt: IsoTime.nullable(),
}).meta({ id: "AdminMember" });
export type AdminMember = z.output<typeof AdminMember>;

export const AdminMemberParams = z.strictObject({ adminId: z.string().max(64) });

/** To the platform's own team. */
export const AdminInvitation = OpenInvitation.extend({ role: z.enum(ADMIN_ROLES) }).meta({ id: "AdminInvitation" });
export type AdminInvitation = z.output<typeof AdminInvitation>;

export const AdminTeam = z
  .object({ members: z.array(AdminMember), invitations: z.array(AdminInvitation) })
  .meta({ id: "AdminTeam" });
export type AdminTeam = z.output<typeof AdminTeam>;

export const InviteAdmin = z.strictObject({ email: EmailAddress, role: z.enum(ADMIN_ROLES), reason: Reason });
export type InviteAdmin = z.output<typeof InviteAdmin>;

export const RevokeInvitation = z.strictObject({ reason: Reason });
export type RevokeInvitation = z.output<typeof RevokeInvitation>;

export const PatchAdmin = z.strictObject({
  role: z.enum(ADMIN_ROLES).optional(),
  disabled: z.boolean().optional(),
  resetTotp: z.literal(true).optional(),
  reason: Reason,
});
export type PatchAdmin = z.output<typeof PatchAdmin>;

export const AcceptAdminInvitation = z.strictObject({ token: z.string().min(1).max(128), password: text(12, 128) });
export type AcceptAdminInvitation = z.output<typeof AcceptAdminInvitation>;

/** What an invitation to the platform's team says to whoever holds its token. */
export const AdminInvitationOffer = z
  .object({ email: z.string(), role: z.enum(ADMIN_ROLES), expiresAt: IsoTime })
  .meta({ id: "AdminInvitationOffer" });
export type AdminInvitationOffer = z.output<typeof AdminInvitationOffer>;
