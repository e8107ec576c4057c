import { ENVELOPE, ENVELOPE_VERSION } from "@/lib/contract/directory/envelope";
import type { Endpoint } from "@/lib/contract/endpoint";
import { connection } from "@/lib/domain/connection";
import { Failure, type Issue } from "@/lib/errors";
import { outcomeOf } from "@/lib/http/audit-outcome";
import { admitByAdminToken } from "@/lib/http/authenticate/admin-token";
import { admitAnonymous } from "@/lib/http/authenticate/anonymous";
import { admitByScopedKey } from "@/lib/http/authenticate/scoped-key";
import type { Exchange } from "@/lib/http/exchange";
import type { Surface } from "@/lib/http/surface";
import { newPrefixedId, newUuidId } from "@/lib/platform/ids";

const WINDOW_SECONDS = 60;
const FAILURES_PER_MINUTE = 600;

const MISSING = /^Invalid input: expected .+, received undefined$/;
const WRONG_TYPE = /^Invalid input: expected (\w+), received .+$/;

/** A schema's own words about a type, as people say it. */
function inWords(issue: string): string {
  if (MISSING.test(issue)) return "is required";
  const expected = WRONG_TYPE.exec(issue)?.[1];
  return expected ? `must be of type ${expected}` : issue;
}

/** One sentence for all refused fields, each named: this API's errors are plain strings (contract 3.1). */
function sentenceOf(issues: readonly Issue[]): string {
  return issues.map(({ field, issue }) => (field ? `${field} ${inWords(issue)}` : issue)).join("; ");
}

/** The pipeline's failures in the codes of contract 3.3. */
function translate(failure: Failure): Failure {
  if (failure.code !== "validation_error") return failure;
  const message = Array.isArray(failure.details) ? sentenceOf(failure.details) : failure.message;
  return new Failure("validation_failed", { message });
}

function metaOf({ client }: Exchange, { contentRules }: Endpoint) {
  if (!client) return null;
  return {
    apiClientId: client.id,
    sandboxMode: client.sandboxMode,
    responseEnvelope: ENVELOPE,
    ...(contentRules && { contentRules }),
  };
}

/** The directory API: scoped keys of API clients; envelope, codes and headers of its contract's sections 1 to 3. */
export const directorySurface: Surface = {
  name: "directory",
  newRequestId: () => newUuidId("api-audit"),
  admit: async (exchange) =>
    exchange.endpoint!.auth === "none" ? admitAnonymous(exchange) : admitByScopedKey(exchange, connection()),
  failureCaps: { hour: FAILURES_PER_MINUTE * 60, minute: FAILURES_PER_MINUTE },
  isLenient: true,
  translate,
  printFailure: (failure) => ({ error: failure.message, code: failure.code }),
  metaOf,
  headers(exchange) {
    const { client, identity, endpoint } = exchange;
    return {
      "x-senior-guru-envelope-version": ENVELOPE_VERSION,
      ...(endpoint?.auth === "scoped" && { "x-senior-guru-api-status": outcomeOf(exchange) }),
      ...(client && {
        "x-senior-guru-api-client": client.id,
        "x-senior-guru-api-key": identity.keyId!,
        "x-senior-guru-sandbox": String(client.sandboxMode),
        "x-ratelimit-limit": String(client.rateLimitPerMinute),
        "x-ratelimit-window": String(WINDOW_SECONDS),
      }),
    };
  },
};

const SIGN_IN_CODES = new Set(["invalid_token", "token_expired"]);

/** What administrators do with the directory: their tokens, its envelope (contract 8). */
export const directoryAdminSurface: Surface = {
  ...directorySurface,
  name: "directory admin",
  newRequestId: () => newPrefixedId("req"),
  admit: (exchange) => admitByAdminToken(exchange, connection()),
  printFailure: (failure) => ({
    error: failure.message,
    code: failure.code,
    ...(SIGN_IN_CODES.has(failure.code) && { loginUrl: "/login" }),
  }),
  metaOf: undefined,
  headers: () => ({}),
};
