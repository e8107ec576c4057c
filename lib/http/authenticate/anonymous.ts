import { connection } from "@/lib/domain/connection";
import { TIER_CAPS } from "@/lib/domain/partners/statuses";
import type { Caller, Exchange } from "@/lib/http/exchange";
import { addressBucket } from "@/lib/http/limits/charge";

/** Admits anybody, at the expense of their address. */
export function admitAnonymous(exchange: Exchange): Caller {
  const { address } = exchange.message;
  return {
    ctx: {
      db: connection(),
      now: exchange.now,
      requestId: exchange.requestId,
      actor: { type: "anonymous", address, userAgent: exchange.message.header("user-agent") ?? null },
    },
    bucket: `address:${addressBucket(address)}`,
    caps: TIER_CAPS.STANDARD,
    scopes: "all",
    keyId: null,
    userId: null,
    signature: null,
  };
}
