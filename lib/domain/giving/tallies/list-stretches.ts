import { and, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { actions, actionTallies, transactions, transactionTallies } from "@/db/schema/giving";
import type { PartnerCtx } from "@/lib/domain/context";
import type { Stretch } from "@/lib/domain/shared/find-window";
import { instantText, nextDay, type Period, type Span, splitPeriod } from "@/lib/domain/shared/period";

/** Rows that are tallied, and where their tallies are. */
type Tallied =
  | { rows: typeof transactions; tallies: typeof transactionTallies }
  | { rows: typeof actions; tallies: typeof actionTallies };

export const TRANSACTIONS: Tallied = { rows: transactions, tallies: transactionTallies };
export const ACTIONS: Tallied = { rows: actions, tallies: actionTallies };

/** Filters by columns that rows and tallies share; undefined does not filter. */
export type TallyFilters = Partial<
  Record<"type" | "actionType" | "status" | "tokenPoolId" | "campaignId", string | undefined>
>;

const at = (instant: Date) => sql`${instantText(instant)}::timestamptz`;

function matching(ctx: PartnerCtx, table: Tallied["rows"] | Tallied["tallies"], filters: TallyFilters): SQL {
  const columns = table as unknown as Record<string, typeof transactions.type>;
  const named = Object.entries(filters).filter(([, value]) => value !== undefined);
  return and(
    eq(table.partnerId, ctx.partner.id),
    eq(table.environment, ctx.environment),
    ...named.map(([name, value]) => sql`${columns[name]} = ${value}`),
  )!;
}

/**
 * How many rows of a period match, by UTC day: whole days from their tallies, its ends by counting. Exact, and the work
 * grows with the days and not with the rows.
 */
export async function listStretches(
  ctx: PartnerCtx,
  { rows, tallies }: Tallied,
  filters: TallyFilters,
  period: Period,
): Promise<Stretch[]> {
  const { whole, edges } = splitPeriod(period);
  const ofDays = async (): Promise<Stretch[]> => {
    if (!whole) return [];
    const days = await ctx.db
      .select({ from: tallies.day, count: sql`sum(${tallies.count})`.mapWith(Number) })
      .from(tallies)
      .where(
        and(
          matching(ctx, tallies, filters),
          whole.from && gte(tallies.day, at(whole.from)),
          whole.to && lt(tallies.day, at(whole.to)),
        ),
      )
      .groupBy(tallies.day);
    return days.map(({ from, count }) => ({ from, to: nextDay(from), count }));
  };
  const ofEdge = async (edge: Span): Promise<Stretch> => {
    const within = and(gte(rows.createdAt, at(edge.from)), lt(rows.createdAt, at(edge.to)));
    const [counted] = await ctx.db
      .select({ count: sql`count(*)`.mapWith(Number) })
      .from(rows as typeof transactions)
      .where(and(matching(ctx, rows, filters), within));
    return { ...edge, count: counted!.count };
  };
  const [days, ...ends] = await Promise.all([ofDays(), ...edges.map(ofEdge)]);
  return [...days, ...ends].filter(({ count }) => count > 0);
}
