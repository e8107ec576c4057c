import { and, count, eq, isNull } from "drizzle-orm";
import { deliveries } from "@/db/schema/webhooks";
import type { Ctx } from "@/lib/domain/context";
import { STORED_STATUS } from "@/lib/domain/webhooks/directory/present-directory-delivery";
import { recordRun } from "@/lib/domain/webhooks/directory/record-run";
import { retryDirectoryDeliveries } from "@/lib/domain/webhooks/directory/retry-directory-deliveries";
import { isPauseOver } from "@/lib/domain/webhooks/directory/retry-pause";
import { workQueue } from "@/lib/domain/webhooks/directory/run-deliveries";
import { type Requeued, RunScheduler, type SchedulerRun } from "@/lib/domain/webhooks/directory/schemas";
import { fail } from "@/lib/errors";
import { env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/logger";
import { sendGuarded } from "@/lib/platform/safe-fetch";

type Retried = "failed" | "blocked";

const NONE: Requeued = { requeued: 0, deliveryIds: [], status: "queued" };

/** Whether the scheduler may act: live mode, with its approval on record. */
export function mayRunLive(): boolean {
  const { isLive, isApproved } = env().webhookRetryCron;
  return isLive && isApproved;
}

async function countCandidates(ctx: Ctx, status: Retried): Promise<number> {
  const [row] = await ctx.db
    .select({ n: count() })
    .from(deliveries)
    .where(and(isNull(deliveries.partnerId), eq(deliveries.status, STORED_STATUS[status]), isPauseOver(ctx.now)));
  return row!.n;
}

/**
 * Queues again what failed or was blocked and has waited its pause, then runs the worker. A dry run only says what it would
 * do; a live one fails with `approval_required` unless live mode was approved.
 */
export async function runScheduler(ctx: Ctx, input: RunScheduler, send = sendGuarded): Promise<{ data: SchedulerRun }> {
  const { dryRun, retryLimit, deliveryLimit, includeBlocked, reason, actorId } = input;
  if (!dryRun && !mayRunLive()) fail("approval_required");
  const [failedCandidates, blockedCandidates] = await Promise.all([
    countCandidates(ctx, "failed"),
    countCandidates(ctx, "blocked"),
  ]);
  const retry = async (status: Retried) => {
    if (dryRun) return NONE;
    const asked = { status, limit: retryLimit, reason: reason ?? "Its pause is over.", actorId };
    return (await retryDirectoryDeliveries(ctx, asked, isPauseOver(ctx.now))).data;
  };
  const failedRetry = await retry("failed");
  const blockedRetry = includeBlocked ? await retry("blocked") : undefined;
  const delivery = await workQueue(ctx, { limit: deliveryLimit, dryRun }, send);
  if (!dryRun) {
    const requeued = { failed: failedRetry.requeued, blocked: blockedRetry?.requeued ?? 0 };
    await recordRun(ctx, { of: "webhook_scheduler", delivery, requeued, reason, actorId });
  }
  return {
    data: {
      ...{ dryRun, retryLimit, deliveryLimit, failedCandidates, blockedCandidates, failedRetry },
      ...(blockedRetry && { blockedRetry }),
      delivery,
      nextActions: nextActionsOf({ ...input, failedCandidates, blockedCandidates, failed: delivery.failed }),
    },
  };
}

/** The run of every 15 minutes: live where that was approved, a preview otherwise. */
export async function runSchedulerByClock(ctx: Ctx): Promise<void> {
  const { data } = await runScheduler(ctx, RunScheduler.parse({ dryRun: !mayRunLive() }));
  const { dryRun, failedCandidates, blockedCandidates, delivery } = data;
  const { processed, delivered, failed, blocked } = delivery;
  const counts = { failedCandidates, blockedCandidates, processed, delivered, failed, blocked };
  logger.info({ dryRun, ...counts }, "directory deliveries were looked through for retries");
}

type Facts = RunScheduler & { failedCandidates: number; blockedCandidates: number; failed: number };

function nextActionsOf({ dryRun, retryLimit, failedCandidates, blockedCandidates, failed }: Facts): string[] {
  const actions: string[] = [];
  if (dryRun && failedCandidates + blockedCandidates > 0) {
    actions.push("This was a preview: approve live mode for the scheduler, or retry the deliveries by hand.");
  }
  if (!dryRun && failedCandidates > retryLimit) actions.push("More deliveries wait for a retry than one run takes.");
  if (blockedCandidates > 0) actions.push("Look into blocked deliveries: a subscription or its client is not active.");
  if (failed > 0) actions.push("Some receivers did not accept their delivery: look at the attempts' errors.");
  return actions.length > 0 ? actions : ["Nothing waits for a retry."];
}
