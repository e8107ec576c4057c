import type { ClientCtx } from "@/lib/domain/context";
import { listAttempts, requireOwnClaim } from "@/lib/domain/directory/claims/find-claim";
import type { ClaimStatusSummary } from "@/lib/domain/directory/claims/schemas";
import { summarise } from "@/lib/domain/directory/claims/status-summary";

/** Where a claim stands, for whoever names its claimant's address (contract 5.24). */
export async function getClaim(
  ctx: ClientCtx,
  input: { id: string; claimantEmail: string },
): Promise<{ data: ClaimStatusSummary }> {
  const claim = await requireOwnClaim(ctx, input);
  return { data: summarise(claim, await listAttempts(ctx, claim.id), ctx.now) };
}
