import { fail } from "@/lib/errors";
import type { Exchange } from "@/lib/http/exchange";

const BEARER = /^bearer\s+(\S+)$/i;

/** The token of the Authorization header. Fails with `invalid_token` when there is none. */
export function bearerToken(exchange: Exchange): string {
  return exchange.message.header("authorization")?.match(BEARER)?.[1] ?? fail("invalid_token");
}
