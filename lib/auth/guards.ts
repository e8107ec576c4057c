import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { authOptions, type PortalSession } from "@/lib/auth/options";
import { Environment } from "@/lib/domain/shared/schemas";
import { wireRequest } from "@/lib/platform/wire-request";

export type SignedIn = { kind: PortalSession["kind"]; userId: string; email: string; name: string };

/** Where each kind of person begins; the other kind's pages lead there. */
const HOMES: Record<SignedIn["kind"], string> = { partner: "/home", admin: "/admin" };

/** Who is signed in, for pages; null for nobody. */
export async function findSession(): Promise<SignedIn | null> {
  const session = (await getServerSession(authOptions())) as PortalSession | null;
  if (!session?.userId) return null;
  const { kind, userId, user } = session;
  return { kind, userId, email: user?.email ?? "", name: user?.name ?? "" };
}

/** The path being asked for, where the server knows it: a layout is not told by Next. */
function requestedPath(otherwise: string): string {
  const target = wireRequest.getStore()?.target;
  if (!target?.startsWith("/")) return otherwise;
  const url = new URL(target, "http://portico.invalid");
  url.searchParams.delete("_rsc");
  return url.pathname + url.search;
}

async function requireKind(kind: SignedIn["kind"], next = requestedPath(HOMES[kind])): Promise<SignedIn> {
  const session = await findSession();
  if (!session) redirect(`/sign-in?next=${encodeURIComponent(next)}`);
  if (session.kind !== kind) redirect(HOMES[session.kind]);
  return session;
}

/**
 * Lets signed-in people of partners pass and sends everyone else to the sign-in page, to come back afterwards;
 * administrators to their own pages.
 */
export function requireSession(next?: string): Promise<SignedIn> {
  return requireKind("partner", next);
}

/** The same for the pages of administrators. What each of them may do is decided by the API. */
export function requireAdmin(next?: string): Promise<SignedIn> {
  return requireKind("admin", next);
}

/** The environment the person chose in the portal last time. */
export async function chosenEnvironment(): Promise<Environment> {
  const jar = await cookies();
  return Environment.catch("sandbox").parse(jar.get("portico-environment")?.value);
}
