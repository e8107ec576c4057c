type WithCause = { code?: unknown; constraint_name?: unknown; cause?: unknown };

/** The SQLSTATE or driver code behind an error, however deeply the query builder wrapped it. */
export function databaseErrorCode(error: unknown): string | null {
  for (let at = error as WithCause | undefined; at && typeof at === "object"; at = at.cause as WithCause | undefined) {
    if (typeof at.code === "string") return at.code;
  }
  return null;
}

export const LOCK_NOT_AVAILABLE = "55P03";
/** Two transactions waited for each other, and this one was ended. */
export const DEADLOCK_DETECTED = "40P01";

/** Codes that mean "not now" rather than "not so": the server is away, starting, stopping, full or contended. */
const UNAVAILABLE = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "57P01",
  "57P02",
  "57P03",
  "57014",
  "53300",
  "25P03",
  "40001",
  "40P01",
  LOCK_NOT_AVAILABLE,
]);

/** Whether trying again shortly may succeed without anything else changing. */
export function isDatabaseUnavailable(error: unknown): boolean {
  const code = databaseErrorCode(error);
  return code !== null && (UNAVAILABLE.has(code) || code.startsWith("08"));
}
