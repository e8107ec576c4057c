import { setTimeout as sleep } from "node:timers/promises";
import { localMessages } from "@/inngest/client";
import type { Message } from "@/inngest/events";
import type { Job } from "@/inngest/functions/job";
import { JobLanes } from "@/inngest/job-lanes";
import { JOBS } from "@/inngest/jobs";
import { MINUTE_MS } from "@/lib/domain/shared/duration";
import { env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/logger";

/** What lies further ahead is left to the sweep, which announces it again in time; so memory stays small. */
const HORIZON_MS = 90_000;
/** Longer than a delivery may take. */
const STOP_WAIT_MS = 12_000;

export type EmbeddedDriver = { stop(): Promise<void> };

/**
 * Runs the jobs in this process, where no Inngest does: a queue in memory for messages, timers for those that lie ahead
 * and for what runs every so many minutes, beginning now. It may forget anything at any time, since rows hold the truth.
 * `stop` begins nothing more and waits, for a bounded time, until what runs has ended.
 */
export function startEmbeddedDriver(jobs: readonly Job[] = JOBS): EmbeddedDriver {
  if (env().inngest) return { stop: async () => {} };
  const lanes = new JobLanes((job, err) => logger.error({ err, job: job.name }, "A job failed"));
  const timers = new Map<string, NodeJS.Timeout>();

  const receive = (message: Message) => {
    const waitMs = (message.at?.getTime() ?? 0) - Date.now();
    if (waitMs > HORIZON_MS) return;
    if (waitMs <= 0) {
      for (const job of jobs) {
        if ("message" in job.trigger && job.trigger.message === message.name) lanes.add(job, message.data);
      }
      return;
    }
    const key = `${message.name} ${JSON.stringify(message.data)}`;
    clearTimeout(timers.get(key));
    // A timer may ring a moment early: the message is looked at anew.
    const ring = () => {
      timers.delete(key);
      receive(message);
    };
    timers.set(key, setTimeout(ring, waitMs).unref());
  };

  const clocks = jobs.flatMap((job) => {
    if (!("everyMinutes" in job.trigger)) return [];
    lanes.add(job, {});
    return setInterval(() => lanes.add(job, {}), job.trigger.everyMinutes * MINUTE_MS).unref();
  });
  localMessages().on("message", receive);

  return {
    async stop() {
      localMessages().off("message", receive);
      for (const clock of clocks) clearInterval(clock);
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
      await Promise.race([lanes.close(), sleep(STOP_WAIT_MS, undefined, { ref: false })]);
    },
  };
}
