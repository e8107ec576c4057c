import { hmacSha256Hex } from "@/lib/platform/crypto";

/**
 * The value of `x-senior-guru-signature` (contract 7.4): HMAC-SHA-256 over `timestamp.body`, keyed with the whole secret as
 * text, `whsec_` included. The body is signed as the bytes that are sent.
 */
export function signPayload(secret: string, timestamp: number, body: string): string {
  return `t=${timestamp},v1=${hmacSha256Hex(secret, `${timestamp}.${body}`)}`;
}

/** The first 24 and last 8 characters of a signature: enough to find it by, too little to use. */
export function signaturePreview(signature: string): string {
  return `${signature.slice(0, 24)}...${signature.slice(-8)}`;
}
