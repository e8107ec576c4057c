import { sql } from "drizzle-orm";
import { type Check, instant, rowsOf } from "@/lib/domain/giving/go-live/observation";

type Pair = { keyId: string; isActive: boolean; isExpired: boolean };

/** Item 1: an active, unexpired production pair with both keys. It fails when pairs were made and none of them works. */
export const checkLiveKeys: Check = async (ctx, partner) => {
  const pairs = await rowsOf<Pair>(
    ctx,
    sql`
    select id as "keyId", is_active as "isActive", coalesce(expires_at <= ${instant(ctx.now)}, false) as "isExpired"
    from api_keys
    where partner_id = ${partner.id} and environment = 'production' and key_type = 'secret'
    order by created_at, id`,
  );
  const idsOf = (wanted: (pair: Pair) => boolean) => pairs.filter(wanted).map(({ keyId }) => keyId);
  const usable = idsOf(({ isActive, isExpired }) => isActive && !isExpired);
  const status = usable.length > 0 ? "PASSED" : pairs.length > 0 ? "FAILED" : "PENDING";
  return {
    status,
    evidence: {
      keyIds: usable,
      expiredKeyIds: idsOf(({ isActive, isExpired }) => isActive && isExpired),
      inactiveKeyIds: idsOf(({ isActive }) => !isActive),
    },
  };
};
