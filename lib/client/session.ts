import type { Environment } from "@/lib/domain/shared/schemas";

/** The browser's session: a short-lived token of its person for the API, and the environment the portal shows. */
type PortalSession = { accessToken?: string; accessTokenExpiresAt?: number };

const EARLY_MS = 30_000;

let token: { value: string; expiresAt: number } | null = null;
let asking: Promise<string> | null = null;
let environment: Environment = "sandbox";

/** A token that is good for at least half a minute; the sign-in cookie buys one from the session endpoint. */
export async function accessToken(): Promise<string> {
  if (token && token.expiresAt - EARLY_MS > Date.now()) return token.value;
  asking ??= askForToken().finally(() => {
    asking = null;
  });
  return asking;
}

/** The cookie is gone or its owner is: the browser is on its way to the sign-in page. */
export class SignedOut extends Error {}

async function askForToken(): Promise<string> {
  const response = await fetch("/api/auth/session", { cache: "no-store" });
  if (!response.ok) throw new Error(`The session endpoint answered ${response.status}.`);
  const session = (await response.json()) as PortalSession | null;
  if (!session?.accessToken) {
    const { pathname, search } = window.location;
    window.location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
    throw new SignedOut();
  }
  token = { value: session.accessToken, expiresAt: session.accessTokenExpiresAt ?? 0 };
  return token.value;
}

export function forgetAccessToken(): void {
  token = null;
}

export function clientEnvironment(): Environment {
  return environment;
}

export function setClientEnvironment(next: Environment): void {
  environment = next;
}
