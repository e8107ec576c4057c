import type { ApiClientSnapshot } from "@/lib/domain/api-clients/snapshot";
import { fail } from "@/lib/errors";
import { EgressRefused } from "@/lib/platform/egress-errors";
import { env } from "@/lib/platform/env";
import { checkUrl } from "@/lib/platform/safe-fetch";

/** Whether a client's subscriptions may lead to private addresses: in sandbox mode only, and if the operator says so. */
export function allowsPrivateTargets(client: Pick<ApiClientSnapshot, "sandboxMode"> | null): boolean {
  return client?.sandboxMode === true && env().allowInsecureWebhooks;
}

function refuse(reason: string): never {
  fail("validation_failed", { message: `targetUrl is not allowed: ${reason}` });
}

/**
 * Fails with `validation_failed` and the reason unless requests may go there: https alone, whoever asks and whatever the
 * operator allows, and public addresses. It looks the host up: call it outside any transaction.
 */
export async function requireAllowedTarget(client: Pick<ApiClientSnapshot, "sandboxMode">, url: string): Promise<void> {
  try {
    const { protocol } = await checkUrl(url, { allowInsecure: allowsPrivateTargets(client) });
    if (protocol !== "https:") refuse("The URL must use https.");
  } catch (error) {
    if (!(error instanceof EgressRefused)) throw error;
    refuse(error.reason);
  }
}
