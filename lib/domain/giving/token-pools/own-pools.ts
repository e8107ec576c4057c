import { and, eq } from "drizzle-orm";
import { tokenPools } from "@/db/schema/giving";
import type { PartnerCtx } from "@/lib/domain/context";

/** The pools the caller may name. */
export function ownPools(ctx: PartnerCtx) {
  return and(eq(tokenPools.partnerId, ctx.partner.id), eq(tokenPools.environment, ctx.environment));
}
