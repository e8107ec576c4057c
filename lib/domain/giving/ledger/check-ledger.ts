import { type SQL, sql } from "drizzle-orm";
import { type Ctx, inTransaction } from "@/lib/domain/context";

/** A broken promise of contract 8.7: which one, and the first row that breaks it. */
export type LedgerFault = { rule: string; row: string };

/** Each is one pass over whole tables, so that a large database is checked in minutes; `row` names the first that breaks it. */
const RULES: { rule: string; query: SQL }[] = [
  {
    rule: "the entries of a transaction sum to zero, within one environment",
    query: sql`select 'transaction ' || transaction_id as row from ledger_entries group by transaction_id
      having sum(tokens) <> 0 or min(environment) <> max(environment) or min(partner_id) <> max(partner_id)
      order by min(id) limit 1`,
  },
  {
    rule: "the entries of an environment sum to zero",
    query: sql`select 'partner ' || partner_id || ' ' || environment as row from ledger_entries
      group by partner_id, environment having sum(tokens) <> 0 order by min(id) limit 1`,
  },
  {
    rule: "no account but the treasury is negative",
    query: sql`select account_kind || ' ' || coalesce(account_id, partner_id || ' ' || environment) as row
      from ledger_entries where account_kind <> 'TREASURY' group by account_kind, account_id, partner_id, environment
      having sum(tokens) < 0 order by min(id) limit 1`,
  },
  {
    rule: "an entry is of the environment of the account it is on",
    query: sql`select 'entry ' || e.id as row from ledger_entries e
      left join token_pools p on e.account_kind = 'POOL' and p.id = e.account_id
      left join partner_users u on e.account_kind in ('USER_AVAILABLE', 'USER_VESTING') and u.id = e.account_id
      where e.account_kind in ('POOL', 'USER_AVAILABLE', 'USER_VESTING') and
        (coalesce(p.environment, u.environment) is distinct from e.environment
          or coalesce(p.partner_id, u.partner_id) is distinct from e.partner_id)
      order by e.id limit 1`,
  },
  {
    rule: "a pool's balance equals its ledger account",
    query: sql`select 'pool ' || p.id as row from token_pools p
      left join (select account_id, sum(tokens) as tokens from ledger_entries
        where account_kind = 'POOL' group by account_id) l on l.account_id = p.id
      where p.balance <> coalesce(l.tokens, 0) order by p.created_at, p.id limit 1`,
  },
  {
    rule: "a pool's figures equal its entries by type",
    query: sql`select 'pool ' || p.id as row from token_pools p
      left join (select account_id,
          sum(tokens) filter (where entry_type in ('ALLOCATION', 'AUTO_REFILL')) as allocated,
          -sum(tokens) filter (where entry_type = 'DISTRIBUTION') as distributed,
          sum(tokens) filter (where entry_type in ('REVERSAL', 'EXPIRY_RETURN')) as returned,
          -sum(tokens) filter (where entry_type = 'WITHDRAWAL') as withdrawn
        from ledger_entries where account_kind = 'POOL' group by account_id) l on l.account_id = p.id
      where p.allocated <> coalesce(l.allocated, 0) or p.distributed <> coalesce(l.distributed, 0)
        or p.returned <> coalesce(l.returned, 0) or p.withdrawn <> coalesce(l.withdrawn, 0)
      order by p.created_at, p.id limit 1`,
  },
  {
    rule: "a pool's statement goes on where it left off",
    query: sql`select 'entry ' || id as row from (
        select id, tokens, balance_after,
          lag(balance_after, 1, 0::bigint) over (partition by account_id order by id) as before
        from ledger_entries where account_kind = 'POOL') e
      where balance_after <> before + tokens order by id limit 1`,
  },
  {
    rule: "a user's balances equal the ledger accounts",
    query: sql`select 'user ' || u.id as row from partner_users u
      left join (select account_id,
          coalesce(sum(tokens) filter (where account_kind = 'USER_AVAILABLE'), 0) as available,
          coalesce(sum(tokens) filter (where account_kind = 'USER_VESTING'), 0) as vesting
        from ledger_entries where account_kind in ('USER_AVAILABLE', 'USER_VESTING') group by account_id) l
        on l.account_id = u.id
      where u.available <> coalesce(l.available, 0) or u.vesting <> coalesce(l.vesting, 0)
      order by u.created_at, u.id limit 1`,
  },
  {
    rule: "a user has earned what is available, vesting, expired, redeemed and reversed",
    query: sql`select 'user ' || id as row from partner_users
      where lifetime_earned <> available + vesting + expired + redeemed + reversed order by created_at, id limit 1`,
  },
  {
    rule: "a user's figures equal the sums of their lots",
    query: sql`select 'user ' || u.id as row from partner_users u
      left join (select partner_user_id, sum(tokens) as earned, sum(redeemed) as redeemed, sum(expired) as expired,
          sum(reversed_available + reversed_vesting) as reversed,
          sum(case when expired > 0 then 0 else released - redeemed - reversed_available end) as available,
          sum(case when expired > 0 then 0 else tokens - released - reversed_vesting end) as vesting
        from token_lots group by partner_user_id) l on l.partner_user_id = u.id
      where u.lifetime_earned <> coalesce(l.earned, 0) or u.available <> coalesce(l.available, 0)
        or u.vesting <> coalesce(l.vesting, 0) or u.redeemed <> coalesce(l.redeemed, 0)
        or u.expired <> coalesce(l.expired, 0) or u.reversed <> coalesce(l.reversed, 0)
      order by u.created_at, u.id limit 1`,
  },
  {
    rule: "a lot is of its transaction's recipient, pool and tokens, and every distribution has one",
    query: sql`select 'transaction ' || t.id as row from transactions t
      left join token_lots l on l.transaction_id = t.id
      where t.type = 'DISTRIBUTION' and (l.tokens is distinct from t.tokens
          or l.partner_user_id <> t.partner_user_id or l.token_pool_id <> t.token_pool_id
          or l.partner_id <> t.partner_id or l.environment <> t.environment)
        or t.type <> 'DISTRIBUTION' and l.tokens is not null
      order by t.created_at, t.id limit 1`,
  },
  {
    rule: "nothing is released before it has vested",
    // As of the last entry there is: a release is one itself.
    query: sql`select 'lot ' || l.transaction_id as row from token_lots l
      join (select partner_id, environment, max(created_at) as at from ledger_entries group by partner_id, environment) e
        on e.partner_id = l.partner_id and e.environment = l.environment
      where l.released > lot_vested(l.tokens, l.vests_from, l.vesting_steps, l.step_days, e.at)
      order by l.issued_at, l.transaction_id limit 1`,
  },
  {
    rule: "nothing is taken back or spent beyond what was issued",
    query: sql`select 'lot ' || transaction_id as row from token_lots
      where redeemed + reversed_available + reversed_vesting + expired > tokens
        or released > tokens - reversed_vesting or redeemed + reversed_available > released
        or unrecoverable > redeemed + expired or least(redeemed, reversed_available, reversed_vesting, expired, released,
          unrecoverable) < 0
      order by issued_at, transaction_id limit 1`,
  },
  {
    rule: "what a lot was reversed by equals the reversals of its transaction",
    query: sql`select 'lot ' || l.transaction_id as row from token_lots l
      left join (select reverses_transaction_id, sum(tokens) as tokens from transactions where type = 'REVERSAL'
        group by reverses_transaction_id) t on t.reverses_transaction_id = l.transaction_id
      where l.reversed_available + l.reversed_vesting <> coalesce(t.tokens, 0)
      order by l.issued_at, l.transaction_id limit 1`,
  },
  {
    rule: "a transaction's tokens equal what its entries move",
    query: sql`select 'transaction ' || t.id as row from transactions t
      left join (select transaction_id, sum(tokens) filter (where tokens > 0) as tokens from ledger_entries
        group by transaction_id) e on e.transaction_id = t.id
      where t.tokens <> coalesce(e.tokens, 0) order by t.created_at, t.id limit 1`,
  },
  {
    rule: "an action's distributions sum to its tokensDistributed",
    query: sql`select 'action ' || a.id as row from actions a
      left join (select action_id, sum(tokens) as tokens from transactions
        where type = 'DISTRIBUTION' group by action_id) t on t.action_id = a.id
      where a.tokens_distributed <> coalesce(t.tokens, 0) order by a.created_at, a.id limit 1`,
  },
  {
    rule: "an action's reversals sum to what its transactions gave back, and never to more than it gave",
    query: sql`select 'action ' || a.id as row from actions a
      left join (select action_id, sum(tokens) as tokens, sum(unrecoverable) as unrecoverable from action_reversals
        group by action_id) r on r.action_id = a.id
      left join (select action_id, sum(tokens) as tokens from transactions where type = 'REVERSAL' group by action_id) t
        on t.action_id = a.id
      where coalesce(r.tokens, 0) <> coalesce(t.tokens, 0)
        or coalesce(r.tokens + r.unrecoverable, 0) > a.tokens_distributed
      order by a.created_at, a.id limit 1`,
  },
  {
    rule: "an action's status agrees with its reversals",
    query: sql`select 'action ' || a.id as row from actions a
      left join (select action_id, sum(amount::numeric) as amount from action_reversals group by action_id) r
        on r.action_id = a.id
      where a.status <> case
          when a.status in ('PENDING', 'PROCESSING', 'FAILED') and r.amount is null then a.status
          when r.amount is null then 'COMPLETED'
          when r.amount = a.amount::numeric then 'REVERSED'
          when r.amount < a.amount::numeric then 'PARTIALLY_REVERSED'
          else 'reversed beyond its amount' end
      order by a.created_at, a.id limit 1`,
  },
  {
    rule: "a campaign's total equals its transactions, less what was reversed",
    query: sql`select 'campaign ' || c.id as row from campaigns c
      left join (select campaign_id,
          sum(case type when 'DISTRIBUTION' then tokens when 'REVERSAL' then -tokens else 0 end) as tokens
        from transactions where campaign_id is not null group by campaign_id) t on t.campaign_id = c.id
      where c.tokens_distributed <> coalesce(t.tokens, 0) order by c.created_at, c.id limit 1`,
  },
];

/** Checks every promise of the ledger over the whole database; an empty answer means that all hold. */
export async function checkLedger(ctx: Ctx): Promise<LedgerFault[]> {
  const faults: LedgerFault[] = [];
  for (const { rule, query } of RULES) {
    const [row] = await inTransaction(ctx, async ({ db }) => {
      // A long past takes longer than any request may.
      await db.execute(sql`set local statement_timeout = 0`);
      return (await db.execute(query)) as unknown as { row: string }[];
    });
    if (row) faults.push({ rule, row: row.row });
  }
  return faults;
}
