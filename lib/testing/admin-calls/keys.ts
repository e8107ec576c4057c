import { database } from "@/db/client";
import { makeKey, type PartnerRow } from "@/db/testing/factories";
import type { AdminCalls } from "@/lib/testing/admin-calls/arranged-calls";
import { PARTNERS, REASON } from "@/lib/testing/admin-calls/words";
import type { Call } from "@/lib/testing/call";
import { jsonCall } from "@/lib/testing/sign";

const keysOf = ({ id }: PartnerRow) => `${PARTNERS}/${id}/keys`;

async function onKey(partner: PartnerRow, method: string, verb = "", body: object = {}): Promise<Call> {
  const { key } = await makeKey(database().db, { partnerId: partner.id });
  return jsonCall(method, `${keysOf(partner)}/${key.id}${verb}`, { ...body, reason: REASON });
}

async function onRotatedKey(partner: PartnerRow, method: string, body: object = {}): Promise<Call> {
  const { db } = database();
  const { key: successor } = await makeKey(db, { partnerId: partner.id });
  const { key } = await makeKey(db, { partnerId: partner.id, rotatedToKeyId: successor.id });
  return jsonCall(method, `${keysOf(partner)}/${key.id}/schedule-end`, { ...body, reason: REASON });
}

export const keyCalls: AdminCalls = {
  createPartnerKey: (partner) =>
    jsonCall("POST", keysOf(partner), { name: "Backend", environment: "sandbox", reason: REASON }),
  listPartnerKeys: (partner) => ({ target: keysOf(partner) }),
  updatePartnerKey: (partner) => onKey(partner, "PATCH", "", { name: "Renamed" }),
  rotateKey: (partner) => onKey(partner, "POST", "/rotate"),
  revokePartnerKey: (partner) => onKey(partner, "DELETE"),
  schedulePartnerKeyEnd: (partner) => onRotatedKey(partner, "POST", { quietHours: 24 }),
  cancelPartnerKeyEnd: (partner) => onRotatedKey(partner, "DELETE"),
};
