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
  private writing: Promise<void> | undefined;

  add(record: RequestRecord, usedKeyId: string | null): void {
    this.waiting.push(record);
    if (usedKeyId) this.lastUsed.set(usedKeyId, record.at);
    this.timer ??= setTimeout(() => void this.flush(), FLUSH_EVERY_MS).unref();
  }

  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.writing;
    while (this.waiting.length > 0 || this.lastUsed.size > 0) {
      this.writing = this.writeBatch();
      const before = this.waiting.length;
      await this.writing;
      if (this.waiting.length > before) return;
    }
  }

  private async writeBatch(): Promise<void> {
    const batch = this.waiting.splice(0, BATCH_MAX);
    const lastUsed = new Map(this.lastUsed);
    this.lastUsed.clear();
    try {
      await recordRequests(connection(), batch, lastUsed);
    } catch (error) {
      this.keep(batch, lastUsed);
      logger.warn({ err: error, waiting: this.waiting.length }, "usage rows wait: the database did not take them");
      this.timer ??= setTimeout(() => void this.flush(), 5 * FLUSH_EVERY_MS).unref();
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
