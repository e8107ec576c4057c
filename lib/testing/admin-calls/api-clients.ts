import type { AdminCalls } from "@/lib/testing/admin-calls/arranged-calls";
import { REASON } from "@/lib/testing/admin-calls/words";
import { makeClient } from "@/lib/testing/directory";
import { jsonCall } from "@/lib/testing/sign";

const CLIENTS = "/api/v1/admin/api-clients";

export const apiClientCalls: AdminCalls = {
  listApiClients: () => ({ target: CLIENTS }),
  createApiClient: ({ id }) => jsonCall("POST", CLIENTS, { name: "Partner backend", ownerId: id, reason: REASON }),
  updateApiClient: async () => {
    const { client } = await makeClient();
    return jsonCall("PATCH", `${CLIENTS}/${client.id}`, { status: "paused", reason: REASON });
  },
  listApiClientKeys: async () => ({ target: `${CLIENTS}/${(await makeClient()).client.id}/keys` }),
  createApiClientKey: async () => {
    const { client } = await makeClient();
    return jsonCall("POST", `${CLIENTS}/${client.id}/keys`, { name: "Second", reason: REASON });
  },
  revokeApiClientKey: async () => {
    const { client, key } = await makeClient();
    return jsonCall("POST", `${CLIENTS}/${client.id}/keys/${key.id}/revoke`, { reason: REASON });
  },
  getApiClientPromotion: async () => ({ target: `${CLIENTS}/${(await makeClient()).client.id}/production-promotion` }),
  promoteApiClient: async () =>
    jsonCall("POST", `${CLIENTS}/${(await makeClient()).client.id}/production-promotion`, { dryRun: true }),
  getApiUsageAnalytics: () => ({ target: "/api/v1/admin/api-usage-analytics" }),
  listApiAuditEvents: () => ({ target: "/api/v1/admin/api-audit-events" }),
};
