import { and, eq } from "drizzle-orm";
import { partnerUsers } from "@/db/schema/giving";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type InTx, inTransaction, type PartnerCtx } from "@/lib/domain/context";
import { ownScope, recordEvent } from "@/lib/domain/events/record-event";
import { userCreated } from "@/lib/domain/giving/users/event-types";
import { ownUsers } from "@/lib/domain/giving/users/own-users";
import { presentUser, type UserRow } from "@/lib/domain/giving/users/present-user";
import type { CreateUser, User } from "@/lib/domain/giving/users/schemas";
import { payloadHash } from "@/lib/domain/idempotency/payload-hash";
import { Existing } from "@/lib/domain/shared/existing";
import { fail } from "@/lib/errors";
import { newObjectId } from "@/lib/platform/ids";

/** What a creation gives beside the id. */
function dataOf({ email, firstName, lastName, metadata }: UserRow) {
  return { email, firstName, lastName, metadata };
}

async function findExisting(ctx: InTx<PartnerCtx>, asked: ReturnType<typeof dataOf>, externalId: string) {
  const [row] = await ctx.db
    .select()
    .from(partnerUsers)
    .where(and(ownUsers(ctx), eq(partnerUsers.externalId, externalId)));
  // Recipients are never deleted: the conflict was with this row.
  if (payloadHash(dataOf(row!)) !== payloadHash(asked)) {
    fail("user_exists", { details: [{ field: "externalId", issue: "belongs to a user with other data", externalId }] });
  }
  return new Existing(presentUser(row!));
}

/**
 * Creates a reward recipient. Whoever creates the same one again hears of the one there is; of any number at once one
 * creates, by the unique index. With other data than the present row's it fails with `user_exists`.
 */
export async function createUser(ctx: PartnerCtx, input: CreateUser): Promise<User | Existing<User>> {
  const { externalId, email = null, firstName = null, lastName = null, metadata = {} } = input;
  const asked = { email, firstName, lastName, metadata };
  return inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db
      .insert(partnerUsers)
      .values({
        ...{ id: newObjectId(), ...ownScope(ctx), externalId, ...asked },
        ...{ createdAt: ctx.now, updatedAt: ctx.now },
      })
      .onConflictDoNothing({ target: [partnerUsers.partnerId, partnerUsers.environment, partnerUsers.externalId] })
      .returning();
    if (!row) return findExisting(ctx, asked, externalId);
    await recordEvent(ctx, ownScope(ctx), userCreated, { externalId });
    await recordAudit(ctx, {
      action: "user.created",
      targetType: "user",
      targetId: row.id,
      ...ownScope(ctx),
      after: { externalId, status: row.status },
    });
    return presentUser(row);
  });
}
