import { eq, sql } from "drizzle-orm";
import { apiClients } from "@/db/schema/api-clients";
import { admins, partners } from "@/db/schema/partners";
import { createClient } from "@/lib/domain/api-clients/administration/create-client";
import { createClientKey } from "@/lib/domain/api-clients/administration/create-client-key";
import { revokeClientKey } from "@/lib/domain/api-clients/administration/revoke-client-key";
import { updateClient } from "@/lib/domain/api-clients/administration/update-client";
import { DEMO_CLIENTS, type DemoCall, type DemoClient } from "@/lib/domain/api-clients/demo/demo-clients";
import { promoteClient } from "@/lib/domain/api-clients/promotion/promote-client";
import { type AdminCtx, type Ctx, type InTx, inTransaction } from "@/lib/domain/context";
import { DAY_MS } from "@/lib/domain/shared/duration";
import { type RequestRecord, recordRequests } from "@/lib/domain/usage/record-requests";
import { newPrefixedId, newUuidId } from "@/lib/platform/ids";

const SEED_LOCK = 7_300_004;
const OWNER_NAME = "Acme";
const ADDRESS = "198.51.100.24";
const STATUSES = { allowed: 200, missing_scope: 403, client_inactive: 403, rate_limit_exceeded: 429 } as const;

type Outcome = keyof typeof STATUSES;
type Made = { client: DemoClient; id: string; keyId: string; partnerId: string };

function rowOf({ id, keyId, partnerId, client }: Made, call: DemoCall, outcome: Outcome, at: Date): RequestRecord {
  const isAllowed = outcome === "allowed";
  const isLimited = outcome === "rate_limit_exceeded";
  return {
    id: newUuidId("api-audit"),
    ...{ partnerId, environment: null, apiKeyId: keyId, keyClass: null, portalUserId: null, adminId: null },
    ...{ method: "GET", route: call.route, status: STATUSES[outcome], code: isAllowed ? null : outcome },
    ...{ signatureValid: null, idempotencyKeyHash: null, replayed: false, faultId: null },
    retryAfterSeconds: isLimited ? 20 : null,
    ...{ durationUs: 4_000, address: ADDRESS, userAgent: "acme-directory/1.4", at, apiClientId: id },
    ...{ eventType: call.eventType, subjectType: call.subjectType, subjectId: null },
    outcome: isAllowed ? "allowed" : isLimited ? "rate_limited" : "blocked",
    metadata: {
      requiredScope: call.scope,
      apiKeyId: keyId,
      ...(!isAllowed && { reason: outcome }),
      ...(isLimited && { limit: client.rateLimitPerMinute }),
    },
  };
}

/** A client's calls from its creation to today, evenly over the days; those of a paused one are refused. */
function callsOf(made: Made, now: Date): RequestRecord[] {
  const { createdDaysAgo, callsPerDay, calls, pausedDaysAgo, refusedDaysAgo = [] } = made.client;
  const at = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const regular = Array.from({ length: createdDaysAgo * callsPerDay - 1 }, (_, index) => {
    const days = createdDaysAgo - (index + 1) / callsPerDay;
    const isPaused = pausedDaysAgo !== undefined && days < pausedDaysAgo;
    return rowOf(made, calls[index % calls.length]!, isPaused ? "client_inactive" : "allowed", at(days));
  });
  return [...regular, ...refusedDaysAgo.map(({ days, call, code }) => rowOf(made, call, code, at(days)))];
}

async function seedClient(ctx: InTx<AdminCtx>, client: DemoClient, partnerId: string): Promise<void> {
  const daysAgo = (days: number): InTx<AdminCtx> => ({
    ...ctx,
    now: new Date(ctx.now.getTime() - days * DAY_MS),
    requestId: newPrefixedId("req"),
  });
  const created = daysAgo(client.createdDaysAgo);
  const { name, scopes, rateLimitPerMinute, promotedDaysAgo, pausedDaysAgo } = client;
  const { data } = await createClient(created, {
    ...{ name, scopes: [...scopes], rateLimitPerMinute, ownerType: "partner", ownerId: partnerId, sandboxMode: true },
    reason: "Onboarding of Acme's directory pages",
  });
  const keys: string[] = [];
  for (const key of client.keys) keys.push((await createClientKey(created, { id: data.id, name: key })).data.id);
  const made: Made = { client, id: data.id, keyId: keys[0]!, partnerId };
  const rows = callsOf(made, ctx.now);
  const promoted = promotedDaysAgo === undefined ? undefined : daysAgo(promotedDaysAgo);
  // The evidence of a promotion is what there was on its day.
  const isBefore = ({ at }: RequestRecord) => promoted === undefined || at < promoted.now;
  await recordRequests(ctx.db, rows.filter(isBefore), new Map());
  if (promoted) await promote(promoted, data.id);
  const lastAt = rows.reduce((last, { at, outcome }) => (outcome === "allowed" && at > last ? at : last), created.now);
  const rest = rows.filter((row) => !isBefore(row));
  await recordRequests(ctx.db, rest, new Map([[made.keyId, lastAt]]));
  for (const former of keys.slice(1)) {
    await revokeClientKey(daysAgo(15), { id: data.id, keyId: former, reason: "The server was moved" });
  }
  if (pausedDaysAgo !== undefined) {
    const reason = "Its import ran every minute; waiting for their answer";
    await updateClient(daysAgo(pausedDaysAgo), { id: data.id, status: "paused", reason });
  }
}

async function promote(ctx: InTx<AdminCtx>, id: string): Promise<void> {
  await promoteClient(ctx, {
    ...{ id, ownerApproved: true, dryRun: false, windowDays: 30 },
    approvalNotes: "Approved by Olivia Okafor on the call about the launch",
  });
}

/**
 * Gives the demo's partner three clients of the directory API with keys and weeks of calls. All of it is written or
 * nothing; where there is a client already, or no demo, nothing is. Returns whether it was written now.
 */
export function seedDemoClients(ctx: Ctx): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.execute(sql`select pg_advisory_xact_lock(${SEED_LOCK})`);
    const [present] = await ctx.db.select({ id: apiClients.id }).from(apiClients).limit(1);
    const [owner] = await ctx.db
      .select({ id: partners.id })
      .from(partners)
      .where(eq(partners.name, OWNER_NAME))
      .limit(1);
    const [admin] = await ctx.db.select().from(admins).where(eq(admins.role, "SUPERADMIN")).limit(1);
    if (present || !owner || !admin) return false;
    const actor = { type: "admin", adminId: admin.id, role: admin.role, address: ADDRESS } as const;
    for (const client of DEMO_CLIENTS) await seedClient({ ...ctx, actor }, client, owner.id);
    return true;
  });
}
