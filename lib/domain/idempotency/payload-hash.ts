import { sha256Hex } from "@/lib/platform/crypto";

function canonical(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, field]) => [name, canonical(field)]));
}

/** SHA-256 of the payload as canonical JSON: the order in which fields were sent makes no difference. */
export function payloadHash(payload: Record<string, unknown>): string {
  return sha256Hex(JSON.stringify(canonical(payload)));
}
