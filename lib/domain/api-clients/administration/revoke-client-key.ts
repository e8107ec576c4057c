import { and, eq } from "drizzle-orm";
import { apiClientKeys } from "@/db/schema/api-clients";
import { lockClient } from "@/lib/domain/api-clients/find-client";
import { type ApiClientKeyRow, presentClientKey } from "@/lib/domain/api-clients/present-client";
import type { ApiKey, RevokeApiKey } from "@/lib/domain/api-clients/schemas";
import { tellClientChange } from "@/lib/domain/api-clients/tell-client-change";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type AdminCtx, inTransaction } from "@/lib/domain/context";
import { fail } from "@/lib/errors";

type Input = { id: string; keyId: string } & RevokeApiKey;

/** Revokes a key for good: when it returns, no process accepts it. Repeating it changes nothing and records nothing. */
export async function revokeClientKey(ctx: AdminCtx, input: Input): Promise<{ data: ApiKey }> {
  const { id: apiClientId, keyId, reason, actorId } = input;
  const key = await inTransaction(ctx, async (ctx): Promise<ApiClientKeyRow> => {
    const client = await lockClient(ctx, apiClientId);
    const own = and(eq(apiClientKeys.id, keyId), eq(apiClientKeys.apiClientId, apiClientId));
    const [found] = await ctx.db.select().from(apiClientKeys).where(own);
    if (!found) fail("api_client_not_found");
    if (found.status === "revoked") return found;
    const [revoked] = await ctx.db
      .update(apiClientKeys)
      .set({ status: "revoked", revokedAt: ctx.now })
      .where(own)
      .returning();
    await recordAudit(ctx, {
      action: "api_key.revoked",
      targetType: "api_client_key",
      targetId: keyId,
      partnerId: client.partnerId,
      environment: null,
      before: { status: "active" },
      after: { apiClientId, status: "revoked", ...(actorId !== undefined && { onBehalfOf: actorId }) },
      ...(reason !== undefined && { reason }),
    });
    return revoked!;
  });
  await tellClientChange(`api-key:${keyId}`);
  return { data: presentClientKey(key) };
}
