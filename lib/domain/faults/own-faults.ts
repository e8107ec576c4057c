import { eq } from "drizzle-orm";
import { sandboxFaults } from "@/db/schema/readiness";
import type { UserCtx } from "@/lib/domain/context";
import type { Fault } from "@/lib/domain/faults/schemas";
import type { PartnerSnapshot } from "@/lib/domain/partners/snapshot";
import { fail } from "@/lib/errors";

export type FaultRow = typeof sandboxFaults.$inferSelect;

/** Fails unless the user has a partner and may do more than look. */
export function requireFaultPermission(ctx: UserCtx): PartnerSnapshot {
  if (ctx.actor.role === "VIEWER") fail("forbidden");
  return ctx.partner ?? fail("partner_not_found");
}

/** The faults a partner's people may see. */
export const faultsOf = (partner: PartnerSnapshot) => eq(sandboxFaults.partnerId, partner.id);

export function presentFault(row: FaultRow): Fault {
  const { id, kind, count, remaining, pathPrefix, retryAfterSeconds, createdAt } = row;
  return { id, kind, count, remaining, pathPrefix, retryAfterSeconds, createdAt: createdAt.toISOString() };
}
