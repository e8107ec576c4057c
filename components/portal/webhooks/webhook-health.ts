import type { StatusTone } from "@/components/ui/status";
import type { Webhook } from "@/lib/domain/webhooks/schemas";

export type Health = { tone: StatusTone; word: string; reason: string };

type History = Pick<Webhook, "isActive" | "disabledReason" | "consecutiveFailures" | "lastDeliveryAt">;

/** How a webhook is doing, and why. */
export function webhookHealth({ isActive, disabledReason, consecutiveFailures, lastDeliveryAt }: History): Health {
  if (!isActive) return { tone: "danger", word: "Disabled", reason: disabledReason ?? "It was turned off." };
  if (consecutiveFailures > 0) {
    return { tone: "warning", word: "Failing", reason: `${failuresText(consecutiveFailures)} failed.` };
  }
  if (lastDeliveryAt === null) return { tone: "neutral", word: "Waiting", reason: "Nothing was delivered yet." };
  return { tone: "success", word: "Healthy", reason: "The last attempt got 2xx." };
}

/** "All events", or how many of them. */
export function eventsText({ receiveAllEvents, eventTypes }: Pick<Webhook, "receiveAllEvents" | "eventTypes">): string {
  if (receiveAllEvents) return "All events";
  const [only] = eventTypes;
  return eventTypes.length === 1 && only ? only : `${eventTypes.length} event types`;
}

/** The address without its scheme and query, as people call it. */
export function webhookName(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname } = new URL(url);
  return pathname === "/" ? host : `${host}${pathname}`;
}

function failuresText(failures: number): string {
  return failures === 1 ? "The last attempt" : `The last ${failures.toLocaleString("en")} attempts`;
}
