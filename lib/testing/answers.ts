import { expect } from "vitest";
import { errorsOf, statusOf } from "@/lib/contract/endpoint";
import { ERRORS, type ErrorCode } from "@/lib/errors";
import type { RouteTable } from "@/lib/http/route-table";
import type { Call } from "@/lib/testing/call";

export type Answered = {
  status: number;
  /** The error code; null for a success. */
  code: string | null;
  headers: Record<string, string>;
  text: string;
  // Tests read answers by their contract's names; what is wrong shows as a failed expectation.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  body: any;
};

const UNROUTED: readonly ErrorCode[] = ["route_not_found", "method_not_allowed", "rate_limit_exceeded"];

/** What a stack, a statement, a driver or a file of the server would look like in an answer. */
const LEAK =
  /node_modules|\bat [\w.<>]+ \(|\.(ts|tsx|js|mjs):\d+|\bselect\b.+\bfrom\b|insert into|update .+ set |drizzle|postgres|syntax error at|violates|ECONN/i;

/** The endpoint whose codes count; without one, those of anonymous traffic do. */
function endpointOf(table: RouteTable, call: Call) {
  const match = table.match(call.method ?? "GET", call.target.split("?")[0]!);
  return match.kind === "route" ? match.route.endpoint : undefined;
}

/**
 * Fails unless the answer is what every answer must be: named, with the three limit headers, an error in the complete
 * envelope with a code its endpoint documents, and nothing of the server's inside in it.
 */
export function requireSoundAnswer(table: RouteTable, call: Call, answered: Answered): void {
  const { headers, status, body } = answered;
  const match = table.match(call.method ?? "GET", call.target.split("?")[0]!);
  const surface = match.kind === "route" ? match.route.surface : table.surface;
  if (surface.isLenient) {
    requireSoundDirectoryAnswer(table, call, answered);
    return;
  }
  expect(headers["x-request-id"]).toMatch(/^req_[0-9a-f]{24}$/);
  for (const name of ["x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"]) {
    expect(headers[name], `${name} of ${status}`).toMatch(/^\d+$/);
  }
  expect(headers["x-content-type-options"]).toBe("nosniff");
  if (status < 400) return;
  expect(answered.text).not.toMatch(LEAK);
  expect(answered.text).not.toContain(process.cwd());
  if (call.method === "HEAD") return;
  requireEnvelope(call, answered);
  const code = String(body.code).toLowerCase() as ErrorCode;
  const endpoint = endpointOf(table, call);
  expect(code in ERRORS && statusOf(code, endpoint), `status of ${code}`).toBe(status);
  expect(endpoint ? errorsOf(endpoint) : UNROUTED, `${call.method ?? "GET"} ${call.target}`).toContain(code);
}

/** The same of the directory API: its version always, its headers where the client is known, errors as plain sentences. */
function requireSoundDirectoryAnswer(table: RouteTable, call: Call, answered: Answered): void {
  const { headers, status, body, text } = answered;
  const endpoint = endpointOf(table, call);
  expect(headers["x-request-id"]).toMatch(/^(api-audit-[0-9a-f-]{36}|req_[0-9a-f]{24})$/);
  expect(headers["x-content-type-options"]).toBe("nosniff");
  if (endpoint?.auth !== "admin") expect(headers["x-senior-guru-envelope-version"]).toBe("2026-05-14.partner.v1");
  expect(headers).not.toHaveProperty("access-control-allow-origin");
  if (headers["x-senior-guru-api-client"]) {
    expect(headers["x-senior-guru-api-key"]).toMatch(/^api-key-/);
    expect(headers["x-senior-guru-sandbox"]).toMatch(/^(true|false)$/);
    expect(headers["x-ratelimit-limit"]).toMatch(/^\d+$/);
    expect(headers["x-ratelimit-window"]).toBe("60");
  }
  if (status < 400) return;
  expect(text).not.toMatch(LEAK);
  if (call.method === "HEAD") return;
  expect(headers["content-type"]).toBe("application/json; charset=utf-8");
  expect(body).toEqual({
    error: expect.any(String),
    code: expect.stringMatching(/^[a-z][a-z0-9_]+$/),
    ...(endpoint?.auth === "admin" && status === 401 && { loginUrl: "/login" }),
  });
  const code = body.code as ErrorCode;
  expect(statusOf(code, endpoint), `status of ${code}`).toBe(status);
  expect(endpoint ? errorsOf(endpoint) : UNROUTED, `${call.method ?? "GET"} ${call.target}`).toContain(code);
  if (status === 429) expect(Number(headers["retry-after"])).toBeGreaterThan(0);
}

function requireEnvelope(call: Call, { status, headers, body }: Answered): void {
  expect(headers["content-type"]).toBe("application/json; charset=utf-8");
  expect(body).toMatchObject({
    statusCode: status,
    code: expect.stringMatching(/^[A-Z][A-Z0-9_]+$/),
    message: expect.any(String),
    error: expect.any(String),
    requestId: headers["x-request-id"],
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    path: call.target.split("?")[0],
  });
  if (status === 429) expect(headers["x-ratelimit-retryafter"]).toBe(headers["retry-after"]);
  if (status === 429 || status === 503) expect(headers["retry-after"]).toMatch(/^[1-9]\d*$/);
}
