import { apiClientKeys } from "@/db/schema/api-clients";
import { keptOf, newClientKeySecret } from "@/lib/domain/api-clients/client-key-secret";
import { lockClient } from "@/lib/domain/api-clients/find-client";
import { presentClientKey } from "@/lib/domain/api-clients/present-client";
import type { CreateApiKey, CreatedApiKey } from "@/lib/domain/api-clients/schemas";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type AdminCtx, inTransaction } from "@/lib/domain/context";
import { fail } from "@/lib/errors";
import { newUuidId } from "@/lib/platform/ids";

/** Creates a key. Its secret is in this answer and nowhere else; a lost one is revoked and issued anew. */
export async function createClientKey(
  ctx: AdminCtx,
  input: { id: string } & CreateApiKey,
): Promise<{ data: CreatedApiKey }> {
  const { id: apiClientId, name, expiresAt, reason } = input;
  if (expiresAt && expiresAt <= ctx.now) fail("validation_failed", { message: "expiresAt must lie in the future" });
  const secret = newClientKeySecret();
  return inTransaction(ctx, async (ctx) => {
    const client = await lockClient(ctx, apiClientId);
    if (client.status === "revoked") fail("client_revoked");
    const [row] = await ctx.db
      .insert(apiClientKeys)
      .values({
        id: newUuidId("api-key"),
        apiClientId,
        name,
        ...keptOf(secret),
        expiresAt: expiresAt ?? null,
        createdAt: ctx.now,
      })
      .returning();
    const { id, keyPreview } = row!;
    await recordAudit(ctx, {
      action: "api_key.created",
      targetType: "api_client_key",
      targetId: id,
      partnerId: client.partnerId,
      environment: null,
      after: { apiClientId, name, keyPreview, expiresAt: expiresAt?.toISOString() ?? null },
      ...(reason !== undefined && { reason }),
    });
    return { data: { ...presentClientKey(row!), secret } };
  });
}
