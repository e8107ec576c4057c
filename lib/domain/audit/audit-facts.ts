import type { AuditFacts } from "@/lib/domain/audit/audit-hash";

/** The columns of `audit_records as r` that are hashed; the time in milliseconds. */
export const FACTS_COLUMNS = `r.id, r.position::float8 as position, (extract(epoch from r.at) * 1000)::float8 as at,
  r.actor_type, r.actor_id, r.action, r.target_type, r.target_id, r.partner_id, r.environment, r.before, r.after,
  r.reason, r.ip, r.request_id`;

export type FactsRow = {
  id: string;
  position: number;
  at: number;
  actor_type: AuditFacts["actorType"];
  actor_id: string;
  action: string;
  target_type: string;
  target_id: string;
  partner_id: string | null;
  environment: AuditFacts["environment"];
  before: AuditFacts["before"];
  after: AuditFacts["after"];
  reason: string | null;
  ip: string | null;
  request_id: string;
};

/** Milliseconds as the text that is hashed and shown. A time that none of ours is, such as `infinity`, is what it is. */
export const instantOfMs = (ms: number) => (Number.isFinite(ms) ? new Date(ms).toISOString() : String(ms));

export function factsOf(row: FactsRow): AuditFacts {
  return {
    id: row.id,
    position: row.position,
    at: instantOfMs(row.at),
    actorType: row.actor_type,
    actorId: row.actor_id,
    action: row.action,
    targetType: row.target_type,
    targetId: row.target_id,
    partnerId: row.partner_id,
    environment: row.environment,
    before: row.before,
    after: row.after,
    reason: row.reason,
    ip: row.ip,
    requestId: row.request_id,
  };
}
