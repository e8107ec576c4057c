import type { z } from "zod";
import { type Auth, type Endpoint, endpoint } from "@/lib/contract/endpoint";
import type { ApiScope } from "@/lib/domain/api-clients/scopes";

type Schema = z.ZodType | undefined;

type Declared<A extends Auth, P extends Schema, Q extends Schema, B extends Schema, R extends Schema> = Omit<
  Endpoint<A, P, Q, B, R, undefined>,
  "api" | "auth" | "scope" | "apiScope" | "status" | "errors" | "audit"
> & { status?: number; errors?: Endpoint["errors"] };

type Scoped = { apiScope: ApiScope; audit: NonNullable<Endpoint["audit"]> };

/**
 * Declares an operation of the directory API behind a scoped key. `response` is what the verb returns: `data`, and under
 * `meta` what is particular to the operation; the surface adds client, mode and envelope.
 */
export function scopedEndpoint<
  P extends Schema = undefined,
  Q extends Schema = undefined,
  B extends Schema = undefined,
  R extends Schema = undefined,
>(declared: Declared<"scoped", P, Q, B, R> & Scoped): Endpoint<"scoped", P, Q, B, R, undefined> {
  return endpoint<"scoped", P, Q, B, R, undefined>({
    status: 200,
    errors: [],
    ...declared,
    api: "directory",
    auth: "scoped",
  });
}

/** Declares an open documentation resource of the directory API: `{ data }` for anyone, JSON or CSV. */
export function openEndpoint<Q extends Schema = undefined, R extends Schema = undefined>(
  declared: Declared<"none", undefined, Q, undefined, R>,
): Endpoint<"none", undefined, Q, undefined, R, undefined> {
  return endpoint<"none", undefined, Q, undefined, R, undefined>({
    status: 200,
    errors: [],
    ...declared,
    api: "directory",
    auth: "none",
  });
}

/** Declares an operation of an administrator on the directory, in the directory's envelope (contract 8). */
export function directoryAdminEndpoint<
  P extends Schema = undefined,
  Q extends Schema = undefined,
  B extends Schema = undefined,
  R extends Schema = undefined,
>(declared: Declared<"admin", P, Q, B, R> & Pick<Endpoint, "roles">): Endpoint<"admin", P, Q, B, R, undefined> {
  return endpoint<"admin", P, Q, B, R, undefined>({
    status: 200,
    errors: [],
    ...declared,
    api: "directory",
    auth: "admin",
  });
}
