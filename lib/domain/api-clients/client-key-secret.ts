import { randomBytes } from "node:crypto";
import { sha256Hex } from "@/lib/platform/crypto";

const PREFIX = "tsg_live_";
const SECRET_BYTES = 24;

/** The form of every secret: the prefix says nothing of the mode, which belongs to the client (contract 1.1). */
export const CLIENT_KEY_FORMAT = /^tsg_live_[A-Za-z0-9_-]{32}$/;

export function newClientKeySecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString("base64url");
}

/** All that is kept of a secret: its SHA-256, and what a person recognises it by. */
export function keptOf(secret: string): { keyHash: string; keyPreview: string } {
  return { keyHash: sha256Hex(secret), keyPreview: previewOf(secret) };
}

/** The first eight and the last four characters. */
export function previewOf(secret: string): string {
  return `${secret.slice(0, 8)}...${secret.slice(-4)}`;
}
