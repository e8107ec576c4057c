import type { UserCtx } from "@/lib/domain/context";
import type { PartnerSnapshot } from "@/lib/domain/partners/snapshot";
import { fail } from "@/lib/errors";

/** The person's partner. Fails with `partner_not_found` before the first key. */
export function requireTeam(ctx: UserCtx): PartnerSnapshot {
  return ctx.partner ?? fail("partner_not_found");
}

/** The same for owners only: who belongs to a team is their matter. Fails with `forbidden` too. */
export function requireOwner(ctx: UserCtx): PartnerSnapshot {
  const partner = requireTeam(ctx);
  if (ctx.actor.role !== "OWNER") fail("forbidden", { message: "Only owners decide who belongs to the team." });
  return partner;
}
