import { and, desc, eq, gte, sql } from "drizzle-orm";
import { apiKeys } from "@/db/schema/keys";
import { apiRequests } from "@/db/schema/records";
import type { UserCtx } from "@/lib/domain/context";
import { ownKey, requirePartnerOfKeys } from "@/lib/domain/keys/find-key";
import type { LastSignedCall } from "@/lib/domain/keys/schemas";
import { fail } from "@/lib/errors";

const WINDOW_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * The latest request of seven days that carried this key and a valid signature and was answered 2xx. `lastUsedAt` tells less:
 * a browser's unsigned call with a publishable key moves it too.
 */
export async function getLastSignedCall(ctx: UserCtx, input: { id: string }): Promise<LastSignedCall> {
  const partner = requirePartnerOfKeys(ctx);
  const [key] = await ctx.db
    .select({ environment: apiKeys.environment, lastUsedAt: apiKeys.lastUsedAt })
    .from(apiKeys)
    .where(ownKey(partner.id, input.id));
  if (!key) fail("api_key_not_found");
  // A key nobody used yet is asked for every two seconds: it costs no look into the requests.
  if (!key.lastUsedAt) return { call: null };
  const { id, apiKeyId, partnerId, environment, method, route, status, at, signatureValid } = apiRequests;
  const [call] = await ctx.db
    .select({ requestId: id, method, route, status, at })
    .from(apiRequests)
    .where(
      and(
        eq(partnerId, partner.id),
        eq(environment, key.environment),
        gte(at, new Date(ctx.now.getTime() - WINDOW_MS)),
        eq(apiKeyId, input.id),
        eq(signatureValid, true),
        sql`${status} between 200 and 299`,
      ),
    )
    .orderBy(desc(at))
    .limit(1);
  return { call: call ? { ...call, at: call.at.toISOString() } : null };
}
