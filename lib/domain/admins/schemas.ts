import { z } from "zod";
import { ObjectId } from "@/lib/domain/shared/schemas";

/**
 * What the platform's people do: `REVIEWER` inquiries, `COMPLIANCE` contract, KYB and status, `OPERATOR` keys, pools,
 * tier and features. `AUDITOR` only reads, as all of them may; `SUPERADMIN` does everything.
 */
export const ADMIN_ROLES = ["REVIEWER", "COMPLIANCE", "OPERATOR", "AUDITOR", "SUPERADMIN"] as const;
export type AdminRole = (typeof ADMIN_ROLES)[number];

export const Admin = z.object({ id: ObjectId, email: z.string(), role: z.enum(ADMIN_ROLES) }).meta({ id: "Admin" });
export type Admin = z.output<typeof Admin>;

export const AdminMe = z.object({ admin: Admin }).meta({ id: "AdminMe" });
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
