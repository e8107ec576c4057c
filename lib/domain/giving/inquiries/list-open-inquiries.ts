import { asc, inArray } from "drizzle-orm";
import { inquiries } from "@/db/schema/inquiries";
import type { Ctx } from "@/lib/domain/context";
import { presentInquirySummary } from "@/lib/domain/giving/inquiries/present-inquiry-summary";
import type { InquirySummary } from "@/lib/domain/giving/inquiries/schemas";
import { WAITING_STATUSES } from "@/lib/domain/giving/inquiries/statuses";

/** Inquiries that wait for one of us, longest wait first. */
export async function listOpenInquiries(ctx: Ctx): Promise<InquirySummary[]> {
  const rows = await ctx.db
    .select()
    .from(inquiries)
    .where(inArray(inquiries.status, [...WAITING_STATUSES]))
    .orderBy(asc(inquiries.statusSince), asc(inquiries.id));
  return rows.map(presentInquirySummary);
}
