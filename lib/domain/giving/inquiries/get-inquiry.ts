import { asc, eq } from "drizzle-orm";
import { inquiries, inquiryComments, inquiryRevisions } from "@/db/schema/inquiries";
import { admins } from "@/db/schema/partners";
import type { Ctx } from "@/lib/domain/context";
import { changedFields } from "@/lib/domain/giving/inquiries/changed-fields";
import type { InquiryRow } from "@/lib/domain/giving/inquiries/hold-inquiry";
import { presentInquirySummary } from "@/lib/domain/giving/inquiries/present-inquiry-summary";
import type { Inquiry, InquiryComment, InquiryRevision } from "@/lib/domain/giving/inquiries/schemas";
import { fail } from "@/lib/errors";

async function readRevisions(ctx: Ctx, inquiryId: string): Promise<InquiryRevision[]> {
  const rows = await ctx.db
    .select()
    .from(inquiryRevisions)
    .where(eq(inquiryRevisions.inquiryId, inquiryId))
    .orderBy(asc(inquiryRevisions.number));
  return rows.map(({ number, fields, at }, index) => ({
    ...{ number, at: at.toISOString(), fields },
    changes: index === 0 ? [] : changedFields(rows[index - 1]!.fields, fields),
  }));
}

async function readComments(ctx: Ctx, inquiryId: string): Promise<InquiryComment[]> {
  const { id, author, audience, field, text, at } = inquiryComments;
  const rows = await ctx.db
    .select({ id, author, audience, field, text, at, by: admins.email })
    .from(inquiryComments)
    .leftJoin(admins, eq(admins.id, inquiryComments.adminId))
    .where(eq(inquiryComments.inquiryId, inquiryId))
    .orderBy(asc(inquiryComments.position));
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

function presentDecision(row: InquiryRow, by: string | null): Inquiry["decision"] {
  if (row.decision === null) return null;
  // The table's check: a decision has its time.
  return { outcome: row.decision, at: row.decidedAt!.toISOString(), by, tier: row.decidedTier, note: row.decisionNote };
}

function presentContract(row: InquiryRow): Inquiry["contract"] {
  return {
    contractSignedAt: row.contractSignedAt?.toISOString() ?? null,
    acceptableUseAcceptedAt: row.acceptableUseAcceptedAt?.toISOString() ?? null,
    kyb: {
      status: row.kybStatus,
      registrationNumber: row.kybRegistrationNumber,
      country: row.kybCountry,
      verifiedAt: row.kybVerifiedAt?.toISOString() ?? null,
    },
  };
}

/** The whole of an inquiry. Fails with `inquiry_not_found`. */
export async function getInquiry(ctx: Ctx, input: { inquiryId: string }): Promise<Inquiry> {
  const [[found], revisions, all] = await Promise.all([
    ctx.db
      .select({ row: inquiries, decidedBy: admins.email })
      .from(inquiries)
      .leftJoin(admins, eq(admins.id, inquiries.decidedBy))
      .where(eq(inquiries.id, input.inquiryId)),
    readRevisions(ctx, input.inquiryId),
    readComments(ctx, input.inquiryId),
  ]);
  if (!found) fail("inquiry_not_found");
  const { row, decidedBy } = found;
  return {
    ...presentInquirySummary(row),
    fields: row.fields,
    revisions,
    comments: all.filter(({ audience }) => audience === "SHARED"),
    notes: all.filter(({ audience }) => audience === "INTERNAL"),
    decision: presentDecision(row, decidedBy),
    contract: presentContract(row),
    partnerId: row.partnerId,
  };
}
