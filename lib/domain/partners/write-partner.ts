import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import { partners } from "@/db/schema/partners";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import type { Ctx, InTx } from "@/lib/domain/context";
import { fail } from "@/lib/errors";

export type PartnerRow = typeof partners.$inferSelect;

/** Status and production access move along their own tables, by their own verbs. */
export type PartnerChanges = Partial<
  Omit<PartnerRow, "id" | "slug" | "status" | "productionAccess" | "inquiryId" | "createdAt" | "updatedAt">
>;

export type PartnerWrite = {
  partnerId: string;
  reason: string;
  /** What the audit record calls it: `partner.tier_changed`. */
  action: string;
  /** What the columns are to be, decided while nobody else can write the record. */
  decide: (ctx: InTx<Ctx>, partner: PartnerRow) => PartnerChanges | Promise<PartnerChanges>;
  /** What follows from a change, in its transaction; not called when all is as it was. */
  follow?: (ctx: InTx<Ctx>, before: PartnerRow) => Promise<void>;
};

/** The partner's row, which nobody else changes until the transaction ends. Rows that refer to the partner may come. */
async function lockPartner(ctx: InTx<Ctx>, id: string): Promise<PartnerRow> {
  const [partner] = await ctx.db.select().from(partners).where(eq(partners.id, id)).for("no key update");
  if (!partner) fail("partner_not_found", { message: "No such partner." });
  if (partner.status === "TERMINATED") {
    fail("invalid_state_transition", { message: "The partner is terminated: its record can only be read." });
  }
  return partner;
}

/**
 * Changes columns of a partner, with an audit record of those that differ. Writers come one after the other, each to what
 * the former left; one that changes nothing records nothing. After the commit the caller lets every process hear of
 * `partner:{id}`. Fails with `partner_not_found`, or `invalid_state_transition` once the partner is terminated.
 */
export async function writePartner(ctx: InTx<Ctx>, write: PartnerWrite): Promise<void> {
  const { partnerId, reason, action } = write;
  const partner = await lockPartner(ctx, partnerId);
  const wanted = await write.decide(ctx, partner);
  const changed = (Object.keys(wanted) as (keyof PartnerChanges)[]).filter(
    (column) => wanted[column] !== undefined && !isDeepStrictEqual(wanted[column], partner[column]),
  );
  if (changed.length === 0) return;
  const after = Object.fromEntries(changed.map((column) => [column, wanted[column]]));
  await ctx.db
    .update(partners)
    .set({ ...after, updatedAt: ctx.now })
    .where(eq(partners.id, partnerId));
  await recordAudit(ctx, {
    action,
    targetType: "partner",
    targetId: partnerId,
    partnerId,
    environment: null,
    before: Object.fromEntries(changed.map((column) => [column, partner[column]])),
    after,
    reason,
  });
  await write.follow?.(ctx, partner);
}
