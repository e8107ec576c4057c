import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { ledgerChecks } from "@/db/schema/records";
import type { Ctx } from "@/lib/domain/context";
import { checkLedger, type LedgerFault } from "@/lib/domain/giving/ledger/check-ledger";
import { HOUR_MS } from "@/lib/domain/shared/duration";
import { logger } from "@/lib/platform/logger";

/** In UTC. A night's check belongs to the day on which it begins, and is made up for later that day if need be. */
const NIGHT_BEGINS_HOUR = 3;
/** A check that has not ended by then was broken off, and is made again. */
const GIVEN_UP_MS = HOUR_MS;

function nightOf(now: Date): string {
  return new Date(now.getTime() - NIGHT_BEGINS_HOUR * HOUR_MS).toISOString().slice(0, 10);
}

/** Of all who ask, one gets the night's check. */
async function claimNight(ctx: Ctx, night: string): Promise<boolean> {
  const claimed = await ctx.db
    .insert(ledgerChecks)
    .values({ night, startedAt: ctx.now })
    .onConflictDoUpdate({
      target: ledgerChecks.night,
      set: { startedAt: ctx.now },
      setWhere: and(
        isNull(ledgerChecks.finishedAt),
        lt(ledgerChecks.startedAt, new Date(ctx.now.getTime() - GIVEN_UP_MS)),
      ),
    })
    .returning({ night: ledgerChecks.night });
  return claimed.length > 0;
}

/**
 * Checks the ledger once a night, whichever process comes first, and keeps the result. A broken promise is an error in
 * the log, with the first row that breaks it. Returns the faults, or null when the night's check is another's or done.
 */
export async function checkLedgerNightly(ctx: Ctx): Promise<LedgerFault[] | null> {
  const night = nightOf(ctx.now);
  if (!(await claimNight(ctx, night))) return null;
  const faults = await checkLedger(ctx);
  await ctx.db
    .update(ledgerChecks)
    .set({ finishedAt: sql`clock_timestamp()`, faults })
    .where(eq(ledgerChecks.night, night));
  for (const { rule, row } of faults) logger.error({ rule, row }, "The ledger is broken");
  if (faults.length === 0) logger.info({ night }, "The ledger is whole");
  return faults;
}
