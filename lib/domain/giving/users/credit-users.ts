import { eq, sql } from "drizzle-orm";
import { partnerUsers } from "@/db/schema/giving";
import { placeholderRows, rowValues, statementByCount } from "@/db/statement";
import type { InTx, PartnerCtx } from "@/lib/domain/context";
import type { Stakeholder } from "@/lib/domain/giving/actions/schemas";
import { fail } from "@/lib/errors";
import { newObjectId } from "@/lib/platform/ids";

/** A credited recipient: id of the row, and whether this credit created it. */
export type Recipient = { id: string; created: boolean };

const COLUMNS = [
  "id",
  "partnerId",
  "environment",
  "externalId",
  "email",
  "firstName",
  "lastName",
  "available",
  "lifetimeEarned",
  "createdAt",
  "updatedAt",
] as const;

const upsertUsers = statementByCount(
  (count) => (db) =>
    db
      .insert(partnerUsers)
      .values(placeholderRows(COLUMNS, count))
      .onConflictDoUpdate({
        target: [partnerUsers.partnerId, partnerUsers.environment, partnerUsers.externalId],
        set: {
          available: sql`${partnerUsers.available} + excluded.available`,
          lifetimeEarned: sql`${partnerUsers.lifetimeEarned} + excluded.lifetime_earned`,
          updatedAt: sql`excluded.updated_at`,
        },
        setWhere: eq(partnerUsers.status, "ACTIVE"),
      })
      // A row whose xmax is 0 was inserted by this statement, not updated.
      .returning({ id: partnerUsers.id, externalId: partnerUsers.externalId, created: sql<boolean>`xmax = 0` }),
);

/**
 * Adds tokens to each stakeholder's available balance in one statement, creating who is new from the stakeholder's
 * fields; existing people are not overwritten. `tokens[i]` belongs to `stakeholders[i]`; one person may stand for
 * several. Rows are taken in the order of their ids, so that two actions never wait for each other crosswise.
 */
export async function creditUsers(
  ctx: InTx<PartnerCtx>,
  stakeholders: readonly Stakeholder[],
  tokens: readonly number[],
): Promise<Map<string, Recipient>> {
  const credits = new Map<string, { stakeholder: Stakeholder; tokens: number }>();
  stakeholders.forEach((stakeholder, index) => {
    const credit = credits.get(stakeholder.partnerUserId);
    if (credit) credit.tokens += tokens[index]!;
    else credits.set(stakeholder.partnerUserId, { stakeholder, tokens: tokens[index]! });
  });
  const rows = [...credits.keys()].sort().map((externalId) => {
    const { stakeholder, tokens } = credits.get(externalId)!;
    return {
      id: newObjectId(),
      partnerId: ctx.partner.id,
      environment: ctx.environment,
      externalId,
      email: stakeholder.userEmail ?? null,
      firstName: stakeholder.userFirstName ?? null,
      lastName: stakeholder.userLastName ?? null,
      available: tokens,
      lifetimeEarned: tokens,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    };
  });
  const credited = await upsertUsers(rows.length)(ctx.db, rowValues(COLUMNS, rows));
  if (credited.length < rows.length) fail("user_inactive");
  return new Map(credited.map(({ externalId, id, created }) => [externalId, { id, created }]));
}
