import { CACHE_BOUND_MS, type ChangeListener } from "@/lib/platform/change-listener";

const ENTRIES_MAX = 20_000;

type Entry<V> = { value: V; tags: readonly string[]; readAt: number };

/**
 * Keeps rows that every request needs until the database announces their change. A value read while a change came in is
 * used once and not kept: it may be older than the change. Absence is never kept, so a new row is seen at once.
 */
export class SnapshotCache<V> {
  private readonly entries = new Map<string, Entry<V>>();
  private readonly loading = new Map<string, Promise<V | null>>();
  private readonly listener: ChangeListener;
  private readonly tagsOf: (value: V) => readonly string[];
  private readonly entriesMax: number;

  constructor(listener: ChangeListener, tagsOf: (value: V) => readonly string[], entriesMax = ENTRIES_MAX) {
    this.listener = listener;
    this.tagsOf = tagsOf;
    this.entriesMax = entriesMax;
    listener.onChange((tag) => this.drop(tag));
  }

  /** The kept value, without touching the database. */
  peek(key: string): V | undefined {
    const entry = this.entries.get(key);
    if (entry === undefined) return undefined;
    if (this.listener.isUp() || performance.now() - entry.readAt < CACHE_BOUND_MS) return entry.value;
    this.entries.delete(key);
    return undefined;
  }

  /** The kept value, or a fresh one; callers that ask for the same key at once share one read. */
  async get(key: string, load: () => Promise<V | null>): Promise<V | null> {
    const kept = this.peek(key);
    if (kept !== undefined) return kept;
    const generation = this.listener.generation;
    // A read that began under an older generation may have missed a change: it is not shared.
    const loadingKey = `${generation} ${key}`;
    const running = this.loading.get(loadingKey);
    if (running) return running;
    const reading = this.read(key, generation, load).finally(() => this.loading.delete(loadingKey));
    this.loading.set(loadingKey, reading);
    return reading;
  }

  private async read(key: string, generation: number, load: () => Promise<V | null>): Promise<V | null> {
    const readAt = performance.now();
    const value = await load();
    if (value !== null && this.listener.generation === generation) {
      if (this.entries.size >= this.entriesMax) this.entries.delete(this.entries.keys().next().value!);
      this.entries.set(key, { value, tags: this.tagsOf(value), readAt });
    }
    return value;
  }

  private drop(tag: string): void {
    if (tag === "all") {
      this.entries.clear();
      return;
    }
    for (const [key, entry] of this.entries) if (entry.tags.includes(tag)) this.entries.delete(key);
  }
}
