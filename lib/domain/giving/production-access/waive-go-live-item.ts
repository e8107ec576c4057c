import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { goLiveWaivers } from "@/db/schema/readiness";
import { COMPLIANCE_ROLES } from "@/lib/domain/admins/schemas";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import type { AdminCtx, Ctx, InTx } from "@/lib/domain/context";
import { actOrAsk, type ProtectedWrite } from "@/lib/domain/giving/approvals/protected-write";
import type { WaitingApproval } from "@/lib/domain/giving/approvals/schemas";
import { GO_LIVE_ITEM_IDS, type GoLive, type GoLiveItemId } from "@/lib/domain/giving/go-live/schemas";
import { requirePartner } from "@/lib/domain/giving/pool-administration/find-partner-pool";
import { readGoLive } from "@/lib/domain/giving/production-access/get-partner-go-live";
import { WaiveGoLiveItem } from "@/lib/domain/giving/production-access/schemas";
import { ObjectId } from "@/lib/domain/shared/schemas";

type Input = { id: string; itemId: GoLiveItemId } & WaiveGoLiveItem;

async function findReason(ctx: Ctx, { id, itemId }: Input): Promise<string | null> {
  const [kept] = await ctx.db
    .select({ reason: goLiveWaivers.reason })
    .from(goLiveWaivers)
    .where(and(eq(goLiveWaivers.partnerId, id), eq(goLiveWaivers.itemId, itemId)));
  return kept?.reason ?? null;
}

async function waive(ctx: InTx<AdminCtx>, input: Input): Promise<GoLive> {
  const { id: partnerId, itemId, reason } = input;
  await requirePartner(ctx, partnerId, "write");
  const former = await findReason(ctx, input);
  if (former !== reason) {
    const values = { reason, adminId: ctx.actor.adminId, at: ctx.now };
    await ctx.db
      .insert(goLiveWaivers)
      .values({ partnerId, itemId, ...values })
      .onConflictDoUpdate({ target: [goLiveWaivers.partnerId, goLiveWaivers.itemId], set: values });
    await recordAudit(ctx, {
      action: "go_live_item.waived",
      ...{ targetType: "go_live_item", targetId: itemId, partnerId, environment: "production" },
      before: { waiver: former },
      after: { waiver: reason },
      reason,
    });
  }
  return readGoLive(ctx, partnerId);
}

export const waiver: ProtectedWrite<Input, GoLive> = {
  action: "go_live.waive",
  roles: COMPLIANCE_ROLES,
  input: WaiveGoLiveItem.extend({ id: ObjectId, itemId: z.enum(GO_LIVE_ITEM_IDS) }),
  // The same waiver again changes nothing.
  subjectOf: async (ctx, input) => ({
    ...{ partnerId: input.id, environment: "production", targetType: "go_live_item", targetId: input.itemId },
    isProtected: (await findReason(ctx, input)) !== input.reason,
  }),
  groundOf: async (ctx, input) => {
    const { items } = await readGoLive(ctx, input.id);
    const { title, status } = items.find((item) => item.id === input.itemId)!;
    return {
      before: { item: title, status },
      after: { item: title, status: status === "PASSED" ? "PASSED" : "WAIVED", waiver: input.reason },
      evidence: { observed: status, waiver: await findReason(ctx, input) },
    };
  },
  execute: waive,
};

/** Does without an item of a partner's checklist; the partner reads why. */
export function waiveGoLiveItem(ctx: AdminCtx, input: Input): Promise<GoLive | WaitingApproval> {
  return actOrAsk(ctx, waiver, input);
}
