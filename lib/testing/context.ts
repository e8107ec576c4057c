import { database } from "@/db/client";
import type { AdminRow, PartnerRow } from "@/db/testing/factories";
import type { AdminCtx, Ctx, PartnerCtx } from "@/lib/domain/context";
import type { Environment } from "@/lib/domain/shared/schemas";
import { newPrefixedId } from "@/lib/platform/ids";

/** The context of a job on the test database, at a time of the test's choosing. */
export function testCtx(now: Date): Ctx {
  return { db: database().db, now, requestId: newPrefixedId("req"), actor: { type: "job", name: "test" } };
}

/** The context of an administrator's call. */
export function adminCtx({ id, role }: AdminRow, now: Date): AdminCtx {
  return { ...testCtx(now), actor: { type: "admin", adminId: id, role, address: "192.0.2.1" } };
}

/** The context of a signed call by a partner. */
export function partnerCtx(partner: PartnerRow, now: Date, environment: Environment = "sandbox"): PartnerCtx {
  return {
    ...testCtx(now),
    actor: { type: "key", keyId: newPrefixedId("key"), address: "192.0.2.1" },
    partner: { ...partner, webhookUrls: {}, hasFaults: false },
    environment,
  };
}
