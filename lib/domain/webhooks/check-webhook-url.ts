import type { PartnerCtx } from "@/lib/domain/context";
import { allowsInsecure } from "@/lib/domain/webhooks/allows-insecure";
import { fail } from "@/lib/errors";
import { EgressRefused } from "@/lib/platform/egress-errors";
import { checkUrl } from "@/lib/platform/safe-fetch";

/** Fails with `webhook_url_not_allowed` and the reason. It looks the host up: call it outside any transaction. */
export async function requireAllowedUrl(ctx: Pick<PartnerCtx, "environment">, url: string): Promise<void> {
  try {
    await checkUrl(url, { allowInsecure: allowsInsecure(ctx.environment) });
  } catch (error) {
    if (!(error instanceof EgressRefused)) throw error;
    fail("webhook_url_not_allowed", { details: [{ field: "url", issue: error.reason }] });
  }
}

/** A URL for the audit trail: its query string may hold a token of the receiver's. */
export function urlWithoutQuery(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
