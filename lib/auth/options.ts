import type { NextAuthOptions, Session, User } from "next-auth";
import type { JWT } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { type Person, verifySignIn } from "@/lib/auth/verify-sign-in";
import { ACCESS_TOKEN_SECONDS } from "@/lib/domain/accounts/access-token";
import { findUser } from "@/lib/domain/accounts/load-user";
import { signUserToken } from "@/lib/domain/accounts/user-token";
import { verifyEmail } from "@/lib/domain/accounts/verify-email";
import { signAdminToken } from "@/lib/domain/admins/admin-token";
import { closeSession } from "@/lib/domain/admins/end-session";
import { findSignedInAdmin, openAdminSession } from "@/lib/domain/admins/session";
import { connection } from "@/lib/domain/connection";
import type { Ctx } from "@/lib/domain/context";
import { Failure } from "@/lib/errors";
import { env } from "@/lib/platform/env";
import { newPrefixedId } from "@/lib/platform/ids";
import { logger } from "@/lib/platform/logger";
import { wireRequest } from "@/lib/platform/wire-request";

const SESSION_SECONDS = 7 * 24 * 60 * 60;

/** What the browser learns from the session endpoint: who is signed in, and that person's token for the API. */
export type PortalSession = Session & {
  kind: Person["kind"];
  userId: string;
  accessToken: string;
  /** Unix milliseconds. */
  accessTokenExpiresAt: number;
};

function anonymousCtx(): Ctx {
  const wire = wireRequest.getStore();
  const actor = {
    type: "anonymous" as const,
    address: wire?.address ?? "unknown",
    userAgent: wire?.headers["user-agent"] ?? null,
  };
  return {
    db: connection(),
    now: new Date(),
    requestId: newPrefixedId("req"),
    actor,
  };
}

/** Whoever passed the form; an administrator has a session. */
type Entered = Person & { sessionId?: string };

/** next-auth shows the message of whatever is thrown here to the browser: codes only, never a cause. */
async function signedIn(attempt: () => Promise<Entered>): Promise<Entered> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof Failure) throw new Error(error.code.toUpperCase());
    logger.error({ err: error }, "sign-in failed");
    throw new Error("SERVICE_UNAVAILABLE");
  }
}

async function signInByMail(token: string): Promise<Person> {
  const { id, email } = await verifyEmail(anonymousCtx(), { token });
  return { kind: "partner", id, email };
}

/** The session of an administrator begins with the cookie; the tokens it buys name it and end with it. */
async function signInByPassword(given: Record<string, string> | undefined): Promise<Entered> {
  const { email = "", password = "", totp } = given ?? {};
  const ctx = anonymousCtx();
  const person = await verifySignIn(ctx, { email, password, totp });
  if (person.kind === "partner") return person;
  return { ...person, sessionId: await openAdminSession(ctx, person.id, "PORTAL") };
}

type Signed = { email: string; name: string; accessToken: string };

type InCookie = Pick<Person, "kind" | "id"> & { sessionId: string };

async function findSignedIn({ db, now }: Ctx, person: InCookie): Promise<Signed | null> {
  if (person.kind === "admin") {
    const { id: adminId, sessionId } = person;
    const admin = (await findSignedInAdmin({ db, now }, { adminId, sessionId }))?.admin;
    if (!admin || admin.disabledAt) return null;
    const accessToken = await signAdminToken({ ...admin, sessionId }, now);
    return { email: admin.email, name: "Administrator", accessToken };
  }
  const user = await findUser(db, person.id);
  if (!user || user.disabledAt) return null;
  const name = `${user.firstName} ${user.lastName}`;
  return { email: user.email, name, accessToken: await signUserToken(user, now) };
}

async function portalSession(session: Session, token: JWT): Promise<Session> {
  const ctx = anonymousCtx();
  const kind = token.kind === "admin" ? "admin" : "partner";
  const signed = token.sub
    ? await findSignedIn(ctx, { kind, id: token.sub, sessionId: String(token.sessionId ?? "") })
    : null;
  // A session of someone who is gone shows as signed out: without a token the portal asks to sign in.
  if (!signed) return { expires: session.expires };
  const { email, name, accessToken } = signed;
  return {
    ...session,
    user: { email, name },
    kind,
    userId: token.sub,
    accessToken,
    accessTokenExpiresAt: ctx.now.getTime() + ACCESS_TOKEN_SECONDS * 1000,
  } as PortalSession;
}

/** next-auth for the portal: the cookie opens pages and buys tokens; it never authenticates an API call. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().nextAuthSecret,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    useSecureCookies: env().publicBaseUrl.startsWith("https://"),
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        id: "password",
        credentials: { email: {}, password: {}, totp: {} },
        authorize: (given) => signedIn(() => signInByPassword(given)),
      }),
      Credentials({
        id: "verify-email",
        credentials: { token: {} },
        authorize: (given) => signedIn(() => signInByMail(given?.token ?? "")),
      }),
    ],
    events: {
      signOut: async ({ token }) => {
        if (token?.kind !== "admin") return;
        await closeSession(anonymousCtx(), { adminId: String(token.sub), sessionId: String(token.sessionId) });
      },
    },
    callbacks: {
      // `user` is there at the sign-in alone: what `authorize` answered.
      jwt: ({ token, user }: { token: JWT; user?: User | Entered }) =>
        user && "kind" in user ? { ...token, kind: user.kind, sessionId: user.sessionId } : token,
      session: ({ session, token }) => portalSession(session, token),
    },
  };
}
