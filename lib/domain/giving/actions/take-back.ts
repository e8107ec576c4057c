import type { actions } from "@/db/schema/giving";
import { availableOf, type Lot, vestingOf } from "@/lib/domain/giving/lots/hold-lots";
import type { Settlement } from "@/lib/domain/giving/lots/settlement";

type ActionRow = typeof actions.$inferSelect;

/** What a reversal took from a lot; without a transaction where there was nothing to take. */
export type Taken = { lot: Lot; tokens: number; transactionId: string | null };

/**
 * Takes up to `asked` tokens of a lot back into its pool: what vests last first, then what is available. The rest was
 * redeemed or has expired; the lot remembers it as unrecoverable.
 */
export function takeBack(settlement: Settlement, lot: Lot, asked: number, action: ActionRow): Taken {
  settlement.settle(lot);
  const vesting = Math.min(asked, vestingOf(lot));
  const available = Math.min(asked - vesting, availableOf(lot));
  const tokens = vesting + available;
  lot.unrecoverable += asked - tokens;
  if (asked > 0) settlement.changed.add(lot);
  if (tokens === 0) return { lot, tokens, transactionId: null };
  const actionId = action.id;
  const transactionId = settlement.record(
    lot,
    { type: "REVERSAL", tokens },
    {
      actionId,
      campaignId: action.campaignId,
      stakeholderTypeCode:
        action.result?.distributions.find((each) => each.transactionId === lot.transactionId)?.stakeholderTypeCode ??
        null,
      reversesTransactionId: lot.transactionId,
    },
  );
  const side = { transactionId, entryType: "REVERSAL", actionId };
  if (vesting > 0) settlement.post(lot, { ...side, accountKind: "USER_VESTING", tokens: -vesting });
  if (available > 0) settlement.post(lot, { ...side, accountKind: "USER_AVAILABLE", tokens: -available });
  settlement.poolOf(lot).move("REVERSAL", tokens, { transactionId, actionId });
  settlement.users.push({ id: lot.partnerUserId, vesting: -vesting, available: -available, reversed: tokens });
  lot.reversedVesting += vesting;
  lot.reversedAvailable += available;
  return { lot, tokens, transactionId };
}
