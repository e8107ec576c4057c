import type { AuditOutcome } from "@/lib/domain/api-clients/schemas";
import type { ErrorCode } from "@/lib/errors";
import type { Exchange } from "@/lib/http/exchange";

const BLOCKING: ReadonlySet<ErrorCode | null> = new Set([
  "missing_api_key",
  "invalid_api_key",
  "client_inactive",
  "missing_scope",
]);

/** What became of an attempted call of the directory API: only admission blocks, only the budget limits (contract 1.4). */
export function outcomeOf({ code }: Pick<Exchange, "code">): AuditOutcome {
  if (code === "rate_limit_exceeded") return "rate_limited";
  return BLOCKING.has(code) ? "blocked" : "allowed";
}
