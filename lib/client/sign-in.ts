import { signIn, signOut } from "next-auth/react";
import { forgetAccessToken } from "@/lib/client/session";

/** Null when it worked; otherwise the contract's code of the refusal, or `NETWORK_ERROR`. */
export type SignInRefusal = string | null;

async function signInBy(provider: "password" | "verify-email", fields: Record<string, string>): Promise<SignInRefusal> {
  forgetAccessToken();
  try {
    const answer = await signIn(provider, { ...fields, redirect: false });
    if (answer?.ok && !answer.error) return null;
    return answer?.error ?? "SERVICE_UNAVAILABLE";
  } catch {
    return "NETWORK_ERROR";
  }
}

/** `totp` is for those who have a second factor: without it they are refused with `TOTP_REQUIRED`. */
export function signInWithPassword(email: string, password: string, totp?: string): Promise<SignInRefusal> {
  return signInBy("password", { email, password, ...(totp && { totp }) });
}

/** Confirms an address by the token of its mail and signs its owner in. */
export function signInWithMailToken(token: string): Promise<SignInRefusal> {
  return signInBy("verify-email", { token });
}

/** Ends the session and leaves the portal by a full load, so that nothing of it stays in memory. */
export async function leavePortal(): Promise<void> {
  await signOut({ redirect: false });
  forgetAccessToken();
  window.location.assign("/sign-in");
}
