import type { StatusTone } from "@/components/ui/status";
import type {
  DirectoryDeliveryStatus,
  WebhookDelivery,
  WebhookDeliveryAttempt,
} from "@/lib/domain/webhooks/directory/schemas";

type Words = { tone: StatusTone; word: string };

export const DIRECTORY_DELIVERY_WORDS: Record<DirectoryDeliveryStatus, Words & { meaning: string }> = {
  queued: { tone: "progress", word: "Queued", meaning: "It waits for its next attempt, or for the worker." },
  delivered: { tone: "success", word: "Delivered", meaning: "The receiver answered 2xx." },
  failed: {
    tone: "danger",
    word: "Failed",
    meaning: "The receiver did not answer 2xx. The scheduler tries again, eight times in all; or retry it by hand.",
  },
  blocked: {
    tone: "warning",
    word: "Blocked",
    meaning: "Nothing was sent: the subscription, its client or the secret stood in the way. Mend that, then retry.",
  },
};

export const ATTEMPT_WORDS: Record<WebhookDeliveryAttempt["status"], Words> = {
  delivered: { tone: "success", word: "Delivered" },
  failed: { tone: "danger", word: "Failed" },
  blocked: { tone: "warning", word: "Blocked" },
  dry_run: { tone: "neutral", word: "Would be sent" },
};

/** As many as the API takes at once. */
export const AT_ONCE_MAX = 50;

export const isRetryable = ({ status }: Pick<WebhookDelivery, "status">) => status === "failed" || status === "blocked";

export const isReplayable = ({ status }: Pick<WebhookDelivery, "status">) => status !== "queued";

/** "1 delivery", "12 deliveries" */
export const deliveriesText = (count: number) =>
  `${count.toLocaleString("en")} ${count === 1 ? "delivery" : "deliveries"}`;
