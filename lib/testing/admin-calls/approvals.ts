import { database } from "@/db/client";
import { type AdminRow, makeAdmin, makePool, type PartnerRow } from "@/db/testing/factories";
import type { AdminCtx } from "@/lib/domain/context";
import type { WaitingApproval } from "@/lib/domain/giving/approvals/schemas";
import { allocateTokens } from "@/lib/domain/giving/pool-administration/move-tokens";
import { setProductionAccess } from "@/lib/domain/giving/production-access/set-production-access";
import type { AdminCalls } from "@/lib/testing/admin-calls/arranged-calls";
import { askForProduction, setAccess } from "@/lib/testing/admin-calls/production";
import { PARTNERS, REASON } from "@/lib/testing/admin-calls/words";
import { testCtx } from "@/lib/testing/context";
import { jsonCall } from "@/lib/testing/sign";

/** What another administrator asked for: something that this one may decide on. */
async function askedFor(partner: PartnerRow, { role }: AdminRow): Promise<string> {
  const { id: adminId } = await makeAdmin(database().db);
  const ctx: AdminCtx = {
    ...testCtx(new Date()),
    actor: { type: "admin", adminId, role: "SUPERADMIN", address: "192.0.2.1" },
  };
  const { id } = partner;
  let answer: object;
  if (role === "OPERATOR") {
    await setAccess(partner, "LIVE");
    const pool = await makePool(database().db, { partnerId: id, environment: "production" });
    answer = await allocateTokens(ctx, { id, poolId: pool.id, amount: 500_000, reference: "a-1", reason: REASON });
  } else {
    await askForProduction(partner);
    answer = await setProductionAccess(ctx, { id, decision: "APPROVE", reason: REASON });
  }
  return (answer as WaitingApproval).approvalId;
}

const decide = (verb: string) => async (partner: PartnerRow, caller: AdminRow) =>
  jsonCall("POST", `${PARTNERS}/approvals/${await askedFor(partner, caller)}/${verb}`, { reason: REASON });

export const approvalCalls: AdminCalls = {
  listWaiting: () => ({ target: `${PARTNERS}/approvals` }),
  approveApproval: decide("approve"),
  rejectApproval: decide("reject"),
};
