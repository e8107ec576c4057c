import { evidenceOf } from "@/components/portal/go-live/evidence";
import {
  readLiveKeys,
  readLiveSigning,
  readProductionPool,
  readWebhookReachable,
  readWebhookVerification,
} from "@/components/portal/go-live/read-production-items";
import { readIdempotencyKeys, readRetryHandling } from "@/components/portal/go-live/read-sandbox-items";
import type { Reading } from "@/components/portal/go-live/reading";
import type { StatusTone } from "@/components/ui/status";
import type { GoLiveItem, GoLiveItemId } from "@/lib/domain/giving/go-live/schemas";

export const ITEM_LOOKS: Record<GoLiveItem["status"], { word: string; tone: StatusTone }> = {
  PASSED: { word: "Passed", tone: "success" },
  PENDING: { word: "Not shown yet", tone: "progress" },
  FAILED: { word: "Failed", tone: "danger" },
  WAIVED: { word: "Waived", tone: "info" },
};

const READERS: Record<GoLiveItemId, (item: GoLiveItem) => Reading> = {
  live_keys: (item) => readLiveKeys(evidenceOf("live_keys", item)),
  live_signing: (item) => readLiveSigning(evidenceOf("live_signing", item)),
  production_pool: (item) => readProductionPool(evidenceOf("production_pool", item)),
  webhook_reachable: (item) => readWebhookReachable(evidenceOf("webhook_reachable", item)),
  webhook_verification: (item) => readWebhookVerification(evidenceOf("webhook_verification", item)),
  idempotency_keys: (item) => readIdempotencyKeys(evidenceOf("idempotency_keys", item)),
  retry_handling: (item) => readRetryHandling(evidenceOf("retry_handling", item)),
};

/** An item of the checklist in words: what was looked at, what was found, how long it counts. */
export function readItem(item: GoLiveItem): Reading {
  return READERS[item.id](item);
}

export const isSettled = ({ status }: GoLiveItem) => status === "PASSED" || status === "WAIVED";
