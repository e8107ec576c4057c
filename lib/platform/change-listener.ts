import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { databaseUrl } from "@/lib/platform/database-url";
import { logger } from "@/lib/platform/logger";
import { singleton } from "@/lib/platform/singleton";

const CHANNEL = "portico_cache";
const LISTENER_NAME = "portico-listener";
const PING_EVERY_MS = 300;
/** Without a word of its own from the database for this long, the listener counts as down. */
const SILENCE_MS = 900;
/** How long cached rows live while the listener is down, and how long `settle` waits at most. */
export const CACHE_BOUND_MS = 1_000;

type Handler = (tag: string) => void;
type Barrier = { acknowledged: Set<string>; expected: number; done: () => void };

/**
 * Hears of changed rows through `LISTEN/NOTIFY`. Triggers announce each change as a tag (`key:…`, `partner:…`,
 * `user:…`), so no writer can forget to. While `isUp()` is false, nothing cached may be older than `CACHE_BOUND_MS`.
 */
export class ChangeListener {
  private readonly instance = randomUUID();
  private readonly handlers = new Set<Handler>();
  private readonly barriers = new Map<string, Barrier>();
  private readonly url: string;
  private listening: postgres.Sql | undefined;
  private control: postgres.Sql | undefined;
  private timer: NodeJS.Timeout | undefined;
  private lastHeardAt = Number.NEGATIVE_INFINITY;
  private startedAt = Number.NEGATIVE_INFINITY;
  /** Grows with every tag heard: a read that began before a change must not be kept after it. */
  generation = 0;
  /** How many processes listened on this database a moment ago, this one included. */
  clusterSize = 1;

  constructor(url: string) {
    this.url = url;
  }

  onChange(handler: Handler): void {
    this.handlers.add(handler);
  }

  isUp(): boolean {
    return performance.now() - this.lastHeardAt < SILENCE_MS;
  }

  start(): void {
    if (this.timer) return;
    this.control = postgres(this.url, {
      max: 1,
      connect_timeout: 2,
      backoff: () => 0.1,
      onnotice: () => {},
      fetch_types: false,
      connection: { application_name: "portico-control", statement_timeout: 2_000 },
    });
    this.listen();
    this.timer = setInterval(() => this.beat(), PING_EVERY_MS);
    this.timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    this.lastHeardAt = Number.NEGATIVE_INFINITY;
    await Promise.allSettled([this.listening?.end({ timeout: 1 }), this.control?.end({ timeout: 1 })]);
  }

  /**
   * Resolves once every process that listens has heard of all changes committed before the call, or after
   * `CACHE_BOUND_MS`: by then a process that did not answer trusts no older copy.
   */
  async settle(): Promise<void> {
    if (!this.control) return;
    const id = randomUUID();
    await new Promise<void>((resolve) => {
      const timeout = setTimeout(resolve, CACHE_BOUND_MS);
      const done = () => {
        clearTimeout(timeout);
        resolve();
      };
      this.barriers.set(id, { acknowledged: new Set(), expected: Number.POSITIVE_INFINITY, done });
      this.openBarrier(id).catch((error) => logger.warn({ err: error }, "change barrier failed"));
    });
    this.barriers.delete(id);
  }

  private async openBarrier(id: string): Promise<void> {
    const listeners = await this.notify(`barrier:${id}`);
    const barrier = this.barriers.get(id);
    if (!barrier) return;
    barrier.expected = listeners;
    this.checkBarrier(barrier);
  }

  private checkBarrier(barrier: Barrier): void {
    if (barrier.acknowledged.size >= barrier.expected) barrier.done();
  }

  private listen(): void {
    const listening = postgres(this.url, {
      max: 1,
      connect_timeout: 2,
      backoff: () => 0.1,
      onnotice: () => {},
      fetch_types: false,
      connection: { application_name: LISTENER_NAME },
    });
    this.listening = listening;
    this.startedAt = performance.now();
    listening
      .listen(
        CHANNEL,
        (payload) => this.hear(payload),
        () => this.emit("all"),
      )
      .catch((error) => logger.debug({ err: error }, "listening for changes failed"));
  }

  private beat(): void {
    const silentFor = performance.now() - Math.max(this.lastHeardAt, this.startedAt);
    if (silentFor > 3 * SILENCE_MS) {
      // The driver gives a lost subscription up when its first reconnect fails: begin anew.
      void this.listening?.end({ timeout: 0 }).catch(() => {});
      this.listen();
    }
    this.notify(`ping:${this.instance}`)
      .then((listeners) => {
        this.clusterSize = Math.max(1, listeners);
      })
      .catch(() => {});
  }

  /** Sends a payload to every process, and counts those that listen at this moment. */
  private async notify(payload: string): Promise<number> {
    const rows = await this.control!<{ listeners: number }[]>`
      select pg_notify(${CHANNEL}, ${payload}),
        (select count(*)::int from pg_stat_activity
          where application_name = ${LISTENER_NAME} and datname = current_database()) as listeners`;
    return rows[0]?.listeners ?? 0;
  }

  private hear(payload: string): void {
    const colon = payload.indexOf(":");
    const kind = payload.slice(0, colon);
    const rest = payload.slice(colon + 1);
    if (kind === "ping") {
      if (rest === this.instance) this.lastHeardAt = performance.now();
    } else if (kind === "barrier") {
      this.notify(`ack:${rest}:${this.instance}`).catch(() => {});
    } else if (kind === "ack") {
      const [id = "", instance = ""] = rest.split(":");
      const barrier = this.barriers.get(id);
      if (!barrier) return;
      barrier.acknowledged.add(instance);
      this.checkBarrier(barrier);
    } else {
      this.emit(payload);
    }
  }

  /** Tells this process at once, before the database does. */
  emit(tag: string): void {
    this.generation += 1;
    for (const handler of this.handlers) handler(tag);
  }
}

/** The process's listener; the first use starts it. */
export function changeListener(): ChangeListener {
  return singleton("change-listener", () => {
    const listener = new ChangeListener(databaseUrl());
    listener.start();
    return listener;
  });
}
