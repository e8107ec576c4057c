import { and, eq } from "drizzle-orm";
import { partners } from "@/db/schema/partners";
import { productionRequests } from "@/db/schema/readiness";
import { COMPLIANCE_ROLES } from "@/lib/domain/admins/schemas";
import type { AdminCtx, Ctx, InTx } from "@/lib/domain/context";
import { actOrAsk, type ProtectedWrite } from "@/lib/domain/giving/approvals/protected-write";
import type { WaitingApproval } from "@/lib/domain/giving/approvals/schemas";
import { getPartnerRecord } from "@/lib/domain/giving/partner-records/get-partner-record";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";
import { requirePartner } from "@/lib/domain/giving/pool-administration/find-partner-pool";
import { type DecidedAccess, moveAccess } from "@/lib/domain/giving/production-access/move-access";
import { SetProductionAccess } from "@/lib/domain/giving/production-access/schemas";
import { ObjectId } from "@/lib/domain/shared/schemas";

type Input = { id: string } & SetProductionAccess;

const OUTCOMES = { APPROVE: "APPROVED", REJECT: "REJECTED", REVOKE: "REVOKED" } as const satisfies Record<
  SetProductionAccess["decision"],
  DecidedAccess
>;

const openRequestOf = (partnerId: string) =>
  and(eq(productionRequests.partnerId, partnerId), eq(productionRequests.status, "OPEN"));

/** Closes what the partner asked for; nothing is open where access is revoked. */
async function closeRequest(ctx: InTx<AdminCtx>, { id, decision, note }: Input): Promise<void> {
  if (decision === "REVOKE") return;
  await ctx.db
    .update(productionRequests)
    .set({
      ...{ status: OUTCOMES[decision], decisionNote: note ?? null, changesRequestedAt: null },
      ...{ decidedBy: ctx.actor.adminId, decidedAt: ctx.now, updatedAt: ctx.now },
    })
    .where(openRequestOf(id));
}

async function decide(ctx: InTx<AdminCtx>, input: Input): Promise<PartnerRecord> {
  const { id, decision, note, reason } = input;
  await requirePartner(ctx, id, "write");
  await moveAccess(ctx, { partnerId: id, to: OUTCOMES[decision], note: note ?? null, reason });
  await closeRequest(ctx, input);
  return getPartnerRecord(ctx, { id });
}

/** The request as it stands, and what compliance knows of the partner. */
async function readGrounds(ctx: Ctx, id: string) {
  const { contractSignedAt, acceptableUseAcceptedAt, kybStatus, productionAccess } = partners;
  const [[partner], [request]] = await Promise.all([
    ctx.db
      .select({ contractSignedAt, acceptableUseAcceptedAt, kybStatus, productionAccess })
      .from(partners)
      .where(eq(partners.id, id)),
    ctx.db.select().from(productionRequests).where(openRequestOf(id)),
  ]);
  const { productionAccess: access, ...compliance } = partner!;
  const asked = request && { id: request.id, fields: request.fields, changesRequestedAt: request.changesRequestedAt };
  return { access, evidence: { compliance, request: asked ?? null } };
}

/** Granting waits for a second administrator; refusing and revoking never do. */
export const productionDecision: ProtectedWrite<Input, PartnerRecord> = {
  action: "production_access.approve",
  roles: COMPLIANCE_ROLES,
  input: SetProductionAccess.extend({ id: ObjectId }),
  subjectOf: async (_ctx, { id, decision }) => ({
    ...{ partnerId: id, environment: null, targetType: "partner", targetId: id },
    isProtected: decision === "APPROVE",
  }),
  groundOf: async (ctx, { id, decision, note }) => {
    const { access, evidence } = await readGrounds(ctx, id);
    const after = { productionAccess: OUTCOMES[decision], ...(note && { note }) };
    return { before: { productionAccess: access }, after, evidence };
  },
  execute: decide,
};

/** Decides on production access. Fails with `partner_not_found` or `invalid_state_transition`. */
export function setProductionAccess(ctx: AdminCtx, input: Input): Promise<PartnerRecord | WaitingApproval> {
  return actOrAsk(ctx, productionDecision, input);
}
