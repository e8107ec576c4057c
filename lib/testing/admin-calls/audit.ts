import type { AdminCalls } from "@/lib/testing/admin-calls/arranged-calls";
import { PARTNERS } from "@/lib/testing/admin-calls/words";

export const auditCalls: AdminCalls = {
  listAudit: () => ({ target: `${PARTNERS}/audit` }),
  getUsage: () => ({ target: "/api/v1/admin/usage" }),
};
