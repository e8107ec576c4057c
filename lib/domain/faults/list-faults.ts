import { desc } from "drizzle-orm";
import { sandboxFaults } from "@/db/schema/readiness";
import type { UserCtx } from "@/lib/domain/context";
import { faultsOf, presentFault } from "@/lib/domain/faults/own-faults";
import type { FaultList } from "@/lib/domain/faults/schemas";
import { fail } from "@/lib/errors";

const LISTED_MAX = 100;

/** The partner's faults, the newest first, also those that are used up. */
export async function listFaults(ctx: UserCtx): Promise<FaultList> {
  if (!ctx.partner) fail("partner_not_found");
  const rows = await ctx.db
    .select()
    .from(sandboxFaults)
    .where(faultsOf(ctx.partner))
    .orderBy(desc(sandboxFaults.createdAt), desc(sandboxFaults.id))
    .limit(LISTED_MAX);
  return { data: rows.map(presentFault) };
}
