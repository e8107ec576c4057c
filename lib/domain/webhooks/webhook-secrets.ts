import { decryptSecret, encryptSecret } from "@/lib/platform/crypto";
import { env } from "@/lib/platform/env";
import { newSecretHex } from "@/lib/platform/ids";

/** `whsec_` and 64 hex characters: 32 random bytes. */
export function newSigningSecret(): string {
  return `whsec_${newSecretHex()}`;
}

// One purpose for the secret in use and the former one, so that a rotation may move the ciphertext from column to column.
const secretPurpose = (webhookId: string) => `webhook:${webhookId}:secret`;
const headersPurpose = (webhookId: string) => `webhook:${webhookId}:headers`;

export function encryptSigningSecret(webhookId: string, secret: string): string {
  return encryptSecret(env().keyRing, secretPurpose(webhookId), secret);
}

export function decryptSigningSecret(webhookId: string, encrypted: string): string {
  return decryptSecret(env().keyRing, secretPurpose(webhookId), encrypted);
}

export function encryptHeaders(webhookId: string, headers: Record<string, string>): string | null {
  if (Object.keys(headers).length === 0) return null;
  return encryptSecret(env().keyRing, headersPurpose(webhookId), JSON.stringify(headers));
}

export function decryptHeaders(webhookId: string, encrypted: string | null): Record<string, string> {
  if (encrypted === null) return {};
  return JSON.parse(decryptSecret(env().keyRing, headersPurpose(webhookId), encrypted));
}
