import type postgres from "postgres";

export type SeededPast = { partnerId: string; tokenPoolId: string; transactions: number; users: number; days: number };

/**
 * A partner's long past in two statements: recipients, and transactions evenly over the last days up to now, one in fifty
 * of them a reversal. Triggers and foreign keys hold as ever. For measuring lists and figures, and for nothing else: there
 * are no actions and no ledger entries behind it, so `npm run ledger:check` would say so.
 */
export async function seedTransactions(sql: postgres.Sql, past: SeededPast): Promise<void> {
  const { partnerId, tokenPoolId, transactions, users, days } = past;
  await sql.begin(async (sql) => {
    await sql`set local statement_timeout = 0`;
    await sql`
      insert into partner_users (id, partner_id, environment, external_id, created_at, updated_at)
      select substr(md5(${partnerId} || 'user' || n), 1, 24), ${partnerId}, 'sandbox', 'past-' || n,
        now() - make_interval(days => ${days}), now()
      from generate_series(0, ${users - 1}::int) as n`;
    await sql`
      insert into transactions (id, partner_id, environment, type, tokens, partner_user_id, stakeholder_type_code,
        token_pool_id, created_at)
      select substr(md5(${partnerId} || n), 1, 24), ${partnerId}, 'sandbox',
        case when n % 50 = 0 then 'REVERSAL' else 'DISTRIBUTION' end, 1 + n % 100,
        substr(md5(${partnerId} || 'user' || n % ${users}::int), 1, 24), 'CUSTOMER', ${tokenPoolId},
        now() - make_interval(secs => ${days}::float8 * 86400 * n / ${transactions}::int)
      from generate_series(1, ${transactions}::int) as n`;
  });
  // What a database that has been in use for a while knows of its tables.
  await sql`vacuum analyze transactions`;
  await sql`vacuum analyze partner_users`;
  await sql`vacuum analyze transaction_tallies`;
}
