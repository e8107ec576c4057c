import type { Endpoint } from "@/lib/contract/endpoint";
import type { Failure } from "@/lib/errors";
import type { Caller, Exchange } from "@/lib/http/exchange";
import type { Caps } from "@/lib/http/limits/limit-store";

/** What one API has of its own: whom it admits, how its errors look, which headers its answers carry. */
export type Surface = {
  name: string;
  newRequestId: () => string;
  /** Finds out who calls, or fails with the code of the first check that does not hold. */
  admit: (exchange: Exchange) => Promise<Caller>;
  /** How many refused admissions an address has before it hears 429 whatever it sends. */
  failureCaps: Caps;
  /** Takes a query and a body as they come: an unknown or repeated parameter is ignored, any content type is JSON. */
  isLenient: boolean;
  /** A failure of the pipeline's in this API's own code and words. */
  translate: (failure: Failure) => Failure;
  /** The body of an error answer. */
  printFailure: (failure: Failure, exchange: Exchange) => Record<string, unknown>;
  /** What stands around a verb's result, in this API's envelope; absent where the result is the body. */
  metaOf?: (exchange: Exchange, endpoint: Endpoint) => Record<string, unknown> | null;
  /** Headers of every answer, by what has become known of the caller. */
  headers: (exchange: Exchange) => Record<string, string>;
};
