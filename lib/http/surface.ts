import type { Failure } from "@/lib/errors";
import type { Caller, Exchange } from "@/lib/http/exchange";
import type { LimitVerdict } from "@/lib/http/limits/limit-store";

/** What one API has of its own: whom it admits, how its errors look, which headers its answers carry. */
export type Surface = {
  name: string;
  /** Finds out who calls, or fails with the code of the first check that does not hold. */
  admit: (exchange: Exchange) => Promise<Caller>;
  /** The body of an error answer. */
  printFailure: (failure: Failure, exchange: Exchange) => Record<string, unknown>;
  limitHeaders: (verdict: LimitVerdict) => Record<string, string>;
};
