import { EventEmitter } from "node:events";
import type { EventPayload, Inngest } from "inngest";
import { type Message, outboxWaiting } from "@/inngest/events";
import { env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/logger";
import { singleton } from "@/lib/platform/singleton";

export const APP_ID = "portico";
const BATCH_MAX = 1_000;

/** Messages of this process, for the embedded driver; nobody listens where none runs. */
export function localMessages(): EventEmitter<{ message: [Message] }> {
  return singleton("job-messages", () => new EventEmitter());
}

/** The Inngest client. The package is loaded on first use, since most installations never need it. */
export function inngestClient(): Promise<Inngest> {
  return singleton("inngest-client", () => import("inngest").then(({ Inngest }) => new Inngest({ id: APP_ID })));
}

/**
 * Wakes the jobs of these messages. It never fails: rows hold the truth, and what a lost message would have started is
 * found by the next sweep.
 */
export async function announce(messages: Message | Message[]): Promise<void> {
  const list = [messages].flat();
  if (env().inngest) return sendToInngest(list);
  for (const message of list) localMessages().emit("message", message);
}

async function sendToInngest(messages: Message[]): Promise<void> {
  try {
    const inngest = await inngestClient();
    for (let start = 0; start < messages.length; start += BATCH_MAX) {
      await inngest.send(messages.slice(start, start + BATCH_MAX).map(toPayload));
    }
  } catch (err) {
    logger.warn({ err }, "Inngest took no messages; the next sweep makes up for it");
  }
}

/** No id: Inngest would drop a second message of the same id for a day, and with it what a sweep sends again. */
function toPayload({ name, data, at }: Message): EventPayload {
  return { name, data, ...(at && { ts: at.getTime() }) };
}

const nudge = () => singleton("outbox-nudge", () => ({ isUnderWay: false, isWantedAgain: false }));

/**
 * Announces that the outbox has something in it. Many calls at once become two messages at most: the one that is under
 * way, and one after it for what was committed since.
 */
export function nudgeOutbox(): void {
  const state = nudge();
  if (state.isUnderWay) {
    state.isWantedAgain = true;
    return;
  }
  state.isUnderWay = true;
  void announce(outboxWaiting).finally(() => {
    state.isUnderWay = false;
    if (!state.isWantedAgain) return;
    state.isWantedAgain = false;
    nudgeOutbox();
  });
}
