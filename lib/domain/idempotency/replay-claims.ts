import { and, eq, lte } from "drizzle-orm";
import type { Db } from "@/db/client";
import { replayClaims } from "@/db/schema/keys";

type Claim = { apiKeyId: string; signature: string };

/** Longer than a signature stays valid on either side of the clock. */
export const CLAIM_SECONDS = 600;

const sameClaim = ({ apiKeyId, signature }: Claim) =>
  and(eq(replayClaims.apiKeyId, apiKeyId), eq(replayClaims.signature, signature));

/** True for the first caller with this signature; false for every later one while the claim lives. */
export async function claimSignature(db: Db, claim: Claim, now: Date): Promise<boolean> {
  const expiresAt = new Date(now.getTime() + CLAIM_SECONDS * 1000);
  const claimed = await db
    .insert(replayClaims)
    .values({ ...claim, expiresAt })
    .onConflictDoUpdate({
      target: [replayClaims.apiKeyId, replayClaims.signature],
      set: { expiresAt },
      setWhere: lte(replayClaims.expiresAt, now),
    })
    .returning({ apiKeyId: replayClaims.apiKeyId });
  return claimed.length > 0;
}

/** Gives a claim back when the request changed nothing, so that the client may send it again. */
export async function releaseSignature(db: Db, claim: Claim): Promise<void> {
  await db.delete(replayClaims).where(sameClaim(claim));
}
