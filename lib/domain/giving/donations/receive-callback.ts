import { type Ctx, inTransaction } from "@/lib/domain/context";
import { type Applied, applyProviderEvent } from "@/lib/domain/giving/donations/apply-provider-event";
import type { CallbackHeaders } from "@/lib/domain/giving/donations/providers/payment-provider";
import { PROVIDERS } from "@/lib/domain/giving/donations/providers/providers";
import type { ProviderId } from "@/lib/domain/giving/donations/statuses";
import { logger } from "@/lib/platform/logger";

export type Callback = { rawBody: Buffer; header: CallbackHeaders; secretPath?: string };

/**
 * Takes a provider's report. Throws `InauthenticCallback` unless it is genuine; when it returns, what it says has been
 * applied or was before. What names no donation of ours is left to its sender, who need not send it again.
 */
export async function receiveCallback(
  ctx: Ctx,
  id: Exclude<ProviderId, "sandbox">,
  { rawBody, header, secretPath }: Callback,
): Promise<Applied[]> {
  const events = await PROVIDERS[id].parseCallback(rawBody, header, { secretPath, now: ctx.now });
  const applied: Applied[] = [];
  for (const event of events) {
    const outcome = await inTransaction(ctx, (ctx) => applyProviderEvent(ctx, id, event));
    applied.push(outcome);
    if (outcome === "unknown" || outcome === "flagged") {
      const { kind, chargeId, partnerDonationId } = event;
      logger.warn({ provider: id, kind, chargeId, partnerDonationId, outcome }, "a provider's report was not applied");
    }
  }
  return applied;
}
