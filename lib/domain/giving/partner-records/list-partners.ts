import { and, asc, count, desc, eq, like, or, type SQL, sql } from "drizzle-orm";
import { partners } from "@/db/schema/partners";
import type { AdminCtx } from "@/lib/domain/context";
import { presentPartnerSummary } from "@/lib/domain/giving/partner-records/present-partner-record";
import type { ListPartnersQuery, PartnerSummaryList } from "@/lib/domain/giving/partner-records/schemas";
import { containsPattern } from "@/lib/domain/shared/like";
import { offsetOf, pageOf } from "@/lib/domain/shared/page";

function matches(search: string): SQL | undefined {
  const pattern = containsPattern(search);
  const { name, slug, contactEmail } = partners;
  return or(...[name, slug, contactEmail].map((column) => like(sql`lower(${column})`, pattern)));
}

function orderOf(sort: ListPartnersQuery["sort"]): SQL[] {
  const direction = sort.startsWith("-") ? desc : asc;
  const column = sort.endsWith("name") ? sql`lower(${partners.name})` : partners.createdAt;
  return [direction(column), direction(partners.id)];
}

/** Every partner of the platform; `search` matches a part of name, slug or contact address. */
export async function listPartners(ctx: AdminCtx, input: ListPartnersQuery): Promise<PartnerSummaryList> {
  const where = and(
    input.status && eq(partners.status, input.status),
    input.tier && eq(partners.tier, input.tier),
    input.productionAccess && eq(partners.productionAccess, input.productionAccess),
    input.search === undefined ? undefined : matches(input.search),
  );
  const [rows, [counted]] = await Promise.all([
    ctx.db
      .select()
      .from(partners)
      .where(where)
      .orderBy(...orderOf(input.sort))
      .limit(input.limit)
      .offset(offsetOf(input)),
    ctx.db.select({ total: count() }).from(partners).where(where),
  ]);
  return pageOf(rows.map(presentPartnerSummary), counted!.total, input);
}
