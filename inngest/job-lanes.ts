import { setTimeout as sleep } from "node:timers/promises";
import type { Job, JobInput } from "@/inngest/functions/job";

type Lane = { key: string; job: Job; waiting: Map<string, JobInput>; running: number };

/** How many runs of jobs with lanes of their own, such as requests to partners' servers, are under way at once. */
const IN_FLIGHT_MAX = 64;

/**
 * A queue in memory. Each job, or each value of the field that its concurrency is counted by, has a lane of its own; lanes
 * take turns, so that a full or slow one delays nobody else. What waits already is not queued twice.
 */
export class JobLanes {
  private readonly lanes = new Map<string, Lane>();
  private readonly ready = new Set<Lane>();
  private readonly underWay = new Set<Promise<void>>();
  private readonly onError: (job: Job, error: unknown) => void;
  private inFlight = 0;
  private closed = false;

  constructor(onError: (job: Job, error: unknown) => void) {
    this.onError = onError;
  }

  add(job: Job, input: JobInput): void {
    if (this.closed) return;
    const lane = this.laneOf(job, input);
    lane.waiting.set(JSON.stringify(input), input);
    this.refresh(lane);
    this.start();
  }

  /** Forgets what waits and resolves when what runs has ended. */
  async close(): Promise<void> {
    this.closed = true;
    this.ready.clear();
    await Promise.all(this.underWay);
  }

  private laneOf(job: Job, input: JobInput): Lane {
    const { per } = job.concurrency;
    const key = per ? `${job.name} ${(input as Record<string, unknown>)[per]}` : job.name;
    const present = this.lanes.get(key);
    if (present) return present;
    const lane: Lane = { key, job, waiting: new Map(), running: 0 };
    this.lanes.set(key, lane);
    return lane;
  }

  private refresh(lane: Lane): void {
    if (this.closed) return;
    if (lane.waiting.size > 0 && lane.running < lane.job.concurrency.limit) this.ready.add(lane);
    else if (lane.waiting.size === 0 && lane.running === 0) this.lanes.delete(lane.key);
  }

  private start(): void {
    // A lane with more to do is added again, at the end: that is the turn-taking.
    for (const lane of this.ready) {
      const isShared = lane.job.concurrency.per !== undefined;
      if (isShared && this.inFlight >= IN_FLIGHT_MAX) continue;
      this.ready.delete(lane);
      const [next] = lane.waiting;
      if (!next) continue;
      lane.waiting.delete(next[0]);
      lane.running += 1;
      if (isShared) this.inFlight += 1;
      this.refresh(lane);
      const run = this.run(lane, next[1]).finally(() => {
        this.underWay.delete(run);
        lane.running -= 1;
        if (isShared) this.inFlight -= 1;
        this.refresh(lane);
        this.start();
      });
      this.underWay.add(run);
    }
  }

  private async run({ job }: Lane, input: JobInput): Promise<void> {
    try {
      await job.run(input);
    } catch (error) {
      this.onError(job, error);
    }
    if (job.restMs && !this.closed) await sleep(job.restMs);
  }
}
