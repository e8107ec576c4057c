import { and, count, desc, eq, gt, lte, notInArray, type SQL } from "drizzle-orm";
import { apiKeys } from "@/db/schema/keys";
import { apiRequests } from "@/db/schema/records";
import type { Ctx } from "@/lib/domain/context";
import { HOUR_MS } from "@/lib/domain/shared/duration";

/** Who presents a key without being let in does not use it; `last_used_at` leaves these out, too. */
const NOT_LET_IN = [401, 403];

/** Requests that used the key of the row in sight. */
export function letInByKey(more?: SQL): SQL | undefined {
  return and(eq(apiRequests.apiKeyId, apiKeys.id), notInArray(apiRequests.status, NOT_LET_IN), more);
}

/** What each key of a partner carried lately, to be joined to `api_keys`: how much in the last hour, and the last call. */
export function keyTraffic(ctx: Ctx) {
  const { at, address, userAgent } = apiRequests;
  const lastHour = ctx.db
    .select({ calls: count().as("calls") })
    .from(apiRequests)
    .where(letInByKey(gt(at, new Date(ctx.now.getTime() - HOUR_MS))))
    .as("last_hour");
  // From the last use on backwards: refused calls that came later, however many, are not walked through.
  const lastCall = ctx.db
    .select({ at, address, userAgent })
    .from(apiRequests)
    .where(letInByKey(lte(at, apiKeys.lastUsedAt)))
    .orderBy(desc(at))
    .limit(1)
    .as("last_call");
  return { lastHour, lastCall };
}
