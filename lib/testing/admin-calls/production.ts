import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import { partners } from "@/db/schema/partners";
import { goLiveWaivers, productionRequests } from "@/db/schema/readiness";
import { makeAdmin, type PartnerRow } from "@/db/testing/factories";
import { GO_LIVE_ITEM_IDS } from "@/lib/domain/giving/go-live/schemas";
import { ProductionRequest } from "@/lib/domain/giving/production-requests/schemas";
import type { ProductionAccess } from "@/lib/domain/partners/statuses";
import { newObjectId } from "@/lib/platform/ids";
import type { AdminCalls } from "@/lib/testing/admin-calls/arranged-calls";
import { PARTNERS, REASON } from "@/lib/testing/admin-calls/words";
import type { Call } from "@/lib/testing/call";
import { jsonCall } from "@/lib/testing/sign";
import { productionRequestBody } from "@/lib/testing/worlds";

export async function setAccess({ id }: Pick<PartnerRow, "id">, productionAccess: ProductionAccess): Promise<void> {
  await database().db.update(partners).set({ productionAccess }).where(eq(partners.id, id));
}

/** The partner has asked for production. */
export async function askForProduction(partner: PartnerRow): Promise<void> {
  await setAccess(partner, "REQUESTED");
  const now = new Date();
  const fields = ProductionRequest.parse(productionRequestBody());
  const row = { id: newObjectId(), partnerId: partner.id, fields, requestedBy: newObjectId() };
  await database()
    .db.insert(productionRequests)
    .values({ ...row, createdAt: now, updatedAt: now });
}

/** Every item of the checklist is waived: nothing is open. */
export async function waiveAll({ id: partnerId }: PartnerRow): Promise<void> {
  const { db } = database();
  const waiver = { partnerId, reason: REASON, adminId: (await makeAdmin(db)).id, at: new Date() };
  await db.insert(goLiveWaivers).values(GO_LIVE_ITEM_IDS.map((itemId) => ({ ...waiver, itemId })));
}

async function onRequest(partner: PartnerRow, path: string, body: object): Promise<Call> {
  await askForProduction(partner);
  return jsonCall("POST", `${PARTNERS}/${partner.id}/production-request/${path}`, { ...body, reason: REASON });
}

export const productionCalls: AdminCalls = {
  setProductionAccess: async (partner) => {
    await askForProduction(partner);
    return jsonCall("PUT", `${PARTNERS}/${partner.id}/production-access`, { decision: "APPROVE", reason: REASON });
  },
  cutOver: async (partner) => {
    await setAccess(partner, "APPROVED");
    await waiveAll(partner);
    return jsonCall("POST", `${PARTNERS}/${partner.id}/production-access/cutover`, { reason: REASON });
  },
  getPartnerGoLive: ({ id }) => ({ target: `${PARTNERS}/${id}/go-live` }),
  waiveGoLiveItem: ({ id }) => jsonCall("PUT", `${PARTNERS}/${id}/go-live/retry_handling/waiver`, { reason: REASON }),
  getPartnerProductionRequest: ({ id }) => ({ target: `${PARTNERS}/${id}/production-request` }),
  commentOnPartnerRequest: (partner) => onRequest(partner, "comments", { text: "Which shop is this for?" }),
  requestProductionChanges: (partner) =>
    onRequest(partner, "request-changes", { comments: [{ text: "This host does not answer.", field: "webhookUrl" }] }),
};
