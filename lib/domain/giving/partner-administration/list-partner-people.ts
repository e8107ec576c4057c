import { asc, count, eq } from "drizzle-orm";
import { portalUsers } from "@/db/schema/partners";
import type { AdminCtx } from "@/lib/domain/context";
import type { PartnerPerson, PartnerPersonList } from "@/lib/domain/giving/partner-administration/schemas";
import { requirePartner } from "@/lib/domain/giving/pool-administration/find-partner-pool";
import { offsetOf, pageOf } from "@/lib/domain/shared/page";

function presentPerson(row: typeof portalUsers.$inferSelect): PartnerPerson {
  return {
    id: row.id,
    email: row.email,
    firstName: row.firstName,
    lastName: row.lastName,
    role: row.role,
    emailVerifiedAt: row.emailVerifiedAt?.toISOString() ?? null,
    disabledAt: row.disabledAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

/** Who signs in for a partner, in the order in which they came. Fails with `partner_not_found`. */
export async function listPartnerPeople(
  ctx: AdminCtx,
  input: { id: string; page: number; limit: number },
): Promise<PartnerPersonList> {
  await requirePartner(ctx, input.id, "read");
  const own = eq(portalUsers.partnerId, input.id);
  const [rows, [counted]] = await Promise.all([
    ctx.db
      .select()
      .from(portalUsers)
      .where(own)
      .orderBy(asc(portalUsers.createdAt), asc(portalUsers.id))
      .limit(input.limit)
      .offset(offsetOf(input)),
    ctx.db.select({ total: count() }).from(portalUsers).where(own),
  ]);
  return pageOf(rows.map(presentPerson), counted!.total, input);
}
