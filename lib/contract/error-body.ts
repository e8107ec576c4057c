import { z } from "zod";
import type { Endpoint } from "@/lib/contract/endpoint";
import { guideTo, wireCode } from "@/lib/contract/error-guide";
import { ERRORS, type ErrorCode } from "@/lib/errors";

const REASONS: Record<number, string> = {
  400: "Bad Request",
  401: "Unauthorized",
  402: "Payment Required",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  413: "Payload Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Entity",
  424: "Failed Dependency",
  429: "Too Many Requests",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
};

export function reasonOf(status: number): string {
  return REASONS[status] ?? "Error";
}

/** The body of every answer outside 2xx. */
export const ErrorBody = z
  .object({
    statusCode: z.int(),
    code: z.string().meta({ description: "The stable value to branch on." }),
    message: z.string().meta({ description: "One sentence for a person. May change." }),
    error: z.string().meta({ description: "The HTTP reason phrase." }),
    details: z
      .union([
        z.array(z.looseObject({ field: z.string().optional(), issue: z.string() })),
        z.record(z.string(), z.unknown()),
      ])
      .optional()
      .meta({
        description: "For validation: one entry for each field. For other codes: the figures behind the refusal.",
      }),
    requestId: z.string(),
    timestamp: z.string().meta({ format: "date-time" }),
    path: z.string(),
  })
  .meta({ id: "ErrorBody", description: "The body of every answer outside 2xx." });
export type ErrorBody = z.output<typeof ErrorBody>;

/** A path with the parameters of the examples. */
export function examplePath(endpoint: Endpoint): string {
  const values: Record<string, string> = { externalId: "cust-314", id: "key_695b9e0d4f1a2b3c4d5e6f70" };
  return endpoint.path.replace(/:(\w+)/g, (_, name: string) => values[name] ?? "695b9e0d4f1a2b3c4d5e6f72");
}

/** An envelope as an answer with this code carries it. */
export function exampleOf(code: ErrorCode, path: string): ErrorBody {
  const { status, message } = ERRORS[code];
  const { details } = guideTo(code);
  return {
    statusCode: status,
    code: wireCode(code),
    message,
    error: reasonOf(status),
    ...(details && { details: details as ErrorBody["details"] }),
    requestId: "req_695b9e0d4f1a2b3c4d5e6f74",
    timestamp: "2026-01-01T00:01:02.000Z",
    path,
  };
}
