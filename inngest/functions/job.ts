import type { MessageName, Messages } from "@/inngest/events";

/** Intervals that a cron expression can say: they divide the hour. */
type EveryMinutes = 1 | 5 | 10 | 15 | 30 | 60;

type Declared<N extends MessageName> = {
  name: string;
  /** What is to happen once a day looks every hour whether it has: a clock that a restart sets back cannot count days. */
  trigger: { message: N } | { everyMinutes: EveryMinutes };
  /** How many run at once: at all, or for each value of one field of the message. */
  concurrency: { limit: number; per?: keyof Messages[N] & string };
  retries: 0 | 1 | 2 | 3;
  /** Rest after each run in the embedded driver, so that a burst of messages becomes few runs. */
  restMs?: number;
  run(data: Messages[N]): Promise<void>;
};

export type JobInput = Messages[MessageName];

/** A job as data; two drivers run it. It must be safe to run twice, and to stop at any point. */
export type Job = Omit<Declared<MessageName>, "concurrency" | "run"> & {
  concurrency: { limit: number; per?: string };
  run(input: JobInput): Promise<void>;
};

/** Declares a job whose `run` knows the shape of its own message. */
export function job<N extends MessageName>(declared: Declared<N>): Job {
  // Drivers hand a job nothing but messages of the name in its trigger, so the narrower parameter holds.
  return declared as Omit<Declared<N>, "run"> & Pick<Job, "run">;
}
