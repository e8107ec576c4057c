import { and, eq } from "drizzle-orm";
import { donations } from "@/db/schema/donations";
import type { PartnerCtx } from "@/lib/domain/context";

/** The donations the caller may name. */
export function ownDonations(ctx: PartnerCtx) {
  return and(eq(donations.partnerId, ctx.partner.id), eq(donations.environment, ctx.environment));
}
