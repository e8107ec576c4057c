import { connection } from "@/lib/domain/connection";
import { type RequestRecord, recordRequests } from "@/lib/domain/usage/record-requests";
import { logger } from "@/lib/platform/logger";
import { singleton } from "@/lib/platform/singleton";

const FLUSH_EVERY_MS = 200;
const BATCH_MAX = 1_000;
/** While the database is away rows wait here; beyond this many the oldest go, and the log says so. */
const WAITING_MAX = 50_000;

/** Collects what may follow the answer and writes it in batches; `flush` empties it before the process ends. */
class UsageBuffer {
  private waiting: RequestRecord[] = [];
  private readonly lastUsed = new Map<string, Date>();
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();
  private next: Promise<void> | undefined;

  add(record: RequestRecord, usedKeyId: string | null): void {
    this.waiting.push(record);
    if (usedKeyId) this.lastUsed.set(usedKeyId, record.at);
    this.timer ??= setTimeout(() => void this.flush(), FLUSH_EVERY_MS).unref();
  }

  /**
   * When it returns, every row added before it was called has been written, unless the database did not take it. Callers
   * that come while rows are being written share one turn after that: what they wait for may be in either.
   */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.next ??= this.writing.then(() => {
      this.next = undefined;
      this.writing = this.writeWaiting();
      return this.writing;
    });
    return this.next;
  }

  /** Writes what waits now; what comes meanwhile is the next turn's. */
  private async writeWaiting(): Promise<void> {
    let left = this.waiting.length;
    while (left > 0 && (await this.writeBatch())) left -= BATCH_MAX;
  }

  private async writeBatch(): Promise<boolean> {
    const batch = this.waiting.splice(0, BATCH_MAX);
    const lastUsed = new Map(this.lastUsed);
    this.lastUsed.clear();
    try {
      await recordRequests(connection(), batch, lastUsed);
      return true;
    } catch (error) {
      this.keep(batch, lastUsed);
      logger.warn({ err: error, waiting: this.waiting.length }, "usage rows wait: the database did not take them");
      this.timer ??= setTimeout(() => void this.flush(), 5 * FLUSH_EVERY_MS).unref();
      return false;
    }
  }

  private keep(batch: RequestRecord[], lastUsed: Map<string, Date>): void {
    this.waiting = [...batch, ...this.waiting];
    const excess = this.waiting.length - WAITING_MAX;
    if (excess > 0) {
      this.waiting.splice(0, excess);
      logger.error({ dropped: excess }, "usage rows dropped: the database was away too long");
    }
    for (const [id, at] of lastUsed) if (!this.lastUsed.has(id)) this.lastUsed.set(id, at);
  }
}

/** The process's buffer of usage rows. */
export function usageBuffer(): UsageBuffer {
  return singleton("usage-buffer", () => new UsageBuffer());
}
