import { type SQL, sql } from "drizzle-orm";
import type { ClientUsage, UsageAnalytics } from "@/lib/domain/api-clients/usage/schemas";
import type { Ctx } from "@/lib/domain/context";
import { DAY_MS } from "@/lib/domain/shared/duration";
import { env } from "@/lib/platform/env";

const TOP_OF_CLIENT = 3;
const TOP_OF_ALL = 8;

/** A call that is counted though its row follows its answer: the one that asks. */
export type CallInHand = { apiClientId: string; eventType: string };

type Asked = { windowDays: number; apiClientId?: string | undefined; inHand?: CallInHand };

/** A verdict stands in the log beside the call that asked for it; it is not a call. */
const VERDICT = "partner.webhook_signature.verified";

type Counted = { apiClientId: string; eventType: string; outcome: string; n: number; lastAt: Date };
type ClientRow = Omit<ClientUsage, "requests" | "allowed" | "blocked" | "rateLimited" | "lastRequestAt" | "topEvents">;

const instant = (at: Date) => sql`${at.toISOString()}::timestamptz`;

async function rowsOf<T>(ctx: Ctx, query: SQL): Promise<T[]> {
  return (await ctx.db.execute(query)) as unknown as T[];
}

/** Attempted calls since then, by client, operation and outcome, read from one index. */
function countCalls(ctx: Ctx, since: Date, apiClientId: string | undefined): Promise<Counted[]> {
  return rowsOf(
    ctx,
    sql`select api_client_id as "apiClientId", event_type as "eventType", outcome, count(*)::int as n, max(at) as "lastAt"
      from api_requests
      where event_type is not null and event_type <> ${VERDICT} and api_client_id is not null and at >= ${instant(since)}
        and ${apiClientId === undefined ? sql`true` : sql`api_client_id = ${apiClientId}`}
      group by 1, 2, 3`,
  );
}

/** A key that has expired is as good as none (contract 1.1). */
function listClients(ctx: Ctx, since: Date, apiClientId: string | undefined): Promise<ClientRow[]> {
  return rowsOf(
    ctx,
    sql`select id as "apiClientId", name, owner_type as "ownerType", status,
        (select count(*)::int from api_client_keys as keys where keys.api_client_id = api_clients.id
          and keys.status = 'active' and (keys.expires_at is null or keys.expires_at > ${instant(ctx.now)})) as "activeKeys",
        (select count(*)::int from api_client_keys as keys where keys.api_client_id = api_clients.id
          and keys.status = 'revoked') as "revokedKeys",
        (select count(*)::int from webhooks where webhooks.api_client_id = api_clients.id
          and is_active and deleted_at is null) as "webhookSubscriptions",
        (select count(*)::int from deliveries join webhooks on webhooks.id = deliveries.webhook_id
          where webhooks.api_client_id = api_clients.id and deliveries.created_at >= ${instant(since)}
        ) as "webhookDeliveries"
      from api_clients where ${apiClientId === undefined ? sql`true` : sql`id = ${apiClientId}`}`,
  );
}

/** Rows that are older than the evidence must be; nothing removes them until the owner approves it. */
async function countCandidates(ctx: Ctx, cutoff: Date, apiClientId: string | undefined): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(
    ctx,
    sql`select count(*)::int as n from api_requests
      where event_type is not null and at < ${instant(cutoff)}
        and ${apiClientId === undefined ? sql`true` : sql`api_client_id = ${apiClientId}`}`,
  );
  return row!.n;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const byCount = (a: { count: number; eventType: string }, b: { count: number; eventType: string }) =>
  b.count - a.count || compare(a.eventType, b.eventType);

function topEventsOf(counted: readonly Counted[], top: number) {
  const counts = new Map<string, number>();
  for (const { eventType, n } of counted) counts.set(eventType, (counts.get(eventType) ?? 0) + n);
  return [...counts]
    .map(([eventType, count]) => ({ eventType, count }))
    .sort(byCount)
    .slice(0, top);
}

function usageOf(client: ClientRow, counted: readonly Counted[]): ClientUsage {
  const own = counted.filter(({ apiClientId }) => apiClientId === client.apiClientId);
  const sum = (outcome?: string) =>
    own.reduce((total, row) => (outcome === undefined || row.outcome === outcome ? total + row.n : total), 0);
  const lastAt = own.reduce((last, row) => Math.max(last, new Date(row.lastAt).getTime()), 0);
  return {
    ...client,
    requests: sum(),
    allowed: sum("allowed"),
    blocked: sum("blocked"),
    rateLimited: sum("rate_limited"),
    ...(lastAt > 0 && { lastRequestAt: new Date(lastAt).toISOString() }),
    topEvents: topEventsOf(own, TOP_OF_CLIENT),
  };
}

function nextActionsOf(totals: UsageAnalytics["totals"]): string[] {
  const actions: string[] = [];
  if (totals.requests === 0) actions.push("No call in this window: make a first call with a sandbox key.");
  if (totals.blocked > 0) actions.push("Look into blocked calls: a key, a scope or a client's state refused them.");
  if (totals.rateLimited > 0) actions.push("Spread bursts, or ask for a higher limit: some calls met the rate limit.");
  if (totals.activeKeys === 0) actions.push("Create a key: no key is active.");
  return actions.length > 0 ? actions : ["Keep this export as evidence for the production review."];
}

const sumOf = (
  clients: readonly ClientUsage[],
  key: "requests" | "allowed" | "blocked" | "rateLimited" | "activeKeys" | "revokedKeys" | "webhookDeliveries",
) => clients.reduce((total, client) => total + client[key], 0);

/** Attempted calls of the last days, over one client or all: complete counts, from the usage log (contract 5.26). */
export async function getUsageAnalytics(ctx: Ctx, { windowDays, apiClientId, inHand }: Asked): Promise<UsageAnalytics> {
  const since = new Date(ctx.now.getTime() - windowDays * DAY_MS);
  const { apiAuditRetentionDays } = env();
  const cutoff = new Date(ctx.now.getTime() - apiAuditRetentionDays * DAY_MS);
  const [written, clientRows, retentionCandidates] = await Promise.all([
    countCalls(ctx, since, apiClientId),
    listClients(ctx, since, apiClientId),
    countCandidates(ctx, cutoff, apiClientId),
  ]);
  const counted = inHand ? [...written, { ...inHand, outcome: "allowed", n: 1, lastAt: ctx.now }] : written;
  const clients = clientRows
    .map((client) => usageOf(client, counted))
    .sort((a, b) => b.requests - a.requests || compare(a.name, b.name) || compare(a.apiClientId, b.apiClientId));
  const totals = {
    clients: clients.length,
    requests: sumOf(clients, "requests"),
    allowed: sumOf(clients, "allowed"),
    blocked: sumOf(clients, "blocked"),
    rateLimited: sumOf(clients, "rateLimited"),
    activeKeys: sumOf(clients, "activeKeys"),
    revokedKeys: sumOf(clients, "revokedKeys"),
    webhookDeliveries: sumOf(clients, "webhookDeliveries"),
  };
  return {
    generatedAt: ctx.now.toISOString(),
    source: "database",
    windowDays,
    since: since.toISOString(),
    retentionPolicy: {
      auditRetentionDays: apiAuditRetentionDays,
      retentionCutoff: cutoff.toISOString(),
      retentionCandidates,
      purgeStatus: "blocked_pending_owner_approval",
      archiveRequired: true,
      legalHoldReviewRequired: true,
    },
    totals,
    clients,
    topEvents: topEventsOf(counted, TOP_OF_ALL),
    nextActions: nextActionsOf(totals),
  };
}
