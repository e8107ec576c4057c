import type { transactions } from "@/db/schema/giving";
import { eventRow } from "@/lib/domain/events/record-event";
import type { EventType } from "@/lib/domain/events/schemas";
import type { Posting } from "@/lib/domain/giving/ledger/post-entries";
import { userTokensExpired, userTokensVested } from "@/lib/domain/giving/lots/event-types";
import { availableOf, type Lot, leftOf, vestingOf } from "@/lib/domain/giving/lots/hold-lots";
import type { PoolAccount } from "@/lib/domain/giving/token-pools/pool-account";
import type { UserChange } from "@/lib/domain/giving/users/hold-users";
import { DAY_MS } from "@/lib/domain/shared/duration";
import type { Environment } from "@/lib/domain/shared/schemas";
import { newObjectId } from "@/lib/platform/ids";

type Scope = { partnerId: string; environment: Environment };
type Movement = Pick<typeof transactions.$inferInsert, "type" | "tokens">;

/**
 * What one transaction does to lots: it changes the lots in place and collects what is to be written beside them. All lots
 * are of one partner and environment; pools that get tokens back are among those given, held by the transaction.
 */
export class Settlement {
  readonly changed = new Set<Lot>();
  readonly transactions: (typeof transactions.$inferInsert)[] = [];
  readonly postings: Posting[] = [];
  readonly users: UserChange[] = [];
  private readonly told = new Map<string, { type: EventType; externalId: string; tokens: number; at: string }>();

  constructor(
    private readonly now: Date,
    private readonly scope: Scope,
    private readonly pools: readonly PoolAccount[],
    /** External ids by id of the lots' owners. */
    private readonly owners: ReadonlyMap<string, string>,
  ) {}

  /** Books what has become due: the release of what has vested, then the expiry. */
  settle(lot: Lot): void {
    const release = Math.min(lot.vested, lot.tokens - lot.reversedVesting) - lot.released;
    if (release > 0 && lot.expired === 0) this.release(lot, release);
    if (lot.expiresAt && lot.expiresAt <= this.now && leftOf(lot) > 0) this.expire(lot, lot.expiresAt);
  }

  /** Writes a movement of this lot; returns its id for the postings. */
  record(lot: Lot, movement: Movement, more: Partial<typeof transactions.$inferInsert> = {}): string {
    const id = newObjectId();
    const { partnerUserId, tokenPoolId } = lot;
    this.transactions.push({
      id,
      ...this.scope,
      ...movement,
      partnerUserId,
      tokenPoolId,
      createdAt: this.now,
      ...more,
    });
    this.changed.add(lot);
    return id;
  }

  /** Books one side of a movement on the owner's accounts. */
  post(lot: Lot, side: Pick<Posting, "transactionId" | "accountKind" | "tokens" | "entryType" | "actionId">): void {
    const isShared = side.accountKind === "EXPIRED" || side.accountKind === "REDEEMED";
    this.postings.push({ ...side, accountId: isShared ? null : lot.partnerUserId });
  }

  poolOf(lot: Lot): PoolAccount {
    const pool = this.pools.find(({ row }) => row.id === lot.tokenPoolId);
    if (!pool) throw new Error(`pool ${lot.tokenPoolId} is not held`);
    return pool;
  }

  /** The events of what was booked: one for each owner, kind and instant. */
  events() {
    const scope = { now: this.now, ...this.scope };
    return [...this.told.values()].map(({ type, ...data }) => eventRow(scope, type, data as Record<string, unknown>));
  }

  private release(lot: Lot, tokens: number): void {
    const transactionId = this.record(lot, { type: "VESTING_RELEASE", tokens });
    const entryType = "VESTING_RELEASE";
    this.post(lot, { transactionId, accountKind: "USER_VESTING", tokens: -tokens, entryType });
    this.post(lot, { transactionId, accountKind: "USER_AVAILABLE", tokens, entryType });
    this.users.push({ id: lot.partnerUserId, vesting: -tokens, available: tokens });
    lot.released += tokens;
    const steps = Math.floor((this.now.getTime() - lot.vestsFrom.getTime()) / (lot.stepDays * DAY_MS));
    const step = Math.min(lot.vestingSteps, steps);
    this.tell(userTokensVested, lot, tokens, new Date(lot.vestsFrom.getTime() + step * lot.stepDays * DAY_MS));
  }

  private expire(lot: Lot, at: Date): void {
    const [tokens, available, vesting] = [leftOf(lot), availableOf(lot), vestingOf(lot)];
    const transactionId = this.record(lot, { type: "EXPIRATION", tokens });
    const entryType = "EXPIRATION";
    if (available > 0) this.post(lot, { transactionId, accountKind: "USER_AVAILABLE", tokens: -available, entryType });
    if (vesting > 0) this.post(lot, { transactionId, accountKind: "USER_VESTING", tokens: -vesting, entryType });
    if (lot.returnsToPool) this.poolOf(lot).move("EXPIRY_RETURN", tokens, { transactionId });
    else this.post(lot, { transactionId, accountKind: "EXPIRED", tokens, entryType });
    this.users.push({ id: lot.partnerUserId, available: -available, vesting: -vesting, expired: tokens });
    lot.expired += tokens;
    this.tell(userTokensExpired, lot, tokens, at);
  }

  private tell(type: EventType, lot: Lot, tokens: number, instant: Date): void {
    const at = instant.toISOString();
    const place = `${type.name} ${lot.partnerUserId} ${at}`;
    const known = this.told.get(place);
    if (known) known.tokens += tokens;
    else this.told.set(place, { type, externalId: this.owners.get(lot.partnerUserId)!, tokens, at });
  }
}
