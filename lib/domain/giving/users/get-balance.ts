import { gatheredRead } from "@/db/gathered-read";
import { send } from "@/db/statement";
import type { PartnerCtx } from "@/lib/domain/context";
import type { Balance } from "@/lib/domain/giving/users/schemas";
import type { Environment } from "@/lib/domain/shared/schemas";
import { fail } from "@/lib/errors";

type UserKey = { partnerId: string; environment: Environment; externalId: string; now: Date };

/**
 * A recipient's booked figures, and what time has made of their open lots since: each lot's state now (`vested`,
 * `is_gone`) against what is booked of it. Recipients without open lots cost one probe of an index.
 */
const BALANCES = `
  select wanted.place, u.external_id,
    u.available + lots.available as available, u.vesting + lots.vesting as vesting, u.expired + lots.expired as expired,
    u.redeemed, u.reversed, u.lifetime_earned,
    lots.vesting_at, lots.vesting_tokens, lots.expiring_at, lots.expiring_tokens
  from unnest($1::text[], $2::text[], $3::text[], $4::text[]) with ordinality
    as wanted (partner_id, environment, external_id, now, place)
  join partner_users u on u.partner_id = wanted.partner_id and u.environment = wanted.environment
    and u.external_id = wanted.external_id
  cross join lateral (
    select
      coalesce(sum(case when is_gone then taken - released else vested - released end), 0) as available,
      coalesce(sum(case when is_gone then released - most else released - vested end), 0) as vesting,
      coalesce(sum(most - taken) filter (where is_gone), 0) as expired,
      min(vesting_at) as vesting_at,
      sum(least(lot_vested(tokens, vests_from, vesting_steps, step_days, vesting_at), most) - vested)
        filter (where vesting_at = first_vesting_at) as vesting_tokens,
      min(expiring_at) as expiring_at,
      sum(most - taken) filter (where expiring_at = first_expiring_at) as expiring_tokens
    from (
      select *, min(vesting_at) over () as first_vesting_at, min(expiring_at) over () as first_expiring_at
      from (
        select *,
          case when not is_gone
            then lot_next_release_at(tokens, vested, most, vests_from, vesting_steps, step_days) end as vesting_at,
          case when not is_gone then expires_at end as expiring_at
        from (
          select *, tokens - reversed_vesting as most, redeemed + reversed_available as taken,
            coalesce(expires_at <= wanted.now::timestamptz, false) as is_gone,
            least(lot_vested(tokens, vests_from, vesting_steps, step_days, wanted.now::timestamptz), tokens - reversed_vesting) as vested
          from token_lots
          where partner_user_id = u.id and due_at is not null
        ) as states
      ) as nexts
    ) as firsts
  ) as lots`;

type Row = Record<string, string | null> & { vesting_at: Date | null; expiring_at: Date | null };

const findBalance = gatheredRead<UserKey, Row>(async (db, keys) => {
  const rows = await send<Row>(db, BALANCES, [
    keys.map((key) => key.partnerId),
    keys.map((key) => key.environment),
    keys.map((key) => key.externalId),
    keys.map((key) => key.now.toISOString()),
  ]);
  const found: (Row | null)[] = keys.map(() => null);
  for (const row of rows) found[Number(row.place) - 1] = row;
  return found;
});

function upcoming(at: Date | null, tokens: string | null | undefined): Balance["nextVesting"] {
  return at ? { tokens: Number(tokens), at: new Date(at).toISOString() } : null;
}

/** A recipient's balance at the moment of the call, whatever the job that books releases and expiries has done. */
export async function getBalance(ctx: PartnerCtx, input: { externalId: string }): Promise<Balance> {
  const { partner, environment, now } = ctx;
  const { externalId } = input;
  const row = await findBalance(ctx.db, { partnerId: partner.id, environment, externalId, now });
  if (!row) fail("user_not_found");
  return {
    externalId,
    available: Number(row.available),
    vesting: Number(row.vesting),
    expired: Number(row.expired),
    redeemed: Number(row.redeemed),
    reversed: Number(row.reversed),
    lifetimeEarned: Number(row.lifetime_earned),
    nextVesting: upcoming(row.vesting_at, row.vesting_tokens),
    nextExpiration: upcoming(row.expiring_at, row.expiring_tokens),
    asOf: now.toISOString(),
  };
}
