import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { keyEndings } from "@/db/schema/key-endings";
import { apiKeys } from "@/db/schema/keys";
import type { Ctx } from "@/lib/domain/context";
import type { KeyEnding, PartnerKey, PartnerKeyList } from "@/lib/domain/giving/key-administration/schemas";
import { requirePartner } from "@/lib/domain/giving/pool-administration/find-partner-pool";
import { keyTraffic } from "@/lib/domain/keys/key-traffic";
import { presentKey } from "@/lib/domain/keys/present-key";
import { HOUR_MS } from "@/lib/domain/shared/duration";
import { fail } from "@/lib/errors";

type EndingRow = typeof keyEndings.$inferSelect;

function presentEnding({ quietHours, scheduledAt, scheduledBy }: EndingRow, lastUsedAt: Date | null): KeyEnding {
  const quietSince = Math.max(scheduledAt.getTime(), lastUsedAt?.getTime() ?? 0);
  return {
    quietHours,
    scheduledAt: scheduledAt.toISOString(),
    scheduledBy,
    quietUntil: new Date(quietSince + quietHours * HOUR_MS).toISOString(),
  };
}

/** Keys with their traffic, in one statement however many there are. */
async function readKeys(ctx: Ctx, where: SQL | undefined): Promise<PartnerKey[]> {
  const { lastHour, lastCall } = keyTraffic(ctx);
  const { at, address, userAgent } = lastCall;
  const rows = await ctx.db
    .select({ key: apiKeys, ending: keyEndings, calls: lastHour.calls, last: { at, address, userAgent } })
    .from(apiKeys)
    .leftJoin(keyEndings, eq(keyEndings.apiKeyId, apiKeys.id))
    .innerJoinLateral(lastHour, sql`true`)
    .leftJoinLateral(lastCall, sql`true`)
    .where(where)
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id));
  return rows.map(({ key, ending, calls, last }) => ({
    ...presentKey(key),
    traffic: { callsLastHour: calls, lastCall: last && { ...last, at: last.at.toISOString() } },
    ending: ending && presentEnding(ending, key.lastUsedAt),
  }));
}

/** Every key pair of a partner, of both environments, newest first, with what it carries. Fails with `partner_not_found`. */
export async function listPartnerKeys(ctx: Ctx, input: { id: string }): Promise<PartnerKeyList> {
  await requirePartner(ctx, input.id, "read");
  return { data: await readKeys(ctx, eq(apiKeys.partnerId, input.id)) };
}

/** One of them. Fails with `api_key_not_found`. */
export async function getPartnerKey(ctx: Ctx, { id, keyId }: { id: string; keyId: string }): Promise<PartnerKey> {
  const [key] = await readKeys(ctx, and(eq(apiKeys.partnerId, id), eq(apiKeys.id, keyId)));
  return key ?? fail("api_key_not_found");
}
