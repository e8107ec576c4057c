import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { authOptions, type PortalSession } from "@/lib/auth/options";
import { Environment } from "@/lib/domain/shared/schemas";
import { wireRequest } from "@/lib/platform/wire-request";

/** Who is signed in, for pages; null for nobody. */
export async function findSession(): Promise<{ userId: string; email: string; name: string } | null> {
  const session = (await getServerSession(authOptions())) as PortalSession | null;
  if (!session?.userId) return null;
  return { userId: session.userId, email: session.user?.email ?? "", name: session.user?.name ?? "" };
}

/** The path being asked for, where the server knows it: a layout is not told by Next. */
function requestedPath(): string {
  const target = wireRequest.getStore()?.target;
  if (!target?.startsWith("/")) return "/home";
  const url = new URL(target, "http://portico.invalid");
  url.searchParams.delete("_rsc");
  return url.pathname + url.search;
}

/** Lets signed-in people pass and sends everyone else to the sign-in page, to come back afterwards. */
export async function requireSession(next = requestedPath()) {
  const session = await findSession();
  if (!session) redirect(`/sign-in?next=${encodeURIComponent(next)}`);
  return session;
}

/** The environment the person chose in the portal last time. */
export async function chosenEnvironment(): Promise<Environment> {
  const jar = await cookies();
  return Environment.catch("sandbox").parse(jar.get("portico-environment")?.value);
}
