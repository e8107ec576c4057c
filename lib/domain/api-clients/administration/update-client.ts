import { eq } from "drizzle-orm";
import { apiClients } from "@/db/schema/api-clients";
import { lockClient } from "@/lib/domain/api-clients/find-client";
import { type ApiClientRow, presentClient } from "@/lib/domain/api-clients/present-client";
import type { ApiClient, UpdateApiClient } from "@/lib/domain/api-clients/schemas";
import { tellClientChange } from "@/lib/domain/api-clients/tell-client-change";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type AdminCtx, inTransaction } from "@/lib/domain/context";
import { fail } from "@/lib/errors";

type Changes = Pick<UpdateApiClient, "name" | "status" | "scopes" | "rateLimitPerMinute">;

/** What of the change is one. */
function changesOf(row: ApiClientRow, { name, status, scopes, rateLimitPerMinute }: UpdateApiClient): Changes {
  const asked = { name, status, scopes, rateLimitPerMinute };
  const differing = Object.entries(asked).filter(
    ([field, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(row[field as keyof Changes]),
  );
  return Object.fromEntries(differing) as Changes;
}

/**
 * Changes a client. It holds from the next call on: when this returns, no process serves the client as it was. Fails with
 * `client_revoked`: a revoked client stays as it is. What changes nothing records nothing.
 */
export async function updateClient(
  ctx: AdminCtx,
  input: { id: string } & UpdateApiClient,
): Promise<{ data: ApiClient }> {
  const changed = await inTransaction(ctx, async (ctx) => {
    const row = await lockClient(ctx, input.id);
    const changes = changesOf(row, input);
    if (Object.keys(changes).length === 0) return row;
    if (row.status === "revoked") fail("client_revoked");
    const [after] = await ctx.db
      .update(apiClients)
      .set({ ...changes, updatedAt: ctx.now })
      .where(eq(apiClients.id, row.id))
      .returning();
    await recordAudit(ctx, {
      action: "api_client.updated",
      targetType: "api_client",
      targetId: row.id,
      partnerId: row.partnerId,
      environment: null,
      before: Object.fromEntries(Object.keys(changes).map((field) => [field, row[field as keyof Changes]])),
      after: { apiClientId: row.id, ...changes },
      ...(input.reason !== undefined && { reason: input.reason }),
    });
    return after!;
  });
  await tellClientChange(`api-client:${input.id}`);
  return { data: presentClient(changed) };
}
