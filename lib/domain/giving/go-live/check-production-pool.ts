import { sql } from "drizzle-orm";
import { type Check, rowsOf } from "@/lib/domain/giving/go-live/observation";

type Pool = { tokenPoolId: string; status: string; balance: number };

/** Item 3: a production pool that is active and holds tokens. It fails when there are pools and none of them does. */
export const checkProductionPool: Check = async (ctx, partner) => {
  const pools = await rowsOf<Pool>(
    ctx,
    sql`
    select id as "tokenPoolId", status, balance::float8 as balance from token_pools
    where partner_id = ${partner.id} and environment = 'production' order by created_at, id`,
  );
  const isReady = pools.some(({ status, balance }) => status === "ACTIVE" && balance > 0);
  return { status: isReady ? "PASSED" : pools.length > 0 ? "FAILED" : "PENDING", evidence: { pools } };
};
