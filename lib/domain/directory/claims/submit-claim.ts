import { claims, verificationAttempts } from "@/db/schema/directory-claims";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type ClientCtx, type InTx, inTransaction } from "@/lib/domain/context";
import type { SubmitClaim, SubmittedClaim } from "@/lib/domain/directory/claims/schemas";
import { type AttemptRow, type ClaimRow, presentClaim, summarise } from "@/lib/domain/directory/claims/status-summary";
import { requirePolicy } from "@/lib/domain/directory/policy/require-policy";
import { findVisibleProvider } from "@/lib/domain/directory/providers/find-visible-provider";
import { DAY_MS } from "@/lib/domain/shared/duration";
import { newUuidId } from "@/lib/platform/ids";

const ATTEMPT_DAYS = 7;

/** The row of an attempt that is open for a week. */
export function newAttempt({ now }: { now: Date }, of: Pick<AttemptRow, "claimId" | "method" | "target">) {
  return {
    id: newUuidId("verification-attempt"),
    ...of,
    expiresAt: new Date(now.getTime() + ATTEMPT_DAYS * DAY_MS),
    createdAt: now,
    updatedAt: now,
  } satisfies typeof verificationAttempts.$inferInsert;
}

/** A claim with a domain is proved by mail to it; any other one by an administrator. */
function proofOf({ businessDomain, claimantEmail }: SubmitClaim) {
  return businessDomain
    ? ({ status: "email_pending", method: "business_email", target: businessDomain } as const)
    : ({ status: "admin_review", method: "admin_manual", target: claimantEmail } as const);
}

async function insertClaim(ctx: InTx<ClientCtx>, providerId: string, input: SubmitClaim): Promise<ClaimRow> {
  const { claimantName, claimantEmail, claimantPhone, claimantRole, businessDomain } = input;
  const id = newUuidId("claim");
  const texts = [claimantName, claimantPhone, claimantRole];
  const policyCheckId = await requirePolicy(ctx, { subjectType: "claim", subjectId: id, texts });
  const { status, method } = proofOf(input);
  const [claim] = await ctx.db
    .insert(claims)
    .values({
      id,
      providerId,
      apiClientId: ctx.client.id,
      sandbox: ctx.client.sandboxMode,
      claimantName,
      claimantEmail,
      claimantPhone: claimantPhone ?? null,
      claimantRole: claimantRole ?? null,
      businessDomain: businessDomain ?? null,
      status,
      verificationMethod: method,
      policyCheckId,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .returning();
  return claim!;
}

/** Records a claim of ownership, or of wrong facts, and opens one attempt to prove it (contract 5.23). */
export async function submitClaim(ctx: ClientCtx, input: SubmitClaim): Promise<SubmittedClaim> {
  return inTransaction(ctx, async (ctx) => {
    const { ref } = await findVisibleProvider(ctx, input.providerId);
    const claim = await insertClaim(ctx, ref.id, input);
    const { method, target } = proofOf(input);
    const attempt = newAttempt(ctx, { claimId: claim.id, method, target });
    const attempts = await ctx.db.insert(verificationAttempts).values(attempt).returning();
    await recordAudit(ctx, {
      action: "claim.submitted",
      targetType: "claim",
      targetId: claim.id,
      partnerId: ctx.client.partnerId,
      environment: null,
      after: { apiClientId: ctx.client.id, providerId: ref.id, status: claim.status, sandbox: claim.sandbox },
    });
    return {
      data: { claim: presentClaim(claim), statusSummary: summarise(claim, attempts, ctx.now) },
      meta: { audit: { eventType: "partner.claims.submit", recordedAt: ctx.now.toISOString() } },
    };
  });
}
