import { and, eq, isNull } from "drizzle-orm";
import { claims } from "@/db/schema/directory-claims";
import { providers } from "@/db/schema/directory-providers";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type AdminCtx, type InTx, inTransaction } from "@/lib/domain/context";
import { listAttempts, lockClaim } from "@/lib/domain/directory/claims/find-claim";
import type { Claim, DecideClaim } from "@/lib/domain/directory/claims/schemas";
import { type ClaimRow, presentClaim } from "@/lib/domain/directory/claims/status-summary";
import { requireLawful } from "@/lib/domain/directory/content/content-kind";
import { PROVIDER_KIND } from "@/lib/domain/directory/providers/changes/write-providers";
import { providerClaimed } from "@/lib/domain/webhooks/directory/event-types";
import { recordDirectoryEvent } from "@/lib/domain/webhooks/directory/record-directory-event";
import { fail } from "@/lib/errors";

type Decision = { id: string } & DecideClaim;

async function requireUndecided(ctx: InTx<AdminCtx>, id: string): Promise<ClaimRow> {
  const claim = await lockClaim(ctx, id);
  if (claim.approvedAt || claim.rejectedAt) fail("claim_already_decided");
  return claim;
}

async function decide(ctx: InTx<AdminCtx>, claim: ClaimRow, input: Decision, status: "approved" | "rejected") {
  const at = status === "approved" ? { approvedAt: ctx.now } : { rejectedAt: ctx.now };
  const [decided] = await ctx.db
    .update(claims)
    .set({
      ...at,
      status,
      decidedBy: ctx.actor.adminId,
      ...(input.notes !== undefined && { adminNotes: input.notes }),
      updatedAt: ctx.now,
    })
    .where(and(eq(claims.id, claim.id), isNull(claims.approvedAt), isNull(claims.rejectedAt)))
    .returning();
  await recordAudit(ctx, {
    action: `claim.${status}`,
    targetType: "claim",
    targetId: claim.id,
    partnerId: null,
    environment: null,
    before: { status: claim.status },
    after: { status, providerId: claim.providerId },
    reason: input.reason,
  });
  return decided!;
}

const ABOVE_CLAIMED = ["verified", "growth_partner"];
const OUT_OF_SIGHT = ["suspended", "closed"];

/** Makes the provider `claimed`; one that stands higher keeps its status, one that is out of sight is not to be claimed. */
async function claimProvider(ctx: InTx<AdminCtx>, id: string): Promise<void> {
  const [provider] = await ctx.db.select().from(providers).where(eq(providers.id, id)).for("no key update");
  const { status, claimedAt } = provider!;
  if (OUT_OF_SIGHT.includes(status)) {
    fail("invalid_state_transition", { message: `The provider is ${status} and cannot be claimed.` });
  }
  const row = { ...provider!, status: ABOVE_CLAIMED.includes(status) ? status : ("claimed" as const) };
  // From now on partners see it: what an import brought is asked about like anything else that goes public.
  const whole = { ...row, ...(await PROVIDER_KIND.beside?.read(ctx, id)) };
  await requireLawful(ctx, PROVIDER_KIND, { row: whole, written: [] });
  await ctx.db
    .update(providers)
    .set({
      status: row.status,
      claimedAt: claimedAt ?? ctx.now,
      updatedAt: ctx.now,
    })
    .where(eq(providers.id, id));
}

/**
 * Approves a claim for which evidence was received, and makes its provider claimed. A sandbox claim never touches a live
 * provider. Fails with `claim_already_decided`, `claim_not_verified`, `sandbox_claim` or
 * `policy_blocked`.
 */
export async function approveClaim(ctx: AdminCtx, input: Decision): Promise<{ data: Claim }> {
  return inTransaction(ctx, async (ctx) => {
    const claim = await requireUndecided(ctx, input.id);
    if (claim.sandbox) fail("sandbox_claim");
    const passed = (await listAttempts(ctx, claim.id)).find(({ status }) => status === "passed");
    if (!passed) fail("claim_not_verified");
    await claimProvider(ctx, claim.providerId);
    const decided = await decide(ctx, claim, input, "approved");
    await recordDirectoryEvent(ctx, providerClaimed, claim.providerId, {
      providerId: claim.providerId,
      claimId: claim.id,
      verificationMethod: passed.method,
      claimedAt: ctx.now.toISOString(),
    });
    return { data: presentClaim(decided) };
  });
}

/** Rejects a claim for good; the notes stay with the administrators. */
export async function rejectClaim(ctx: AdminCtx, input: Decision): Promise<{ data: Claim }> {
  return inTransaction(ctx, async (ctx) => {
    const claim = await requireUndecided(ctx, input.id);
    return { data: presentClaim(await decide(ctx, claim, input, "rejected")) };
  });
}
