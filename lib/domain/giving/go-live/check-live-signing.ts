import { sql } from "drizzle-orm";
import { type Check, IDS_SHOWN_MAX, isoOf, rowsOf, within } from "@/lib/domain/giving/go-live/observation";
import { DAY_MS } from "@/lib/domain/shared/duration";

/** Fewer signature failures than one in twenty. */
const FAILURES_PER = 20;

type Served = { requestId: string; keyId: string; at: string };
type Judged = { signed: number; failures: number; failedRequestIds: string[] };

/**
 * Item 2: a request by `sk_live_` with a valid signature was answered 2xx within seven days, and under 5 % of those of the
 * last 24 hours had a wrong one. Only secret keys count: a publishable key is public, so anybody can sign wrongly by it.
 */
export const checkLiveSigning: Check = async (ctx, partner) => {
  const own = sql`partner_id = ${partner.id} and environment = 'production' and key_class = 'sk'`;
  const [[served], [judged]] = await Promise.all([
    rowsOf<Served>(
      ctx,
      sql`
      select id as "requestId", api_key_id as "keyId", ${isoOf(sql`at`)} as at from api_requests
      where ${own} and ${within(ctx, 7 * DAY_MS, sql`at`)} and signature_valid and status between 200 and 299
      order by api_requests.at desc limit 1`,
    ),
    rowsOf<Judged>(
      ctx,
      sql`
      select count(*)::int as signed, count(*) filter (where not signature_valid)::int as failures,
        coalesce((array_agg(id order by at desc) filter (where not signature_valid))[1:${sql.raw(String(IDS_SHOWN_MAX))}],
          '{}') as "failedRequestIds"
      from api_requests
      where ${own} and ${within(ctx, DAY_MS, sql`at`)} and signature_valid is not null`,
    ),
  ]);
  const { signed, failures, failedRequestIds } = judged!;
  const failsTooOften = failures > 0 && failures * FAILURES_PER >= signed;
  return {
    status: failsTooOften ? "FAILED" : served ? "PASSED" : "PENDING",
    evidence: { lastSigned: served ?? null, last24Hours: { signed, failures, failedRequestIds } },
  };
};
