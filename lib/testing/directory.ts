import { database } from "@/db/client";
import { makeApiClient } from "@/db/testing/factories";
import type { Call } from "@/lib/testing/call";

type Overrides = Parameters<typeof makeApiClient>[1];

/** An active sandbox client with every scope, unless said otherwise, and a key of its own. */
export function makeClient(overrides: Overrides = {}) {
  return makeApiClient(database().db, overrides);
}

/** A call with this secret in the API's own header. */
export function callAs(secret: string, call: string | Call): Call {
  const asked = typeof call === "string" ? { target: call } : call;
  return { ...asked, headers: { "x-senior-guru-api-key": secret, ...asked.headers } };
}

/** The same with a JSON body. */
export function postAs(secret: string, target: string, body: unknown, method = "POST"): Call {
  return callAs(secret, {
    method,
    target,
    body: JSON.stringify(body),
    headers: { "Content-Type": "application/json" },
  });
}
