import { settleCheckout } from "@/lib/contract/checkout";
import { connection } from "@/lib/domain/connection";
import type { CheckoutView } from "@/lib/domain/giving/donations/schemas";
import { findCheckout } from "@/lib/domain/giving/donations/settle-checkout";
import { fromRequest } from "@/lib/http/adapters/next";
import { isForm, readForm, seeOther } from "@/lib/http/forms";
import { serve } from "@/lib/http/pipeline";
import { checkoutRoutes } from "@/lib/http/routes/checkout";
import { newPrefixedId } from "@/lib/platform/ids";

const pathOf = (token: string) => settleCheckout.path.replace(":token", encodeURIComponent(token));

/** What a test checkout's page shows; null when no donation has this token. */
export function readCheckout(token: string): Promise<CheckoutView | null> {
  const requestId = newPrefixedId("req");
  const ctx = {
    db: connection(),
    now: new Date(),
    requestId,
    actor: { type: "anonymous", address: "unknown" },
  } as const;
  return findCheckout(ctx, token);
}

/**
 * Answers the test checkout's page. A program gets JSON as the contract says; a form, which needs no script, is sent on to
 * where the donor goes next, or back to the page with what went wrong.
 */
export async function answerCheckout(request: Request, token: string): Promise<Response> {
  const message = { ...fromRequest(request), target: pathOf(token) };
  if (!isForm(request)) {
    const { status, headers, body } = await serve(checkoutRoutes, message);
    return new Response(body, { status, headers });
  }
  const answer = await serve(checkoutRoutes, await readForm(message, (form) => form));
  const said = JSON.parse(answer.body ?? "{}") as { redirectUrl?: string | null; code?: string };
  if (answer.status === 200) return seeOther(said.redirectUrl ?? pathOf(token), answer);
  return seeOther(`${pathOf(token)}?problem=${encodeURIComponent(said.code ?? "")}`, answer);
}
