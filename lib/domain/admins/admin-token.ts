import { signAccessToken, verifyAccessToken } from "@/lib/domain/accounts/access-token";
import type { Admin } from "@/lib/domain/admins/schemas";

const AUDIENCE = "admin";

/** A token for an administrator. */
export function signAdminToken(admin: Pick<Admin, "id" | "role">, now: Date): Promise<string> {
  return signAccessToken({ audience: AUDIENCE, subject: admin.id, claims: { role: admin.role } }, now);
}

/** The admin id of a valid token. Fails with `token_expired` or `invalid_token`. */
export function verifyAdminToken(token: string, now: Date): Promise<string> {
  return verifyAccessToken(token, AUDIENCE, now);
}
