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

/** The process's log: one JSON line an event, to standard output. */
export const logger = singleton("logger", () =>
  pino({ level: process.env.LOG_LEVEL ?? "info", base: null, redact: { paths: REDACTED, censor: "[redacted]" } }),
);
