import { actorId, type ClientCtx } from "@/lib/domain/context";
import { recordRequests } from "@/lib/domain/usage/record-requests";
import { newUuidId } from "@/lib/platform/ids";

type Told = {
  eventType: string;
  subjectType: string;
  subjectId: string;
  outcome: "allowed" | "blocked";
  metadata: Record<string, unknown>;
};

/** Writes what a call of the directory API came to, beside the row of the call itself; it is no call and costs no budget. */
export async function recordClientOutcome(ctx: ClientCtx, told: Told): Promise<void> {
  const address = "address" in ctx.actor ? ctx.actor.address : "";
  const nothing = { environment: null, keyClass: null, portalUserId: null, adminId: null, code: null, userAgent: null };
  const row = { ...nothing, signatureValid: null, idempotencyKeyHash: null, retryAfterSeconds: null, faultId: null };
  await recordRequests(
    ctx.db,
    [
      {
        ...row,
        id: newUuidId("api-audit"),
        partnerId: null,
        apiKeyId: actorId(ctx.actor),
        apiClientId: ctx.client.id,
        ...{ method: "", route: told.eventType, status: 200, replayed: false, durationUs: 0, address, at: ctx.now },
        ...told,
      },
    ],
    new Map(),
  );
}
