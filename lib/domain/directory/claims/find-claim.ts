import { asc, desc, eq } from "drizzle-orm";
import { claims, verificationAttempts } from "@/db/schema/directory-claims";
import type { Ctx, InTx } from "@/lib/domain/context";
import type { AttemptRow, ClaimRow } from "@/lib/domain/directory/claims/status-summary";
import { fail } from "@/lib/errors";

/** The claim, for whoever names its claimant's address: `claim_not_found`, then `claimant_mismatch`. */
export async function requireOwnClaim(ctx: Ctx, { id, claimantEmail }: { id: string; claimantEmail: string }) {
  const [claim] = await ctx.db.select().from(claims).where(eq(claims.id, id));
  if (!claim) fail("claim_not_found");
  if (claim.claimantEmail !== claimantEmail) fail("claimant_mismatch");
  return claim;
}

/** The claim, locked until the transaction ends: whoever changes a claim or its attempts goes through here. */
export async function lockClaim(ctx: InTx<Ctx>, id: string): Promise<ClaimRow> {
  const [claim] = await ctx.db.select().from(claims).where(eq(claims.id, id)).for("no key update");
  return claim ?? fail("claim_not_found");
}

/** A claim's attempts, latest first. */
export function listAttempts(ctx: Ctx, claimId: string): Promise<AttemptRow[]> {
  return ctx.db
    .select()
    .from(verificationAttempts)
    .where(eq(verificationAttempts.claimId, claimId))
    .orderBy(desc(verificationAttempts.createdAt), asc(verificationAttempts.id));
}
