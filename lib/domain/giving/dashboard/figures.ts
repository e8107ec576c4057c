import { type SQL, sql } from "drizzle-orm";
import type { PartnerCtx } from "@/lib/domain/context";
import { instantText, type Span, splitPeriod } from "@/lib/domain/shared/period";

const at = (instant: Date) => sql`${instantText(instant)}::timestamptz`;

/** Rows of the caller's dataset within a span of time. */
export function ownWithin(ctx: PartnerCtx, { from, to }: Span, column: SQL): SQL {
  return sql`partner_id = ${ctx.partner.id} and environment = ${ctx.environment}
    and ${column} >= ${at(from)} and ${column} < ${at(to)}`;
}

type Source = {
  rows: SQL;
  tallies: SQL;
  /** What is kept of both beside `t`, and how a row counts. */
  columns: SQL;
  ofRow: SQL;
};

/** A table of figures over a span: whole days as they are tallied, the ends row by row. */
function figures(ctx: PartnerCtx, span: Span, { rows, tallies, columns, ofRow }: Source): SQL {
  const { whole, edges } = splitPeriod(span);
  const parts = edges.map(
    (edge) => sql`select created_at as t, ${ofRow} from ${rows} where ${ownWithin(ctx, edge, sql`created_at`)}`,
  );
  if (whole?.from && whole.to) {
    const days = { from: whole.from, to: whole.to };
    parts.push(sql`select day as t, ${columns} from ${tallies} where ${ownWithin(ctx, days, sql`day`)}`);
  }
  return sql`(${sql.join(parts, sql` union all `)}) as figures`;
}

/** `t`, `action_type`, `status` and `count` of the actions created in a span. */
export function actionFigures(ctx: PartnerCtx, span: Span): SQL {
  return figures(ctx, span, {
    rows: sql`actions`,
    tallies: sql`action_tallies`,
    columns: sql`action_type, status, count`,
    ofRow: sql`action_type, status, 1::bigint as count`,
  });
}

/** `t`, `type`, `campaign_id` and `tokens` of the transactions of a span. */
export function tokenFigures(ctx: PartnerCtx, span: Span): SQL {
  return figures(ctx, span, {
    rows: sql`transactions`,
    tallies: sql`transaction_tallies`,
    columns: sql`type, campaign_id, tokens`,
    ofRow: sql`type, campaign_id, tokens`,
  });
}
