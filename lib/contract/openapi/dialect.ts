import type { z } from "zod";
import type { Auth, Endpoint } from "@/lib/contract/endpoint";
import type { ErrorCode } from "@/lib/errors";

type Headers = Record<string, { $ref: string }>;

/** What differs between the documents of two APIs: how callers are known, and how answers look. */
export type Dialect = {
  /** Which credentials open an endpoint, and the same as a sentence. */
  security: Partial<Record<Auth, object[]>>;
  callers: Partial<Record<Auth, string>>;
  /** A code as answers print it. */
  printCode: (code: ErrorCode) => string;
  /** The body of a refusal. */
  exampleOf: (code: ErrorCode, endpoint: Endpoint) => object;
  /** Component that holds the schema of a refusal's body. */
  errorBody: string;
  successHeaders: (endpoint: Partial<Endpoint>) => Headers;
  errorHeaders: (endpoint: Endpoint, status: number, mayWait: boolean) => Headers;
  /** The summary that is published. */
  summaryOf: (endpoint: Endpoint) => string;
  /** What a caller reads, envelope included. */
  responseOf: (endpoint: Endpoint) => z.ZodType | undefined;
  /** Further parameters of an endpoint. */
  parametersOf: (endpoint: Endpoint) => object[];
  examples: Record<string, { request?: object; response?: object }>;
};
