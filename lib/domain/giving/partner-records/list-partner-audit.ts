import { eq } from "drizzle-orm";
import { partners } from "@/db/schema/partners";
import { listAuditRecords } from "@/lib/domain/audit/list-audit-records";
import type { AuditRecordList, ListAuditRecordsQuery } from "@/lib/domain/audit/schemas";
import type { AdminCtx } from "@/lib/domain/context";
import { fail } from "@/lib/errors";

/** What was done to one partner, latest first. Fails with `partner_not_found`. */
export async function listPartnerAudit(
  ctx: AdminCtx,
  input: { id: string } & ListAuditRecordsQuery,
): Promise<AuditRecordList> {
  const { id, ...query } = input;
  const [partner] = await ctx.db.select({ id: partners.id }).from(partners).where(eq(partners.id, id));
  if (!partner) fail("partner_not_found", { message: "No such partner." });
  return listAuditRecords(ctx, { ...query, partnerId: id });
}
