import { BODY_LIMIT_BYTES } from "@/lib/contract/endpoint";
import type { Exchange } from "@/lib/http/exchange";

/** The body's bytes, read at the first call and kept; null for methods that carry none. */
export async function readBodyOnce(exchange: Exchange): Promise<Buffer | null> {
  if (exchange.message.method === "GET") return null;
  exchange.body ??= await exchange.message.readBody(exchange.endpoint?.bodyLimitBytes ?? BODY_LIMIT_BYTES);
  return exchange.body;
}
