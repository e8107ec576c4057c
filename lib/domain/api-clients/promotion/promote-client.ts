import { and, eq } from "drizzle-orm";
import { apiClients } from "@/db/schema/api-clients";
import { lockClient, requireClient } from "@/lib/domain/api-clients/find-client";
import { type ApiClientRow, presentClient } from "@/lib/domain/api-clients/present-client";
import type { PromoteClient, Promotion, PromotionQuery } from "@/lib/domain/api-clients/promotion/schemas";
import { tellClientChange } from "@/lib/domain/api-clients/tell-client-change";
import { getUsageAnalytics } from "@/lib/domain/api-clients/usage/get-usage-analytics";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type AdminCtx, type InTx, inTransaction } from "@/lib/domain/context";
import { checkPolicy } from "@/lib/domain/policy/check-policy";

type Evidence = Promotion["evidence"];

async function gatherEvidence(ctx: AdminCtx, client: ApiClientRow, windowDays: number): Promise<Evidence> {
  const usage = await getUsageAnalytics(ctx, { windowDays, apiClientId: client.id });
  const own = usage.clients[0]!;
  return {
    sandboxMode: client.sandboxMode,
    clientStatus: client.status,
    scopes: client.scopes,
    activeKeys: own.activeKeys,
    webhookSubscriptions: own.webhookSubscriptions,
    usageWindowDays: windowDays,
    allowedRequests: own.allowed,
    blockedRequests: own.blocked,
    rateLimitedRequests: own.rateLimited,
  };
}

const NO_APPROVAL = "The owner has not approved the promotion.";

/** What stands against promotion, in the contract's order. */
function blockersOf(evidence: Evidence, ownerApproved: boolean, refusal: string | null): string[] {
  const { clientStatus, sandboxMode, scopes, activeKeys, webhookSubscriptions, usageWindowDays } = evidence;
  const window = `in the last ${usageWindowDays} days`;
  const blockers: [boolean, string][] = [
    [clientStatus !== "active", `The client is ${clientStatus}, not active.`],
    [!sandboxMode, "The client is live already."],
    [scopes.length === 0, "The client holds no scope."],
    [activeKeys === 0, "The client has no active key."],
    [evidence.allowedRequests === 0, `No call was allowed ${window}.`],
    [evidence.blockedRequests > 0, `${evidence.blockedRequests} calls were blocked ${window}.`],
    [evidence.rateLimitedRequests > 0, `${evidence.rateLimitedRequests} calls met the rate limit ${window}.`],
    [
      scopes.includes("webhooks:write") && webhookSubscriptions === 0,
      "The client holds webhooks:write without an active webhook subscription.",
    ],
    [!ownerApproved, NO_APPROVAL],
    [refusal !== null, `approvalNotes: ${refusal}`],
  ];
  return blockers.flatMap(([holds, text]) => (holds ? [text] : []));
}

function statusOf(blockers: readonly string[], dryRun: boolean): Promotion["status"] {
  if (blockers.some((blocker) => blocker !== NO_APPROVAL)) return "blocked";
  return blockers.length > 0 || dryRun ? "ready_for_owner_approval" : "promoted";
}

function nextActionsOf(status: Promotion["status"], blockers: readonly string[]): string[] {
  if (status === "promoted") return ["Tell the partner that its client is live, and watch its first production calls."];
  if (status === "ready_for_owner_approval") {
    return ["Have the owner approve purpose, scopes, limits and webhook events, then promote with ownerApproved."];
  }
  return blockers.map((blocker) => `Clear this first: ${blocker}`);
}

async function setLive(ctx: InTx<AdminCtx>, client: ApiClientRow): Promise<ApiClientRow> {
  const [live] = await ctx.db
    .update(apiClients)
    .set({ sandboxMode: false, promotedAt: ctx.now, promotedBy: ctx.actor.adminId, updatedAt: ctx.now })
    .where(and(eq(apiClients.id, client.id), eq(apiClients.sandboxMode, true)))
    .returning();
  return live!;
}

type Judged = { client: ApiClientRow; evidence: Evidence; status: Promotion["status"]; blockers: string[] };

function presentPromotion(
  ctx: AdminCtx,
  judged: Judged,
  asked: { dryRun: boolean; ownerApproved: boolean },
): Promotion {
  const { client, evidence, status, blockers } = judged;
  return {
    ...{ generatedAt: ctx.now.toISOString(), apiClientId: client.id, clientName: client.name, status, ...asked },
    ...{ evidence, blockers, nextActions: nextActionsOf(status, blockers), client: presentClient(client) },
  };
}

/** What speaks for and against a client's promotion now. Looking at it is no review: nothing is recorded. */
export async function getPromotion(
  ctx: AdminCtx,
  { id, windowDays }: { id: string } & PromotionQuery,
): Promise<{ data: Promotion }> {
  const client = await requireClient(ctx, id);
  const evidence = await gatherEvidence(ctx, client, windowDays);
  const blockers = blockersOf(evidence, false, null);
  const asked = { dryRun: true, ownerApproved: false };
  return { data: presentPromotion(ctx, { client, evidence, status: statusOf(blockers, true), blockers }, asked) };
}

/**
 * Reviews a client for production, and with the owner's approval lets it go live where nothing stands against it. Without
 * the approval, or with `dryRun`, it only says what would be. The review itself is recorded.
 */
export async function promoteClient(
  ctx: AdminCtx,
  input: { id: string } & PromoteClient,
): Promise<{ data: Promotion }> {
  const { id, ownerApproved, approvalNotes, windowDays, actorId } = input;
  const dryRun = input.dryRun ?? !ownerApproved;
  const promotion = await inTransaction(ctx, async (ctx): Promise<Promotion> => {
    const client = await lockClient(ctx, id);
    const evidence = await gatherEvidence(ctx, client, windowDays);
    const { refusal } = checkPolicy([approvalNotes]);
    const blockers = blockersOf(evidence, ownerApproved, refusal);
    const status = statusOf(blockers, dryRun);
    const promotes = status === "promoted";
    const now = promotes ? await setLive(ctx, client) : client;
    await recordAudit(ctx, {
      action: promotes ? "api_client.production_promoted" : "api_client.production_promotion_reviewed",
      targetType: "api_client",
      targetId: id,
      partnerId: client.partnerId,
      environment: null,
      before: { sandboxMode: client.sandboxMode },
      after: {
        apiClientId: id,
        status,
        dryRun,
        ownerApproved,
        evidence,
        blockers,
        ...(actorId && { onBehalfOf: actorId }),
      },
      // What the policy refuses is not kept either.
      ...(approvalNotes && refusal === null && { reason: approvalNotes }),
    });
    return presentPromotion(ctx, { client: now, evidence, status, blockers }, { dryRun, ownerApproved });
  });
  if (promotion.status === "promoted") await tellClientChange(`api-client:${id}`);
  return { data: promotion };
}
