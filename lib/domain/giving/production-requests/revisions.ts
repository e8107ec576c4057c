import { asc, desc, eq } from "drizzle-orm";
import { productionRequestRevisions } from "@/db/schema/approvals";
import { actorId, type Ctx, type InTx } from "@/lib/domain/context";
import type { ProductionRequest, Revision } from "@/lib/domain/giving/production-requests/schemas";
import { payloadHash } from "@/lib/domain/idempotency/payload-hash";

/** Keeps what a request says now, if that is new. The caller holds the partner, so revisions come one after another. */
export async function writeRevision(ctx: InTx<Ctx>, requestId: string, fields: ProductionRequest): Promise<void> {
  const { revision, fields: kept } = productionRequestRevisions;
  const [last] = await ctx.db
    .select({ revision, fields: kept })
    .from(productionRequestRevisions)
    .where(eq(productionRequestRevisions.requestId, requestId))
    .orderBy(desc(revision))
    .limit(1);
  if (last && payloadHash(last.fields) === payloadHash(fields)) return;
  await ctx.db.insert(productionRequestRevisions).values({
    ...{ requestId, revision: (last?.revision ?? 0) + 1, fields },
    ...{ writtenBy: actorId(ctx.actor), writtenAt: ctx.now },
  });
}

type Fields = Record<string, unknown>;

/** The fields that differ, each with what it said and what it says. */
export function changesBetween(before: Fields, after: Fields): Revision["changes"] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields
    .filter((field) => payloadHash({ value: before[field] }) !== payloadHash({ value: after[field] }))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}

/** Every sending of a request, first one first. */
export async function listRevisions(ctx: Ctx, requestId: string): Promise<Revision[]> {
  const rows = await ctx.db
    .select()
    .from(productionRequestRevisions)
    .where(eq(productionRequestRevisions.requestId, requestId))
    .orderBy(asc(productionRequestRevisions.revision));
  return rows.map(({ revision, fields, writtenAt }, index) => ({
    ...{ revision, at: writtenAt.toISOString() },
    changes: index === 0 ? [] : changesBetween(rows[index - 1]!.fields, fields),
  }));
}
