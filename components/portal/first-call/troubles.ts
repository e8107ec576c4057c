import type { ErrorCode } from "@/lib/errors";

type Trouble = { code: Uppercase<ErrorCode>; means: string; remedy: string };

/** The refusals that first calls run into, most likely first. */
export const TROUBLES: readonly Trouble[] = [
  {
    code: "INVALID_SIGNATURE",
    means: "X-Signature does not match what arrived.",
    remedy:
      "Sign timestamp, METHOD, path with its query, and body hash, with nothing between them. Use the 64 characters of the HMAC secret as they are: not decoded from hex, and not the sk_ key. Hash the very bytes you send.",
  },
  {
    code: "MISSING_SIGNATURE",
    means: "X-Timestamp or X-Signature did not arrive.",
    remedy: "Send both headers, and check that no proxy on the way drops them.",
  },
  {
    code: "INVALID_TIMESTAMP",
    means: "X-Timestamp is not ten digits.",
    remedy: "Send Unix time in seconds. Thirteen digits are milliseconds: divide by 1000 and cut the rest off.",
  },
  {
    code: "TIMESTAMP_OUT_OF_RANGE",
    means: "X-Timestamp is more than 300 seconds away from the server's clock.",
    remedy:
      "Set your clock by NTP, and sign right before sending. details.serverTime in the answer is the server's time.",
  },
  {
    code: "INVALID_API_KEY",
    means: "The key in X-Partner-Key is malformed or unknown here.",
    remedy: "Copy it whole: the prefix and 64 characters. A key of another installation is unknown on this one.",
  },
  {
    code: "API_KEY_REVOKED",
    means: "The key was revoked or deactivated.",
    remedy: "Choose another key above, or create one.",
  },
  {
    code: "SECRET_KEY_REQUIRED",
    means: "A call that writes came with a publishable key.",
    remedy: "Send the sk_ key in X-Partner-Key.",
  },
  {
    code: "IP_NOT_ALLOWED",
    means: "The key or the partner has an IP allow-list, and this address is not on it.",
    remedy: "Call from a listed address, or edit the key's allow-list.",
  },
  {
    code: "ROUTE_NOT_FOUND",
    means: "No endpoint has this path.",
    remedy: "Paths begin with /v1/partner/ and have no slash at the end.",
  },
];
