import { announce } from "@/inngest/client";
import { rewardsWaiting } from "@/inngest/events";
import * as checkout from "@/lib/contract/checkout";
import type { InputOf } from "@/lib/contract/endpoint";
import type { Ctx } from "@/lib/domain/context";
import type { CheckoutResult } from "@/lib/domain/giving/donations/schemas";
import { settleCheckout } from "@/lib/domain/giving/donations/settle-checkout";
import { givingSurface } from "@/lib/http/giving-surface";
import { routes } from "@/lib/http/route-table";

/** Settles, and wakes the job that issues rewards once that is committed. */
async function settleAtOnce(ctx: Ctx, input: InputOf<typeof checkout.settleCheckout>): Promise<CheckoutResult> {
  const settled = await settleCheckout(ctx, input);
  void announce(rewardsWaiting);
  return settled;
}

/** What the test checkout's page posts to, in the envelope and under the limits of the giving API. */
export const checkoutRoutes = routes(givingSurface, [[checkout.settleCheckout, settleAtOnce]]);
