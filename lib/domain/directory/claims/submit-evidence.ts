import { eq } from "drizzle-orm";
import { claims, verificationAttempts } from "@/db/schema/directory-claims";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type ClientCtx, type InTx, inTransaction } from "@/lib/domain/context";
import { listAttempts, lockClaim, requireOwnClaim } from "@/lib/domain/directory/claims/find-claim";
import type { SubmitEvidence, SubmittedEvidence } from "@/lib/domain/directory/claims/schemas";
import { type AttemptRow, type ClaimRow, statusAt, summarise } from "@/lib/domain/directory/claims/status-summary";
import { newAttempt } from "@/lib/domain/directory/claims/submit-claim";
import { requirePolicy } from "@/lib/domain/directory/policy/require-policy";
import { fail } from "@/lib/errors";

/**
 * The attempt that the evidence is for: the latest of its method while that is open, or a new one where there is none. An
 * attempt that is over is a conflict, not a reason to begin again unseen.
 */
async function openAttempt(ctx: InTx<ClientCtx>, claim: ClaimRow, method: AttemptRow["method"]): Promise<AttemptRow> {
  const latest = (await listAttempts(ctx, claim.id)).find((attempt) => attempt.method === method);
  if (!latest) {
    const attempt = newAttempt(ctx, { claimId: claim.id, method, target: claim.businessDomain ?? claim.claimantEmail });
    const [opened] = await ctx.db.insert(verificationAttempts).values(attempt).returning();
    return opened!;
  }
  const status = statusAt(latest, ctx.now);
  if (status === "expired") fail("attempt_expired");
  if (status !== "pending") fail("attempt_already_completed");
  return latest;
}

/** Marks the attempt as passed, which says that evidence was received, and sends the claim to an administrator. */
async function acceptEvidence(ctx: InTx<ClientCtx>, claim: ClaimRow, attempt: AttemptRow, input: SubmitEvidence) {
  const { evidence, actorId } = input;
  const texts = [evidence.note, evidence.submittedBy, evidence.emailDomain];
  const policyCheckId = await requirePolicy(ctx, { subjectType: "verification_attempt", subjectId: attempt.id, texts });
  const given = { ...evidence, ...(actorId !== undefined && { actorId }) };
  const [passed] = await ctx.db
    .update(verificationAttempts)
    .set({ status: "passed", evidence: given, policyCheckId, completedAt: ctx.now, updatedAt: ctx.now })
    .where(eq(verificationAttempts.id, attempt.id))
    .returning();
  const [reviewed] = await ctx.db
    .update(claims)
    .set({ status: "admin_review", updatedAt: ctx.now })
    .where(eq(claims.id, claim.id))
    .returning();
  return { passed: passed!, reviewed: reviewed! };
}

/** Takes a claimant's evidence, in the contract's order of checks (5.25). Approval stays an administrator's act. */
export async function submitEvidence(
  ctx: ClientCtx,
  input: { id: string } & SubmitEvidence,
): Promise<SubmittedEvidence> {
  await requireOwnClaim(ctx, input);
  return inTransaction(ctx, async (ctx) => {
    const claim = await lockClaim(ctx, input.id);
    if (claim.approvedAt || claim.rejectedAt) fail("claim_already_decided");
    if (input.evidence.attestationAccepted !== true) fail("attestation_required");
    const method = input.method ?? claim.verificationMethod ?? "admin_manual";
    const attempt = await openAttempt(ctx, claim, method);
    const { passed, reviewed } = await acceptEvidence(ctx, claim, attempt, input);
    await recordAudit(ctx, {
      action: "claim.evidence_submitted",
      targetType: "claim",
      targetId: claim.id,
      partnerId: ctx.client.partnerId,
      environment: null,
      before: { status: claim.status },
      after: { apiClientId: ctx.client.id, status: reviewed.status, method },
    });
    const { status, completedAt, createdAt } = passed;
    return {
      data: {
        verificationAttempt: {
          method,
          status,
          ...(completedAt && { completedAt: completedAt.toISOString() }),
          createdAt: createdAt.toISOString(),
        },
        statusSummary: summarise(reviewed, await listAttempts(ctx, claim.id), ctx.now),
      },
    };
  });
}
