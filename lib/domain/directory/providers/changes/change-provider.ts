import { eq } from "drizzle-orm";
import { providers } from "@/db/schema/directory-providers";
import { type AdminCtx, type InTx, inTransaction } from "@/lib/domain/context";
import { auditChange } from "@/lib/domain/directory/content/audit-change";
import { presentContent } from "@/lib/domain/directory/content/present-content";
import type { Changed } from "@/lib/domain/directory/content/schemas";
import { requirePolicy } from "@/lib/domain/directory/policy/require-policy";
import type { ChangeProvider } from "@/lib/domain/directory/providers/changes/schemas";
import { PUBLIC_PROVIDER_STATUSES } from "@/lib/domain/directory/providers/statuses";
import { providerUpdated } from "@/lib/domain/webhooks/directory/event-types";
import { recordDirectoryEvent } from "@/lib/domain/webhooks/directory/record-directory-event";
import { fail } from "@/lib/errors";

type Row = typeof providers.$inferSelect;
type Field = "status" | "name" | "phone" | "websiteUrl" | "imageUrl" | "priceLabel" | "summary";

const isVisible = ({ status }: Row) => (PUBLIC_PROVIDER_STATUSES as readonly string[]).includes(status);

/**
 * Changes a provider's public facts or status and tells subscribers which fields differ now. Whatever brings no change
 * tells nobody anything; one that was out of sight and stays there is nobody's matter.
 */
export async function changeProvider(ctx: AdminCtx, input: { id: string } & ChangeProvider): Promise<Changed> {
  const { id, reason, ...wanted } = input;
  return inTransaction(ctx, async (ctx) => {
    const [before] = await ctx.db.select().from(providers).where(eq(providers.id, id)).for("no key update");
    if (!before) fail("provider_not_found");
    const fields = (Object.keys(wanted) as Field[]).filter((field) => wanted[field] !== before[field]);
    if (fields.length === 0) return { data: present(before) };
    await requirePolicy(ctx, { subjectType: "provider", subjectId: id, texts: [wanted.name, wanted.summary] });
    const changes = Object.fromEntries(fields.map((field) => [field, wanted[field]])) as Partial<Row>;
    const [after] = await ctx.db
      .update(providers)
      .set({ ...changes, ...datesOf(before, changes, ctx.now), updatedAt: ctx.now })
      .where(eq(providers.id, id))
      .returning();
    await auditChange(ctx, {
      ...{ action: "provider.updated", targetType: "provider", targetId: id, reason },
      before: Object.fromEntries(fields.map((field) => [field, before[field]])),
      after: changes,
    });
    await tell(ctx, { before, after: after!, fields });
    return { data: present(after!) };
  });
}

/** When a provider first reached a status that has a date. */
function datesOf(before: Row, { status }: Partial<Row>, now: Date): Partial<Row> {
  if (status === "claimed" && before.claimedAt === null) return { claimedAt: now };
  return status === "verified" && before.verifiedAt === null ? { verifiedAt: now } : {};
}

async function tell(ctx: InTx<AdminCtx>, told: { before: Row; after: Row; fields: Field[] }): Promise<void> {
  const { before, after, fields } = told;
  if (!isVisible(before) && !isVisible(after)) return;
  const { id: providerId, status } = after;
  const changedFields = isVisible(after) ? { changedFields: fields } : {};
  await recordDirectoryEvent(ctx, providerUpdated, providerId, { providerId, status, ...changedFields });
}

const present = (row: Row) => presentContent({ ...row, title: row.name }, PUBLIC_PROVIDER_STATUSES);
