import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/domain/context";

/** A broken promise of contract 8.7: which one, and the first row that breaks it. */
export type LedgerFault = { rule: string; row: string };

const RULES: { rule: string; query: ReturnType<typeof sql> }[] = [
  {
    rule: "the entries of a transaction sum to zero, within one environment",
    query: sql`select 'transaction ' || transaction_id as row from ledger_entries group by transaction_id
      having sum(tokens) <> 0 or min(environment) <> max(environment) order by min(id) limit 1`,
  },
  {
    rule: "no account but the treasury is negative",
    query: sql`select account_kind || ' ' || coalesce(account_id, environment) as row from ledger_entries
      where account_kind <> 'TREASURY' group by account_kind, account_id, environment
      having sum(tokens) < 0 order by min(id) limit 1`,
  },
  {
    rule: "a pool's balance equals its ledger account",
    query: sql`select 'pool ' || p.id as row from token_pools p
      left join (select account_id, sum(tokens) as tokens from ledger_entries
        where account_kind = 'POOL' group by account_id) l on l.account_id = p.id
      where p.balance <> coalesce(l.tokens, 0) order by p.created_at, p.id limit 1`,
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
    rule: "an action's distributions sum to its tokensDistributed",
    query: sql`select 'action ' || a.id as row from actions a
      left join (select action_id, sum(tokens) as tokens from transactions
        where type = 'DISTRIBUTION' group by action_id) t on t.action_id = a.id
      where a.tokens_distributed <> coalesce(t.tokens, 0) order by a.created_at, a.id limit 1`,
  },
];

/** Checks every promise of the ledger over the whole database; an empty answer means that all hold. */
export async function checkLedger(ctx: Ctx): Promise<LedgerFault[]> {
  const faults: LedgerFault[] = [];
  for (const { rule, query } of RULES) {
    const rows = (await ctx.db.execute(query)) as unknown as { row: string }[];
    if (rows[0]) faults.push({ rule, row: rows[0].row });
  }
  return faults;
}
