import { eq } from "drizzle-orm";
import { apiClients } from "@/db/schema/api-clients";
import { partners } from "@/db/schema/partners";
import { presentClient } from "@/lib/domain/api-clients/present-client";
import type { ApiClient, CreateApiClient } from "@/lib/domain/api-clients/schemas";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type AdminCtx, type InTx, inTransaction } from "@/lib/domain/context";
import { newUuidId } from "@/lib/platform/ids";

/** The partner of this installation that owns the client, if its owner is one. */
async function findOwner(ctx: InTx<AdminCtx>, { ownerType, ownerId }: CreateApiClient): Promise<string | null> {
  if (ownerType !== "partner" || ownerId === undefined) return null;
  const [partner] = await ctx.db.select({ id: partners.id }).from(partners).where(eq(partners.id, ownerId));
  return partner?.id ?? null;
}

/** Creates a client in sandbox mode; it goes live by promotion alone. */
export async function createClient(ctx: AdminCtx, input: CreateApiClient): Promise<{ data: ApiClient }> {
  const { name, ownerType, ownerId, scopes, rateLimitPerMinute, reason } = input;
  return inTransaction(ctx, async (ctx) => {
    const partnerId = await findOwner(ctx, input);
    const [row] = await ctx.db
      .insert(apiClients)
      .values({
        id: newUuidId("api-client"),
        partnerId,
        name,
        ownerType,
        ownerId: ownerId ?? null,
        scopes,
        rateLimitPerMinute,
        createdAt: ctx.now,
        updatedAt: ctx.now,
      })
      .returning();
    await recordAudit(ctx, {
      action: "api_client.created",
      targetType: "api_client",
      targetId: row!.id,
      partnerId,
      environment: null,
      after: { apiClientId: row!.id, name, ownerType, ownerId: ownerId ?? null, scopes, rateLimitPerMinute },
      ...(reason !== undefined && { reason }),
    });
    return { data: presentClient(row!) };
  });
}
