import { and, eq } from "drizzle-orm";
import { partnerUsers } from "@/db/schema/giving";
import type { PartnerCtx } from "@/lib/domain/context";

/** The recipients the caller may name. */
export function ownUsers(ctx: PartnerCtx) {
  return and(eq(partnerUsers.partnerId, ctx.partner.id), eq(partnerUsers.environment, ctx.environment));
}
