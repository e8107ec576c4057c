import { sha256Hex } from "@/lib/platform/crypto";

/**
 * SHA-256 of the idempotency key of a call that issues rewards, or of all keys of a batch in their order: the usage log
 * tells by it that a request was repeated, and holds no key. Null where there is none.
 */
export function hashIdempotencyKey(payload: unknown): string | null {
  const key = keyOf(payload);
  if (key !== null) return sha256Hex(key);
  const { actions } = (payload ?? {}) as { actions?: unknown };
  if (!Array.isArray(actions) || actions.length === 0) return null;
  const keys = actions.map(keyOf);
  return keys.includes(null) ? null : sha256Hex(keys.join("\n"));
}

function keyOf(payload: unknown): string | null {
  const { idempotencyKey } = (payload ?? {}) as { idempotencyKey?: unknown };
  return typeof idempotencyKey === "string" ? idempotencyKey : null;
}
