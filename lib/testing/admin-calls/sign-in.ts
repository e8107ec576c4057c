import type { AdminCalls } from "@/lib/testing/admin-calls/arranged-calls";

export const signInCalls: AdminCalls = { getAdminMe: () => ({ target: "/api/v1/admin/auth/me" }) };
