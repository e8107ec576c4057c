import { errors, jwtVerify, SignJWT } from "jose";
import { type PartnerRole, permissionsOf } from "@/lib/domain/keys/scopes";
import { fail } from "@/lib/errors";
import { env } from "@/lib/platform/env";
import { newObjectId } from "@/lib/platform/ids";

const AUDIENCE = "partner-portal";
const ISSUER = "portico";
const ALGORITHM = "HS256";

export const ACCESS_TOKEN_SECONDS = 15 * 60;

const secret = () => new TextEncoder().encode(env().jwtSecret);

/** A user token for 15 minutes. What it says of role and partner informs the client; the server reads the row. */
export function signUserToken(
  user: { id: string; partnerId: string | null; role: PartnerRole },
  now: Date,
): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new SignJWT({ partnerId: user.partnerId, role: user.role, permissions: permissionsOf(user.role) })
    .setProtectedHeader({ alg: ALGORITHM })
    .setSubject(user.id)
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + ACCESS_TOKEN_SECONDS)
    .setJti(newObjectId())
    .sign(secret());
}

/** The user id of a valid token. Fails with `token_expired` or `invalid_token`; other audiences' tokens are invalid. */
export async function verifyUserToken(token: string, now: Date): Promise<string> {
  try {
    const { payload } = await jwtVerify(token, secret(), {
      algorithms: [ALGORITHM],
      audience: AUDIENCE,
      issuer: ISSUER,
      currentDate: now,
    });
    if (payload.sub) return payload.sub;
  } catch (error) {
    if (error instanceof errors.JWTExpired) fail("token_expired");
    if (!(error instanceof errors.JOSEError)) throw error;
  }
  fail("invalid_token");
}
