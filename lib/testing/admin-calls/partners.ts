import type { AdminCalls } from "@/lib/testing/admin-calls/arranged-calls";
import { PARTNERS, REASON } from "@/lib/testing/admin-calls/words";
import { jsonCall } from "@/lib/testing/sign";

export const partnerCalls: AdminCalls = {
  listPartners: () => ({ target: PARTNERS }),
  getPartner: ({ id }) => ({ target: `${PARTNERS}/${id}` }),
  listPartnerAudit: ({ id }) => ({ target: `${PARTNERS}/${id}/audit` }),
  setPartnerStatus: ({ id }) => jsonCall("PUT", `${PARTNERS}/${id}/status`, { status: "SUSPENDED", reason: REASON }),
};
