import { database } from "@/db/client";
import { makePartnerUser, makePool, type PartnerRow } from "@/db/testing/factories";
import { SubmitAction } from "@/lib/domain/giving/actions/schemas";
import { submitAction } from "@/lib/domain/giving/actions/submit-action";
import { requestTokens } from "@/lib/domain/giving/token-pools/request-tokens";
import type { AdminCalls } from "@/lib/testing/admin-calls/arranged-calls";
import { PARTNERS, REASON } from "@/lib/testing/admin-calls/words";
import type { Call } from "@/lib/testing/call";
import { partnerCtx } from "@/lib/testing/context";
import { jsonCall } from "@/lib/testing/sign";
import { stakeholder, submitBody } from "@/lib/testing/worlds";

const poolsOf = ({ id }: PartnerRow) => `${PARTNERS}/${id}/token-pools`;

async function onPool(partner: PartnerRow, method: string, verb: string, body: object): Promise<Call> {
  const { id } = await makePool(database().db, { partnerId: partner.id });
  return jsonCall(method, `${poolsOf(partner)}/${id}${verb}`, { ...body, reason: REASON });
}

async function onRequest(partner: PartnerRow, verb: string, body: object): Promise<Call> {
  await makePool(database().db, { partnerId: partner.id });
  const asked = { amount: 500_000, reason: "More orders than expected." };
  const { id } = await requestTokens(partnerCtx(partner, new Date()), asked);
  return jsonCall("POST", `${PARTNERS}/token-pool-requests/${id}/${verb}`, { ...body, reason: REASON });
}

async function redemption(partner: PartnerRow): Promise<Call> {
  const { db } = database();
  await makePool(db, { partnerId: partner.id });
  const { externalId } = await makePartnerUser(db, { partnerId: partner.id });
  const rewarded = SubmitAction.parse(submitBody({ stakeholders: [stakeholder(externalId)] }));
  await submitAction(partnerCtx(partner, new Date()), rewarded);
  const body = { tokens: 10, use: "GIFT_CARD", reference: "r-1", environment: "sandbox", reason: REASON };
  return jsonCall("POST", `${PARTNERS}/${partner.id}/users/${externalId}/redemptions`, body);
}

export const tokenPoolCalls: AdminCalls = {
  createTokenPool: (partner) => {
    const body = { name: "Second pool", environment: "sandbox", amount: 100, reason: REASON };
    return jsonCall("POST", poolsOf(partner), body);
  },
  listPartnerPools: (partner) => ({ target: poolsOf(partner) }),
  updateTokenPool: (partner) => onPool(partner, "PATCH", "", { name: "Renamed" }),
  allocateTokens: (partner) => onPool(partner, "POST", "/allocate", { amount: 10, reference: "a-1" }),
  withdrawTokens: (partner) => onPool(partner, "POST", "/withdraw", { amount: 10, reference: "w-1" }),
  approvePoolRequest: (partner) => onRequest(partner, "approve", {}),
  rejectPoolRequest: (partner) => onRequest(partner, "reject", { note: "Not this month." }),
  redeemForPartner: redemption,
};
