import { STATUS_CODES } from "node:http";
import { statusOf } from "@/lib/contract/endpoint";
import { connection } from "@/lib/domain/connection";
import { admitAnonymous } from "@/lib/http/authenticate/anonymous";
import { admitByKey } from "@/lib/http/authenticate/partner-key";
import { admitByToken } from "@/lib/http/authenticate/user-token";
import type { Caller, Exchange } from "@/lib/http/exchange";
import { FAILURE_CAPS } from "@/lib/http/limits/charge";
import type { Surface } from "@/lib/http/surface";
import { newPrefixedId } from "@/lib/platform/ids";

async function admit(exchange: Exchange): Promise<Caller> {
  const endpoint = exchange.endpoint!;
  const { header } = exchange.message;
  if (endpoint.auth === "none") return admitAnonymous(exchange);
  const db = connection();
  if (endpoint.auth === "token") return admitByToken(exchange, endpoint, db);
  const usesToken = endpoint.auth !== "widget" && !header("x-partner-key") && header("authorization");
  return usesToken ? admitByToken(exchange, endpoint, db) : admitByKey(exchange, endpoint, db);
}

/** The giving API: partner keys and user tokens, codes in upper case, the envelope of its contract's section 5. */
export const givingSurface: Surface = {
  name: "giving",
  newRequestId: () => newPrefixedId("req"),
  admit,
  failureCaps: FAILURE_CAPS,
  isLenient: false,
  translate: (failure) => failure,
  printFailure(failure, exchange) {
    const status = statusOf(failure.code, exchange.endpoint);
    return {
      statusCode: status,
      code: failure.code.toUpperCase(),
      message: failure.message,
      error: STATUS_CODES[status],
      ...(failure.details && { details: failure.details }),
      requestId: exchange.requestId,
      timestamp: exchange.now.toISOString(),
      path: exchange.pathname,
    };
  },
  headers({ limit }): Record<string, string> {
    if (!limit) return {};
    return {
      "X-RateLimit-Limit": String(limit.limit),
      "X-RateLimit-Remaining": String(limit.remaining),
      "X-RateLimit-Reset": String(limit.resetAt),
    };
  },
};
