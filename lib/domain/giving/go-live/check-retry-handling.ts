import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "@/lib/domain/context";
import { allOf, type Check, isoOf, type Observation, rowsOf, within } from "@/lib/domain/giving/go-live/observation";
import { DAY_MS } from "@/lib/domain/shared/duration";

/** As long as requests are kept: the contract sets this item no shorter time. */
const WINDOW_MS = 90 * DAY_MS;
const LOOKED_AT_MAX = 200;
/** A client that backs off comes back within an hour. */
const RETRY_WITHIN_MS = 60 * 60 * 1000;

const isServed = sql`status between 200 and 299`;

function sandboxRows(ctx: Ctx, partnerId: string): SQL {
  return sql`partner_id = ${partnerId} and environment = 'sandbox' and ${within(ctx, WINDOW_MS, sql`at`)}
    and api_key_id is not null`;
}

/**
 * The latest word counts: a client that was put right passes by what it did since. A proof outweighs the breaches before
 * it, and a breach the proofs before it.
 */
function latestWord(proof: { at: string } | undefined, breach: { at: string } | undefined): Observation["status"] {
  if (breach && (!proof || breach.at >= proof.at)) return "FAILED";
  return proof ? "PASSED" : "PENDING";
}

type Refusal = {
  requestId: string;
  keyId: string;
  faultId: string | null;
  at: string;
  retryAfterSeconds: number;
  hurriedRequestId: string | null;
  successRequestId: string | null;
  isRepeat: boolean;
};

/**
 * After a 429 no request of that key, counted by its halves as limits are, until the wait was over, and a success later. A
 * refusal that itself came too soon after another proves nothing. Requests under way when it was answered are not held
 * against anybody.
 */
async function judgeRefusals(ctx: Ctx, partnerId: string): Promise<Observation> {
  const sameKey = sql`later.partner_id = ${partnerId} and later.environment = 'sandbox'
    and later.api_key_id = refused.api_key_id and later.key_class = refused.key_class`;
  const refusals = await rowsOf<Refusal>(
    ctx,
    sql`
    with refused as (
      select id, api_key_id, key_class, fault_id, at, retry_after_seconds,
        at + duration_us * interval '1 microsecond' as told_at,
        at + retry_after_seconds * interval '1 second' as over_at
      from api_requests
      where ${sandboxRows(ctx, partnerId)} and status = 429 and retry_after_seconds is not null
      order by at desc limit ${LOOKED_AT_MAX}
    )
    select id as "requestId", api_key_id as "keyId", fault_id as "faultId", ${isoOf(sql`at`)} as at,
      retry_after_seconds as "retryAfterSeconds",
      (select id from api_requests as later where ${sameKey} and later.at > told_at and later.at < over_at
        order by later.at limit 1) as "hurriedRequestId",
      (select id from api_requests as later where ${sameKey} and later.at >= over_at and later.${isServed}
        order by later.at limit 1) as "successRequestId",
      exists (select from refused as former where former.api_key_id = refused.api_key_id
        and former.key_class = refused.key_class and refused.at > former.told_at and refused.at < former.over_at
      ) as "isRepeat"
    from refused order by refused.at desc`,
  );
  const proof = refusals.find((each) => !each.isRepeat && !each.hurriedRequestId && each.successRequestId);
  const breach = refusals.find((each) => each.hurriedRequestId);
  return {
    status: latestWord(proof, breach),
    evidence: { refusals: refusals.length, proof: proof ?? null, breach: breach ?? null },
  };
}

type ServerError = {
  requestId: string;
  route: string;
  faultId: string | null;
  at: string;
  retryRequestId: string | null;
  isServed: boolean | null;
};

/** After a 5xx a retry with the same idempotency key that succeeded; one that never came is a breach after an hour. */
async function judgeServerErrors(ctx: Ctx, partnerId: string): Promise<Observation> {
  const errors = await rowsOf<ServerError>(
    ctx,
    sql`
    select failed.id as "requestId", failed.route, failed.fault_id as "faultId", ${isoOf(sql`failed.at`)} as at,
      retry.id as "retryRequestId", retry."isServed"
    from (
      select * from api_requests
      where ${sandboxRows(ctx, partnerId)} and status >= 500 and idempotency_key_hash is not null
      order by at desc limit ${LOOKED_AT_MAX}
    ) as failed left join lateral (
      select later.id, later.${isServed} as "isServed" from api_requests as later
      where later.partner_id = ${partnerId} and later.environment = 'sandbox'
        and later.idempotency_key_hash = failed.idempotency_key_hash and later.route = failed.route
        and later.at >= failed.at and later.id <> failed.id
      order by later.${isServed} desc, later.at limit 1
    ) as retry on true
    order by failed.at desc`,
  );
  const proof = errors.find((each) => each.isServed);
  const lateSince = new Date(ctx.now.getTime() - RETRY_WITHIN_MS).toISOString();
  const breach = errors.find((each) => each.retryRequestId === null && each.at < lateSince);
  return {
    status: latestWord(proof, breach),
    evidence: { errors: errors.length, proof: proof ?? null, breach: breach ?? null },
  };
}

/** Item 7, by the sandbox's traffic: waits are kept after a 429, and a 5xx is retried with the same idempotency key. */
export const checkRetryHandling: Check = async (ctx, partner) => {
  const [rateLimit, serverError] = await Promise.all([
    judgeRefusals(ctx, partner.id),
    judgeServerErrors(ctx, partner.id),
  ]);
  const part = ({ status, evidence }: Observation) => ({ status, ...evidence });
  return {
    status: allOf([rateLimit.status, serverError.status]),
    evidence: { rateLimit: part(rateLimit), serverError: part(serverError) },
  };
};
