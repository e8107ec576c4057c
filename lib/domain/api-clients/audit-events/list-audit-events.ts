import { sql } from "drizzle-orm";
import type { ApiAuditEvent } from "@/lib/domain/api-clients/schemas";
import type { AdminCtx } from "@/lib/domain/context";

const EVENTS_MAX = 100;

/** Actions of administrators and verdicts on signatures that belong to a client's evidence. */
const KINDS = sql`('api_client', 'api_client_key', 'webhook_subscription', 'webhook_delivery')`;

type Row = {
  id: string;
  apiClientId: string | null;
  eventType: string;
  subjectType: string | null;
  subjectId: string | null;
  status: ApiAuditEvent["status"];
  requestMetadata: Record<string, unknown> | null;
  createdAt: Date;
};

function presentEvent(row: Row): ApiAuditEvent {
  const { id, apiClientId, eventType, subjectType, subjectId, status, requestMetadata, createdAt } = row;
  return {
    id,
    ...(apiClientId !== null && { apiClientId }),
    eventType,
    ...(subjectType !== null && { subjectType }),
    ...(subjectId !== null && { subjectId }),
    status,
    ...(requestMetadata !== null && { requestMetadata }),
    createdAt: new Date(createdAt).toISOString(),
  };
}

/** The newest attempted calls and acts on clients, of one client or of all, from the usage log and the audit trail. */
export async function listAuditEvents(
  ctx: AdminCtx,
  { apiClientId }: { apiClientId?: string | undefined },
): Promise<{ data: ApiAuditEvent[] }> {
  const ofClient = apiClientId === undefined ? sql`true` : sql`api_client_id = ${apiClientId}`;
  const ofTarget = apiClientId === undefined ? sql`true` : sql`after ->> 'apiClientId' = ${apiClientId}`;
  const rows = await ctx.db.execute(sql`
    (select id, api_client_id as "apiClientId", event_type as "eventType", subject_type as "subjectType",
        subject_id as "subjectId", outcome as status, metadata as "requestMetadata", at as "createdAt"
      from api_requests where event_type is not null and ${ofClient} order by at desc limit ${EVENTS_MAX})
    union all
    (select 'api-audit-' || md5(id)::uuid, after ->> 'apiClientId', action, target_type, target_id,
        case when after ->> 'status' = 'blocked' and action like '%verified' then 'blocked' else 'allowed' end,
        jsonb_strip_nulls(jsonb_build_object('reason', reason, 'actorType', actor_type) || coalesce(after, '{}') - 'apiClientId'), at
      from audit_records where target_type in ${KINDS} and ${ofTarget} order by position desc limit ${EVENTS_MAX})
    order by "createdAt" desc, id limit ${EVENTS_MAX}`);
  return { data: (rows as unknown as Row[]).map(presentEvent) };
}
