import { signAccessToken, verifyAccessToken } from "@/lib/domain/accounts/access-token";
import type { Admin } from "@/lib/domain/admins/schemas";
import { fail } from "@/lib/errors";

const AUDIENCE = "admin";

/** A token for an administrator in one session: it ends with the session, however young it is. */
export function signAdminToken(
  { id, role, sessionId }: Pick<Admin, "id" | "role"> & { sessionId: string },
  now: Date,
): Promise<string> {
  return signAccessToken({ audience: AUDIENCE, subject: id, claims: { role, sid: sessionId } }, now);
}

/** Administrator and session of a valid token. Fails with `token_expired` or `invalid_token`. */
export async function verifyAdminToken(token: string, now: Date): Promise<{ adminId: string; sessionId: string }> {
  const { subject, claims } = await verifyAccessToken(token, AUDIENCE, now);
  if (typeof claims.sid !== "string") fail("invalid_token");
  return { adminId: subject, sessionId: claims.sid };
}
