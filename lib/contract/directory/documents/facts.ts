import type { Endpoint } from "@/lib/contract/endpoint";

/** What the documents are made from beside their texts: the moment, the installation, and the contracts it serves. */
export type DocumentFacts = {
  now: Date;
  baseUrl: string;
  /** Every operation that a partner or administrator of the directory can call. */
  endpoints: readonly Endpoint[];
  /** Settings that some documents report on, by name; values never leave. */
  settings: Readonly<Record<string, string>>;
  /** The server's own signer of deliveries: the whole value of the signature header. */
  sign: (delivery: { secret: string; timestamp: number; body: string }) => string;
};

export const PARTNER_PREFIX = "/api/v1/partner";
export const ADMIN_PREFIX = "/api/v1/admin";

/** The first fields of a document. */
export function stamp({ now }: DocumentFacts): { generatedAt: string } {
  return { generatedAt: now.toISOString() };
}
