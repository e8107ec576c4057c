import * as approvals from "@/lib/contract/admin/approvals";
import * as audit from "@/lib/contract/admin/audit";
import * as inquiries from "@/lib/contract/admin/inquiries";
import * as keys from "@/lib/contract/admin/keys";
import * as mails from "@/lib/contract/admin/mails";
import * as ownAccount from "@/lib/contract/admin/own-account";
import * as partnerAdministration from "@/lib/contract/admin/partner-administration";
import * as partners from "@/lib/contract/admin/partners";
import * as people from "@/lib/contract/admin/people";
import * as production from "@/lib/contract/admin/production";
import * as signIn from "@/lib/contract/admin/sign-in";
import * as team from "@/lib/contract/admin/team";
import * as tokenPools from "@/lib/contract/admin/token-pools";
import * as usage from "@/lib/contract/admin/usage";
import type { Endpoint } from "@/lib/contract/endpoint";

/** Every promise of the admin API, `/api/v1/admin/*`. `lib/http/routes/admin.ts` says which verb keeps what. */
export const adminEndpoints: readonly Endpoint[] = [
  signIn,
  partners,
  partnerAdministration,
  keys,
  tokenPools,
  production,
  approvals,
  mails,
  audit,
  usage,
  ownAccount,
  people,
  team,
  inquiries,
].flatMap((group) => Object.values<Endpoint>(group));
