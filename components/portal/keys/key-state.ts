import type { StatusTone } from "@/components/ui/status";
import type { Key } from "@/lib/domain/keys/schemas";
import { DAY_MS } from "@/lib/domain/shared/duration";

export const KEY_STATES = ["active", "expiring", "expired", "deactivated", "revoked"] as const;
export type KeyState = (typeof KEY_STATES)[number];

/** The contract's earliest expiry notice. */
const EXPIRING_DAYS = 30;

/** What a clock and a person together make of a key. Only the first two states are served. */
export function keyState(key: Pick<Key, "isActive" | "expiresAt" | "revokedAt">, now: Date): KeyState {
  if (key.revokedAt !== null) return "revoked";
  const leftMs = key.expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(key.expiresAt) - now.getTime();
  if (leftMs <= 0) return "expired";
  if (!key.isActive) return "deactivated";
  return leftMs <= EXPIRING_DAYS * DAY_MS ? "expiring" : "active";
}

export function isServed(state: KeyState): boolean {
  return state === "active" || state === "expiring";
}

export const KEY_STATE_LOOKS: Record<KeyState, { word: string; tone: StatusTone }> = {
  active: { word: "Active", tone: "success" },
  expiring: { word: "Expires soon", tone: "warning" },
  expired: { word: "Expired", tone: "danger" },
  deactivated: { word: "Deactivated", tone: "neutral" },
  revoked: { word: "Revoked", tone: "neutral" },
};

export const KEY_TYPE_WORDS = { secret: "Secret", publishable: "Publishable" } as const;
export const ENVIRONMENT_WORDS = { sandbox: "Sandbox", production: "Production" } as const;
