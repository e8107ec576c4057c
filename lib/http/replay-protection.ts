import type { Db } from "@/lib/domain/context";
import { CLAIM_SECONDS, claimSignature, releaseSignature } from "@/lib/domain/idempotency/replay-claims";
import { fail } from "@/lib/errors";
import type { Caller, Exchange } from "@/lib/http/exchange";
import { limitStore } from "@/lib/http/limits/limit-store-chooser";

type Claims = { claim: () => Promise<boolean>; release: () => Promise<void> };

function claimsOf(exchange: Exchange, db: Db, apiKeyId: string, signature: string): Claims {
  const store = limitStore();
  if (store.claim && store.release) {
    const key = `replay:${apiKeyId}:${signature}`;
    return { claim: () => store.claim!(key, CLAIM_SECONDS), release: () => store.release!(key) };
  }
  const claim = { apiKeyId, signature };
  return {
    claim: () => claimSignature(db, claim, exchange.now),
    release: () => releaseSignature(db, claim),
  };
}

/**
 * Runs a signed write at most once for each signature (contract 3.3): a second arrival fails with `duplicate_request`,
 * and a write that failed gives its claim back. Idempotent endpoints and reads need none.
 */
export async function withReplayProtection<R>(exchange: Exchange, caller: Caller, work: () => Promise<R>): Promise<R> {
  const endpoint = exchange.endpoint!;
  const { keyId, signature } = caller;
  if (!keyId || !signature || endpoint.method === "GET" || endpoint.idempotent) return work();
  const claims = claimsOf(exchange, caller.ctx.db, keyId, signature);
  if (!(await claims.claim())) fail("duplicate_request");
  try {
    return await work();
  } catch (error) {
    await claims.release().catch(() => {});
    throw error;
  }
}
