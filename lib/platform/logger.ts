import pino from "pino";
import { singleton } from "@/lib/platform/singleton";

/** Paths that never reach a log line, at the depths where objects of ours are logged. */
export const REDACTED = [
  "password",
  "secret",
  "secretKey",
  "hmacSecret",
  "accessToken",
  "refreshToken",
  "authorization",
  "headers.authorization",
  'headers["x-partner-key"]',
  'headers["x-signature"]',
  "*.password",
  "*.secret",
  "*.secretKey",
  "*.hmacSecret",
  "*.accessToken",
  "*.refreshToken",
];

type Described = { type: string; message: string; code?: string; stack?: string; cause?: Described };

/**
 * An error as the log shows it. A failed query's own message and fields carry its parameters, which may be secrets: of
 * those only the statement is kept.
 */
export function describeError(error: unknown): Described {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const { code, query, cause } = error as Error & { code?: unknown; query?: unknown };
  const isQuery = typeof query === "string";
  const message = isQuery && cause ? `failed query: ${query}` : error.message;
  return {
    type: error.name,
    message,
    ...(typeof code === "string" && { code }),
    ...(!(isQuery && cause) && error.stack && { stack: error.stack }),
    ...(cause instanceof Error && { cause: describeError(cause) }),
  };
}

/** The process's log: one JSON line an event, to standard output. */
export const logger = singleton("logger", () =>
  pino({
    level: process.env.LOG_LEVEL ?? "info",
    base: null,
    redact: { paths: REDACTED, censor: "[redacted]" },
    serializers: { err: describeError },
  }),
);
