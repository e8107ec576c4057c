import { and, eq } from "drizzle-orm";
import { inquiries } from "@/db/schema/inquiries";
import type { Ctx, InTx } from "@/lib/domain/context";
import {
  INQUIRY_MOVES,
  type InquiryMove,
  type InquiryStatus,
  isMovePossible,
} from "@/lib/domain/giving/inquiries/statuses";
import { fail } from "@/lib/errors";
import { equalHexDigest, sha256Hex } from "@/lib/platform/crypto";

export type InquiryRow = typeof inquiries.$inferSelect;
export type InquiryChanges = Partial<typeof inquiries.$inferInsert>;

/** The inquiry, which stays as it is until the transaction ends. Fails with `inquiry_not_found`. */
export async function holdInquiry(ctx: InTx<Ctx>, inquiryId: string): Promise<InquiryRow> {
  const [row] = await ctx.db.select().from(inquiries).where(eq(inquiries.id, inquiryId)).for("update");
  return row ?? fail("inquiry_not_found");
}

const NO_TOKEN = sha256Hex("");

/** The inquiry of whoever has its token. A wrong token fails as an unknown inquiry does: `inquiry_not_found`. */
export async function findOwnInquiry(ctx: Ctx, named: { inquiryId: string; token: string }): Promise<InquiryRow> {
  const [row] = await ctx.db.select().from(inquiries).where(eq(inquiries.id, named.inquiryId));
  const isOwn = equalHexDigest(sha256Hex(named.token), row?.statusTokenHash ?? NO_TOKEN);
  return row && isOwn ? row : fail("inquiry_not_found");
}

/** The same, held. */
export async function holdOwnInquiry(ctx: InTx<Ctx>, named: { inquiryId: string; token: string }): Promise<InquiryRow> {
  await findOwnInquiry(ctx, named);
  return holdInquiry(ctx, named.inquiryId);
}

/** Fails with `invalid_state_transition` unless the table has this move from where the inquiry stands. */
export function requireMove(row: { status: InquiryStatus }, move: InquiryMove): void {
  if (isMovePossible(row.status, move)) return;
  const { from, to } = INQUIRY_MOVES[move];
  fail("invalid_state_transition", { details: { status: row.status, to, possibleFrom: from } });
}

/** Changes a held inquiry. */
export async function updateInquiry(ctx: InTx<Ctx>, row: InquiryRow, changes: InquiryChanges): Promise<InquiryRow> {
  const [updated] = await ctx.db
    .update(inquiries)
    .set({ ...changes, updatedAt: ctx.now })
    .where(and(eq(inquiries.id, row.id), eq(inquiries.status, row.status)))
    .returning();
  if (!updated) throw new Error(`inquiry ${row.id} moved while it was held`);
  return updated;
}

/** Moves a held inquiry along the table. Fails with `invalid_state_transition`. */
export function moveInquiry(
  ctx: InTx<Ctx>,
  row: InquiryRow,
  move: InquiryMove,
  changes: InquiryChanges = {},
): Promise<InquiryRow> {
  requireMove(row, move);
  return updateInquiry(ctx, row, { ...changes, status: INQUIRY_MOVES[move].to, statusSince: ctx.now });
}
