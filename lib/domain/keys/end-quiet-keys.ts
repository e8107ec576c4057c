import { aliasedTable, and, asc, eq, exists, gt, isNull, lte, not, or, type SQL, sql } from "drizzle-orm";
import { keyEndings } from "@/db/schema/key-endings";
import { apiKeys } from "@/db/schema/keys";
import { apiRequests } from "@/db/schema/records";
import { type Ctx, type InTx, inTransaction } from "@/lib/domain/context";
import { letInByKey } from "@/lib/domain/keys/key-traffic";
import { revokeKeyOf } from "@/lib/domain/keys/revoke-key";
import { tellKeyChange } from "@/lib/domain/keys/tell-key-change";

/** Calls are written down a moment after their answers, later when the database was away: their rows are waited for. */
const ROOM_MINUTES = 10;

const successors = aliasedTable(apiKeys, "successors");

/** Pairs whose end has come: scheduled long enough ago, quiet since by both accounts, with a successor that works. */
function isDue(ctx: Ctx): SQL | undefined {
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  const since = sql`${now} - make_interval(hours => ${keyEndings.quietHours}, mins => ${ROOM_MINUTES})`;
  const uses = ctx.db
    .select({ one: sql`1` })
    .from(apiRequests)
    .where(letInByKey(gt(apiRequests.at, since)));
  const successor = ctx.db
    .select({ one: sql`1` })
    .from(successors)
    .where(
      and(
        eq(successors.id, apiKeys.rotatedToKeyId),
        eq(successors.isActive, true),
        or(isNull(successors.expiresAt), gt(successors.expiresAt, now)),
      ),
    );
  return and(
    lte(keyEndings.scheduledAt, since),
    isNull(apiKeys.revokedAt),
    or(isNull(apiKeys.lastUsedAt), lte(apiKeys.lastUsedAt, since)),
    exists(successor),
    not(exists(uses)),
  );
}

function findDue(ctx: Ctx, only?: SQL) {
  return ctx.db
    .select({ key: apiKeys, ending: keyEndings })
    .from(keyEndings)
    .innerJoin(apiKeys, eq(apiKeys.id, keyEndings.apiKeyId))
    .where(and(isDue(ctx), only))
    .orderBy(asc(keyEndings.scheduledAt), asc(keyEndings.apiKeyId));
}

/** Revokes the pair if, now that nobody else can change it, its end is still due. */
async function endKey(ctx: InTx<Ctx>, id: string): Promise<boolean> {
  await ctx.db.select({ id: apiKeys.id }).from(apiKeys).where(eq(apiKeys.id, id)).for("update");
  const [due] = await findDue(ctx, eq(apiKeys.id, id));
  if (!due) return false;
  const { quietHours, scheduledBy, scheduledAt, reason } = due.ending;
  const because = { quietHours, scheduledBy, scheduledAt: scheduledAt.toISOString() };
  await revokeKeyOf(ctx, { partnerId: due.key.partnerId, id, reason, because });
  return true;
}

/**
 * Revokes some of the rotated pairs whose scheduled end has come. One that is used again, is taken back, or whose successor
 * no longer works stays. Several processes may run it at once: each pair ends once. Returns how many were due.
 */
export async function endQuietKeys(ctx: Ctx, input: { limit: number }): Promise<number> {
  const due = await findDue(ctx).limit(input.limit);
  for (const { key } of due) {
    const ended = await inTransaction(ctx, (ctx) => endKey(ctx, key.id));
    if (ended) await tellKeyChange(key.id);
  }
  return due.length;
}
