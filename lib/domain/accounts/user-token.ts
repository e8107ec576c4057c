import { signAccessToken, verifyAccessToken } from "@/lib/domain/accounts/access-token";
import { type PartnerRole, permissionsOf } from "@/lib/domain/keys/scopes";

const AUDIENCE = "partner-portal";

/** A token for a person of a partner. */
export function signUserToken(
  user: { id: string; partnerId: string | null; role: PartnerRole },
  now: Date,
): Promise<string> {
  const claims = { partnerId: user.partnerId, role: user.role, permissions: permissionsOf(user.role) };
  return signAccessToken({ audience: AUDIENCE, subject: user.id, claims }, now);
}

/** The user id of a valid token. Fails with `token_expired` or `invalid_token`. */
export async function verifyUserToken(token: string, now: Date): Promise<string> {
  return (await verifyAccessToken(token, AUDIENCE, now)).subject;
}
