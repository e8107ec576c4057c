import { COMPLIANCE_ROLES } from "@/lib/domain/admins/schemas";
import type { AdminCtx, InTx } from "@/lib/domain/context";
import { actOrAsk, type ProtectedWrite } from "@/lib/domain/giving/approvals/protected-write";
import type { WaitingApproval } from "@/lib/domain/giving/approvals/schemas";
import { getPartnerRecord } from "@/lib/domain/giving/partner-records/get-partner-record";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";
import { requirePartner } from "@/lib/domain/giving/pool-administration/find-partner-pool";
import { readGoLive } from "@/lib/domain/giving/production-access/get-partner-go-live";
import { moveAccess } from "@/lib/domain/giving/production-access/move-access";
import { CutOver } from "@/lib/domain/giving/production-access/schemas";
import { lockProductionAccess } from "@/lib/domain/partners/change-production-access";
import { PRODUCTION_TRANSITIONS } from "@/lib/domain/partners/statuses";
import { ObjectId } from "@/lib/domain/shared/schemas";
import { fail } from "@/lib/errors";

type Input = { id: string } & CutOver;

/** Where the move is possible at all, the checklist decides; what is open stands in the answer. */
async function requireReady(ctx: InTx<AdminCtx>, partnerId: string): Promise<void> {
  const from = await lockProductionAccess(ctx, partnerId);
  const allowed = PRODUCTION_TRANSITIONS[from];
  if (!allowed.includes("LIVE")) fail("invalid_state_transition", { details: { from, to: "LIVE", allowed } });
  const { ready, items } = await readGoLive(ctx, partnerId);
  if (ready) return;
  const open = items.filter(({ status }) => status !== "PASSED" && status !== "WAIVED");
  fail("go_live_incomplete", {
    message: "The go-live checklist is not complete.",
    details: open.map(({ id, status, title }) => ({ item: id, status, issue: title })),
  });
}

async function goLive(ctx: InTx<AdminCtx>, { id, reason }: Input): Promise<PartnerRecord> {
  await requirePartner(ctx, id, "write");
  await requireReady(ctx, id);
  await moveAccess(ctx, { partnerId: id, to: "LIVE", note: null, reason });
  return getPartnerRecord(ctx, { id });
}

export const cutover: ProtectedWrite<Input, PartnerRecord> = {
  action: "production_access.cut_over",
  roles: COMPLIANCE_ROLES,
  input: CutOver.extend({ id: ObjectId }),
  subjectOf: async (_ctx, { id }) => ({
    ...{ partnerId: id, environment: "production", targetType: "partner", targetId: id },
    isProtected: true,
  }),
  groundOf: async (ctx, { id }) => {
    const { productionAccess } = await requirePartner(ctx, id, "read");
    const { items } = await readGoLive(ctx, id);
    return {
      before: { productionAccess },
      after: { productionAccess: "LIVE" },
      evidence: { goLive: Object.fromEntries(items.map((item) => [item.id, item.status])) },
    };
  },
  execute: goLive,
};

/**
 * Lets a partner issue rewards in production. Fails with `go_live_incomplete` while an item is open, or
 * `invalid_state_transition` unless production is approved.
 */
export function cutOver(ctx: AdminCtx, input: Input): Promise<PartnerRecord | WaitingApproval> {
  return actOrAsk(ctx, cutover, input);
}
