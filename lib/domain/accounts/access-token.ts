import { errors, type JWTPayload, jwtVerify, SignJWT } from "jose";
import { fail } from "@/lib/errors";
import { env } from "@/lib/platform/env";
import { newObjectId } from "@/lib/platform/ids";

const ISSUER = "portico";
const ALGORITHM = "HS256";

/** Whom a token is for: people of partners, or the platform's own. Neither is accepted in the other's place. */
export type Audience = "partner-portal" | "admin";

export const ACCESS_TOKEN_SECONDS = 15 * 60;

const secret = () => new TextEncoder().encode(env().jwtSecret);

/** A token for 15 minutes that names one person. Its claims inform the client; the server reads the person's row. */
export function signAccessToken(
  token: { audience: Audience; subject: string; claims: JWTPayload },
  now: Date,
): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new SignJWT(token.claims)
    .setProtectedHeader({ alg: ALGORITHM })
    .setSubject(token.subject)
    .setIssuer(ISSUER)
    .setAudience(token.audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + ACCESS_TOKEN_SECONDS)
    .setJti(newObjectId())
    .sign(secret());
}

/** Whom a valid token names, and its claims. Fails with `token_expired` or `invalid_token`; other audiences' tokens are invalid. */
export async function verifyAccessToken(
  token: string,
  audience: Audience,
  now: Date,
): Promise<{ subject: string; claims: JWTPayload }> {
  try {
    const { payload } = await jwtVerify(token, secret(), {
      algorithms: [ALGORITHM],
      audience,
      issuer: ISSUER,
      currentDate: now,
    });
    if (payload.sub) return { subject: payload.sub, claims: payload };
  } catch (error) {
    if (error instanceof errors.JWTExpired) fail("token_expired");
    if (!(error instanceof errors.JOSEError)) throw error;
  }
  fail("invalid_token");
}
