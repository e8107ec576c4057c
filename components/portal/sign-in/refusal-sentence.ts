const SENTENCES: Record<string, string> = {
  INVALID_CREDENTIALS: "E-mail address or password is wrong. Check both, then try again.",
  CREDENTIALSSIGNIN: "E-mail address or password is wrong. Check both, then try again.",
  WRONG_CODE: "The code is wrong, or was used before. Wait for the next one, then try again.",
  TOTP_REQUIRED: "Type the code of your authenticator app, or a recovery code.",
  RATE_LIMIT_EXCEEDED: "Too many attempts. Wait 15 minutes, then try again.",
  FORBIDDEN: "This address is not confirmed yet. Follow the link in the mail we sent you, then sign in.",
  ACCOUNT_DISABLED: "This account is closed. Contact support to have it opened again.",
  INVALID_TOKEN: "This link was used already or is older than 24 hours. Sign in, or sign up again for a new one.",
  NETWORK_ERROR: "The server did not answer. Check the connection, then try again.",
  SESSIONREQUIRED: "That page needs you to sign in first.",
};

/** A refused sign-in by its code: what is wrong and what to do. */
export function refusalSentence(code: string): string {
  return (
    SENTENCES[code.toUpperCase()] ?? "Signing in did not work because of a fault on our side. Try again in a minute."
  );
}
