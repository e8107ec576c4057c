import type { Ctx, InTx } from "@/lib/domain/context";
import { insertEvents } from "@/lib/domain/events/record-event";
import { saveLots } from "@/lib/domain/giving/lots/hold-lots";
import type { Settlement } from "@/lib/domain/giving/lots/settlement";
import { insertTransactions } from "@/lib/domain/giving/transactions/insert-transactions";
import { changeUsers } from "@/lib/domain/giving/users/hold-users";
import { together } from "@/lib/domain/shared/together";

/** Writes what a settlement did, but for its postings: those go out in one statement with the pools' own. */
export async function saveSettlement(ctx: InTx<Ctx>, settlement: Settlement): Promise<void> {
  await together([
    insertTransactions(ctx.db, settlement.transactions),
    saveLots(ctx, [...settlement.changed]),
    changeUsers(ctx, settlement.users),
    insertEvents(ctx.db, settlement.events()),
  ]);
}
