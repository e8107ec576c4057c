import type { AdminCalls } from "@/lib/testing/admin-calls/arranged-calls";
import { PARTNERS, REASON } from "@/lib/testing/admin-calls/words";
import type { Call } from "@/lib/testing/call";
import { jsonCall } from "@/lib/testing/sign";

const write = (method: string, path: string, body: object): Call =>
  jsonCall(method, `${PARTNERS}/${path}`, { ...body, reason: REASON });

export const partnerAdministrationCalls: AdminCalls = {
  updatePartner: ({ id }) => write("PATCH", id, { legalEntity: "Acme Outdoor, Inc." }),
  setTier: ({ id }) => write("PUT", `${id}/tier`, { tier: "ENTERPRISE" }),
  setCompliance: ({ id }) => write("PUT", `${id}/compliance`, { contractSignedAt: "2026-01-01T00:00:00.000Z" }),
  setFeatures: ({ id }) => write("PUT", `${id}/features`, { enabledFeatures: ["ACTIONS"] }),
  setIpAllowlist: ({ id }) => write("PUT", `${id}/ip-allowlist`, { ipAllowlist: ["192.0.2.0/24"] }),
  setActionTypes: ({ id, actionTypes }) =>
    write("PUT", `${id}/action-types`, { actionTypes: [...actionTypes, "WALK"] }),
  setStakeholderTypes: ({ id, stakeholderTypes }) =>
    write("PUT", `${id}/stakeholder-types`, { stakeholderTypes: [...stakeholderTypes, "GUIDE"] }),
  registerWebhook: ({ id }) =>
    write("POST", `${id}/webhooks`, { url: "https://93.184.215.14/hook", environment: "sandbox" }),
  listPartnerWebhooks: ({ id }) => ({ target: `${PARTNERS}/${id}/webhooks` }),
  listPartnerPeople: ({ id }) => ({ target: `${PARTNERS}/${id}/users` }),
};
