import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { replayClaims } from "@/db/schema/keys";
import { forgetReplayClaims } from "@/lib/domain/keys/forget-replay-claims";
import { newPrefixedId, newSecretHex } from "@/lib/platform/ids";
import { testCtx } from "@/lib/testing/context";

const { db } = database();
const NOW = new Date("2026-03-01T12:00:00.000Z");

test("claims are forgotten once they have expired, in batches, and no others", async () => {
  const apiKeyId = newPrefixedId("key");
  const claim = (ms: number) => ({
    apiKeyId,
    signature: newSecretHex(),
    expiresAt: new Date(NOW.getTime() + ms),
  });
  const kept = claim(1);
  await db.insert(replayClaims).values([claim(-2), claim(-1), claim(0), kept]);
  let rounds = 0;
  while ((await forgetReplayClaims(testCtx(NOW), { limit: 2 })) > 0) rounds += 1;
  expect(rounds).toBeGreaterThanOrEqual(2);
  const left = await db.select().from(replayClaims).where(eq(replayClaims.apiKeyId, apiKeyId));
  expect(left.map((row) => row.signature)).toEqual([kept.signature]);
});
