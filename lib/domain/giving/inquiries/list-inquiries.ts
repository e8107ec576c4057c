import { and, asc, count, desc, eq, inArray, like, or, type SQL, sql } from "drizzle-orm";
import { inquiries } from "@/db/schema/inquiries";
import type { AdminCtx } from "@/lib/domain/context";
import { presentInquirySummary } from "@/lib/domain/giving/inquiries/present-inquiry-summary";
import type { InquiryList, ListInquiriesQuery } from "@/lib/domain/giving/inquiries/schemas";
import { INQUIRY_STATUSES, type InquiryStatus, isOpen, OPEN_STATUSES } from "@/lib/domain/giving/inquiries/statuses";
import { containsPattern } from "@/lib/domain/shared/like";
import { offsetOf, pageOf } from "@/lib/domain/shared/page";

const { fields } = inquiries;
const SEARCHED = [
  sql`${fields} ->> 'partnerName'`,
  sql`${fields} ->> 'legalEntity'`,
  sql`${fields} ->> 'contactName'`,
  sql`${fields} ->> 'contactEmail'`,
];

function matches(search: string): SQL | undefined {
  const pattern = containsPattern(search);
  return or(...SEARCHED.map((text) => like(sql`lower(${text})`, pattern)));
}

const COLUMNS = {
  createdAt: inquiries.submittedAt,
  partnerName: sql`lower(${fields} ->> 'partnerName')`,
  expectedMonthlyActionVolume: sql`(${fields} ->> 'expectedMonthlyActionVolume')::bigint`,
};

function orderOf(sort: ListInquiriesQuery["sort"]): SQL[] {
  const direction = sort.startsWith("-") ? desc : asc;
  // What is left of a sort without its sign names a column; the schema knows no other.
  const name = sort.replace(/^-/, "") as keyof typeof COLUMNS;
  return [direction(COLUMNS[name]), direction(inquiries.id)];
}

/** Every inquiry, and how many the search finds in each status. */
export async function listInquiries(ctx: AdminCtx, input: ListInquiriesQuery): Promise<InquiryList> {
  const found = input.search === undefined ? undefined : matches(input.search);
  const where = and(
    input.status && eq(inquiries.status, input.status),
    input.open && inArray(inquiries.status, OPEN_STATUSES),
    found,
  );
  const [rows, counted] = await Promise.all([
    ctx.db
      .select()
      .from(inquiries)
      .where(where)
      .orderBy(...orderOf(input.sort))
      .limit(input.limit)
      .offset(offsetOf(input)),
    ctx.db.select({ status: inquiries.status, total: count() }).from(inquiries).where(found).groupBy(inquiries.status),
  ]);
  const totals = new Map(counted.map(({ status, total }) => [status, total]));
  const counts = Object.fromEntries(INQUIRY_STATUSES.map((status) => [status, totals.get(status) ?? 0]));
  const isAsked = (status: InquiryStatus) =>
    (!input.status || status === input.status) && (!input.open || isOpen(status));
  const total = counted.reduce((sum, each) => (isAsked(each.status) ? sum + each.total : sum), 0);
  return {
    ...pageOf(rows.map(presentInquirySummary), total, input),
    counts: counts as Record<InquiryStatus, number>,
  };
}
