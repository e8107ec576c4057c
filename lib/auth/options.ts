import type { NextAuthOptions, Session } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { findUser } from "@/lib/domain/accounts/load-user";
import { verifyLogin } from "@/lib/domain/accounts/login";
import { ACCESS_TOKEN_SECONDS, signUserToken } from "@/lib/domain/accounts/user-token";
import { verifyEmail } from "@/lib/domain/accounts/verify-email";
import { connection } from "@/lib/domain/connection";
import type { Ctx } from "@/lib/domain/context";
import { Failure } from "@/lib/errors";
import { env } from "@/lib/platform/env";
import { newPrefixedId } from "@/lib/platform/ids";
import { logger } from "@/lib/platform/logger";
import { wireRequest } from "@/lib/platform/wire-request";

const SESSION_SECONDS = 7 * 24 * 60 * 60;

/** What the browser learns from the session endpoint: who is signed in, and a user token for the API. */
export type PortalSession = Session & {
  userId: string;
  accessToken: string;
  /** Unix milliseconds. */
  accessTokenExpiresAt: number;
};

function anonymousCtx(): Ctx {
  const address = wireRequest.getStore()?.address ?? "unknown";
  return {
    db: connection(),
    now: new Date(),
    requestId: newPrefixedId("req"),
    actor: { type: "anonymous", address },
  };
}

/** next-auth shows the message of whatever is thrown here to the browser: codes only, never a cause. */
async function signedIn(attempt: () => Promise<{ id: string; email: string }>) {
  try {
    const { id, email } = await attempt();
    return { id, email };
  } catch (error) {
    if (error instanceof Failure) throw new Error(error.code.toUpperCase());
    logger.error({ err: error }, "sign-in failed");
    throw new Error("SERVICE_UNAVAILABLE");
  }
}

async function portalSession(session: Session, userId: string | undefined): Promise<Session> {
  const ctx = anonymousCtx();
  const user = userId ? await findUser(ctx.db, userId) : null;
  // A session of someone who is gone shows as signed out: without a token the portal asks to sign in.
  if (!user || user.disabledAt) return { expires: session.expires };
  return {
    ...session,
    user: { email: user.email, name: `${user.firstName} ${user.lastName}` },
    userId: user.id,
    accessToken: await signUserToken(user, ctx.now),
    accessTokenExpiresAt: ctx.now.getTime() + ACCESS_TOKEN_SECONDS * 1000,
  } as PortalSession;
}

/** next-auth for the portal: the cookie opens pages and buys user tokens; it never authenticates an API call. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().nextAuthSecret,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    useSecureCookies: env().publicBaseUrl.startsWith("https://"),
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        id: "password",
        credentials: { email: {}, password: {} },
        authorize: (given) =>
          signedIn(() => verifyLogin(anonymousCtx(), { email: given?.email ?? "", password: given?.password ?? "" })),
      }),
      Credentials({
        id: "verify-email",
        credentials: { token: {} },
        authorize: (given) => signedIn(() => verifyEmail(anonymousCtx(), { token: given?.token ?? "" })),
      }),
    ],
    callbacks: {
      session: ({ session, token }) => portalSession(session, token.sub),
    },
  };
}
