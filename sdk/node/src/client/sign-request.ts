import { createHash, createHmac } from "node:crypto";

export type RequestToSign = {
  /** The `hmacSecret` as text: it is not decoded. */
  hmacSecret: string;
  /** Ten digits: Unix seconds. */
  timestamp: string;
  method: string;
  /** The request target as it goes over the wire: path and `?query`, percent-encoding untouched. */
  target: string;
  /** The bytes that are sent; empty without a body. */
  body: string;
};

/** Lower-case hex HMAC-SHA256 over timestamp, method, target and the hash of the body, without separators. */
export function signRequest({ hmacSecret, timestamp, method, target, body }: RequestToSign): string {
  const bodyHash = createHash("sha256").update(body).digest("hex");
  return createHmac("sha256", hmacSecret)
    .update(timestamp + method + target + bodyHash)
    .digest("hex");
}
