import { HOUR_MS, MINUTE_MS } from "@/lib/domain/shared/duration";
import { assertCharge, type Caps, type LimitStore, type LimitVerdict, UNLIMITED } from "@/lib/http/limits/limit-store";
import { refusingWindow, toVerdict, type Usage, usageAt } from "@/lib/http/limits/windows";

const BUCKETS_MAX = 100_000;
/** Buckets looked at when a new one comes: more than one, so that ended windows leave faster than new ones arrive. */
const EXAMINED = 8;

type Kept = Usage & { endsAtMs: number };

/**
 * Counts in this process's memory, synchronously. It holds at most `bucketsMax` buckets: ended ones leave first, and
 * when a flood of addresses leaves none of those, the least used of the few examined, so that a flood forgets itself
 * before it forgets a busy partner.
 */
export class EmbeddedLimitStore implements LimitStore {
  readonly name = "embedded";
  private readonly buckets = new Map<string, Kept>();
  /** A standing iterator: starting again at the front would walk over every deleted slot each time. */
  private hand = this.buckets.entries();

  constructor(private readonly bucketsMax = BUCKETS_MAX) {}

  get size(): number {
    return this.buckets.size;
  }

  consume(bucket: string, caps: Caps, cost: number, now: Date): LimitVerdict {
    assertCharge(cost, now);
    const nowMs = now.getTime();
    const kept = this.buckets.get(bucket);
    const usage = usageAt(kept, caps, nowMs);
    const window = refusingWindow(usage, caps, cost);
    if (window === null) {
      usage.hourUsed += cost;
      usage.minuteUsed += cost;
      const charged = kept ?? this.addBucket(bucket, nowMs);
      // Field by field: a spread costs ten times the rest of the call.
      charged.hourStartMs = usage.hourStartMs;
      charged.minuteStartMs = usage.minuteStartMs;
      charged.hourUsed = usage.hourUsed;
      charged.minuteUsed = usage.minuteUsed;
      charged.endsAtMs = endsAt(usage, caps);
    }
    return toVerdict(usage, caps, { window, nowMs });
  }

  peek(bucket: string, caps: Caps, now: Date): LimitVerdict {
    const nowMs = now.getTime();
    const usage = usageAt(this.buckets.get(bucket), caps, nowMs);
    return toVerdict(usage, caps, { window: refusingWindow(usage, caps, 1), nowMs });
  }

  private addBucket(bucket: string, nowMs: number): Kept {
    this.makeRoom(nowMs);
    const added: Kept = { hourStartMs: nowMs, hourUsed: 0, minuteStartMs: nowMs, minuteUsed: 0, endsAtMs: nowMs };
    this.buckets.set(bucket, added);
    return added;
  }

  private makeRoom(nowMs: number): void {
    let lightest: [string, Kept] | undefined;
    for (let examined = 0; examined < EXAMINED; examined++) {
      const entry = this.nextBucket();
      if (entry === undefined) break;
      if (entry[1].endsAtMs <= nowMs) this.buckets.delete(entry[0]);
      else if (lightest === undefined || entry[1].hourUsed < lightest[1].hourUsed) lightest = entry;
    }
    if (this.buckets.size >= this.bucketsMax && lightest) this.buckets.delete(lightest[0]);
  }

  private nextBucket(): [string, Kept] | undefined {
    const next = this.hand.next();
    if (!next.done) return next.value;
    this.hand = this.buckets.entries();
    return this.hand.next().value;
  }
}

function endsAt(usage: Usage, caps: Caps): number {
  const minuteEndMs = usage.minuteStartMs + MINUTE_MS;
  return caps.hour === UNLIMITED ? minuteEndMs : Math.max(minuteEndMs, usage.hourStartMs + HOUR_MS);
}
