import type { AdminRow, PartnerRow } from "@/db/testing/factories";
import type { Call } from "@/lib/testing/call";

/**
 * By the endpoint's id: arranges what a call needs, on a partner of its own or the account of whoever calls, and answers a
 * call that succeeds once.
 */
export type AdminCalls = Record<string, (partner: PartnerRow, caller: AdminRow) => Call | Promise<Call>>;
