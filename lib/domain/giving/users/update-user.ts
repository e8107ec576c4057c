import { and, eq } from "drizzle-orm";
import { partnerUsers } from "@/db/schema/giving";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type InTx, inTransaction, type PartnerCtx } from "@/lib/domain/context";
import { ownScope, recordEvent } from "@/lib/domain/events/record-event";
import { userUpdated } from "@/lib/domain/giving/users/event-types";
import { ownUsers } from "@/lib/domain/giving/users/own-users";
import { presentUser, type UserRow } from "@/lib/domain/giving/users/present-user";
import type { PatchUser, User, UserParams } from "@/lib/domain/giving/users/schemas";
import { payloadHash } from "@/lib/domain/idempotency/payload-hash";
import { Metadata } from "@/lib/domain/shared/schemas";
import { fail } from "@/lib/errors";

async function lockUser(ctx: InTx<PartnerCtx>, externalId: string): Promise<UserRow> {
  const [row] = await ctx.db
    .select()
    .from(partnerUsers)
    .where(and(ownUsers(ctx), eq(partnerUsers.externalId, externalId)))
    .for("no key update");
  if (!row) fail("user_not_found");
  return row;
}

/** The present notes with the patch laid over them; each may be within the limits and both together not. */
function mergeMetadata(present: Metadata, patch: Metadata): Metadata {
  const merged = Object.entries({ ...present, ...patch }).filter(([key]) => patch[key] !== null);
  const parsed = Metadata.safeParse(Object.fromEntries(merged));
  if (parsed.success) return parsed.data;
  const issue = `${parsed.error.issues[0]!.message} after merging`;
  fail("validation_error", { details: [{ field: "metadata", issue }] });
}

/** Of the fields a patch names, those that it changes. */
function changesOf(before: UserRow, { metadata, ...plain }: PatchUser): Partial<UserRow> {
  const asked: Partial<UserRow> = {
    ...plain,
    ...(metadata && { metadata: mergeMetadata(before.metadata, metadata) }),
  };
  const changed = Object.entries(asked).filter(
    ([field, value]) => payloadHash({ value }) !== payloadHash({ value: before[field as keyof UserRow] }),
  );
  return Object.fromEntries(changed);
}

/**
 * Changes a recipient's data. Patches of one recipient take turns, so that none loses the keys of another. A patch that
 * changes nothing writes nothing and tells nobody. The audit trail is for ever: it names personal fields, without values.
 */
export async function updateUser(ctx: PartnerCtx, input: UserParams & PatchUser): Promise<User> {
  const { externalId, ...patch } = input;
  return inTransaction(ctx, async (ctx) => {
    const before = await lockUser(ctx, externalId);
    const changes = changesOf(before, patch);
    if (Object.keys(changes).length === 0) return presentUser(before);
    const [after] = await ctx.db
      .update(partnerUsers)
      .set({ ...changes, updatedAt: ctx.now })
      .where(eq(partnerUsers.id, before.id))
      .returning();
    await recordEvent(ctx, ownScope(ctx), userUpdated, { externalId });
    const fields = Object.keys(changes).toSorted();
    await recordAudit(ctx, {
      action: "user.updated",
      targetType: "user",
      targetId: before.id,
      ...ownScope(ctx),
      before: { status: before.status },
      after: { status: after!.status, fields },
    });
    return presentUser(after!);
  });
}
