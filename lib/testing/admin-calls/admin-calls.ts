import { apiClientCalls } from "@/lib/testing/admin-calls/api-clients";
import { approvalCalls } from "@/lib/testing/admin-calls/approvals";
import type { AdminCalls } from "@/lib/testing/admin-calls/arranged-calls";
import { auditCalls } from "@/lib/testing/admin-calls/audit";
import { claimCalls } from "@/lib/testing/admin-calls/claims";
import { directoryContentCalls } from "@/lib/testing/admin-calls/directory-content";
import { directoryWebhookCalls } from "@/lib/testing/admin-calls/directory-webhooks";
import { inquiryCalls } from "@/lib/testing/admin-calls/inquiries";
import { keyCalls } from "@/lib/testing/admin-calls/keys";
import { mailCalls } from "@/lib/testing/admin-calls/mails";
import { ownAccountCalls } from "@/lib/testing/admin-calls/own-account";
import { partnerAdministrationCalls } from "@/lib/testing/admin-calls/partner-administration";
import { partnerCalls } from "@/lib/testing/admin-calls/partners";
import { peopleCalls } from "@/lib/testing/admin-calls/people";
import { productionCalls } from "@/lib/testing/admin-calls/production";
import { signInCalls } from "@/lib/testing/admin-calls/sign-in";
import { tokenPoolCalls } from "@/lib/testing/admin-calls/token-pools";

/** A call of every endpoint of the admin API behind the sign-in. */
export const ADMIN_CALLS: AdminCalls = {
  ...signInCalls,
  ...ownAccountCalls,
  ...inquiryCalls,
  ...partnerCalls,
  ...partnerAdministrationCalls,
  ...keyCalls,
  ...tokenPoolCalls,
  ...mailCalls,
  ...auditCalls,
  ...peopleCalls,
  ...productionCalls,
  ...approvalCalls,
  ...apiClientCalls,
  ...directoryWebhookCalls,
  ...directoryContentCalls,
  ...claimCalls,
};
