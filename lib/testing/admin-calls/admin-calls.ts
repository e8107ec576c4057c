import type { PartnerRow } from "@/db/testing/factories";
import { auditCalls } from "@/lib/testing/admin-calls/audit";
import { keyCalls } from "@/lib/testing/admin-calls/keys";
import { mailCalls } from "@/lib/testing/admin-calls/mails";
import { partnerAdministrationCalls } from "@/lib/testing/admin-calls/partner-administration";
import { partnerCalls } from "@/lib/testing/admin-calls/partners";
import { signInCalls } from "@/lib/testing/admin-calls/sign-in";
import { tokenPoolCalls } from "@/lib/testing/admin-calls/token-pools";
import type { Call } from "@/lib/testing/mounts";

/** By the endpoint's id: arranges what a call needs, on a partner of its own, and answers a call that succeeds once. */
export type AdminCalls = Record<string, (partner: PartnerRow) => Call | Promise<Call>>;

/** A call of every endpoint of the admin API behind the sign-in. */
export const ADMIN_CALLS: AdminCalls = {
  ...signInCalls,
  ...partnerCalls,
  ...partnerAdministrationCalls,
  ...keyCalls,
  ...tokenPoolCalls,
  ...mailCalls,
  ...auditCalls,
};
