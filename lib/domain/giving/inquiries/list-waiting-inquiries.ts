import { asc, count, inArray } from "drizzle-orm";
import { inquiries } from "@/db/schema/inquiries";
import type { Ctx } from "@/lib/domain/context";
import { presentInquirySummary } from "@/lib/domain/giving/inquiries/present-inquiry-summary";
import type { InquirySummary } from "@/lib/domain/giving/inquiries/schemas";
import { WAITING_STATUSES } from "@/lib/domain/giving/inquiries/statuses";

/** Inquiries that wait for one of us, longest wait first, and how many there are. */
export async function listWaitingInquiries(
  ctx: Ctx,
  limit: number,
): Promise<{ data: InquirySummary[]; total: number }> {
  const isWaiting = inArray(inquiries.status, [...WAITING_STATUSES]);
  const [rows, [counted]] = await Promise.all([
    ctx.db
      .select()
      .from(inquiries)
      .where(isWaiting)
      .orderBy(asc(inquiries.statusSince), asc(inquiries.id))
      .limit(limit),
    ctx.db.select({ total: count() }).from(inquiries).where(isWaiting),
  ]);
  return { data: rows.map(presentInquirySummary), total: counted!.total };
}
