import * as admin from "@/lib/contract/admin";
import { getAdminMe } from "@/lib/domain/admins/get-admin-me";
import { loginAdmin } from "@/lib/domain/admins/login-admin";
import { logoutAdmin } from "@/lib/domain/admins/logout-admin";
import { refreshAdmin } from "@/lib/domain/admins/refresh-admin";
import { getPartnerRecord } from "@/lib/domain/giving/partner-records/get-partner-record";
import { listPartnerAudit } from "@/lib/domain/giving/partner-records/list-partner-audit";
import { listPartners } from "@/lib/domain/giving/partner-records/list-partners";
import { setPartnerStatus } from "@/lib/domain/giving/partner-records/set-partner-status";
import { createTokenPool } from "@/lib/domain/giving/pool-administration/create-token-pool";
import { approvePoolRequest, rejectPoolRequest } from "@/lib/domain/giving/pool-administration/decide-pool-request";
import { listPartnerPools } from "@/lib/domain/giving/pool-administration/find-partner-pool";
import { allocateTokens, withdrawTokens } from "@/lib/domain/giving/pool-administration/move-tokens";
import { redeemForPartner } from "@/lib/domain/giving/pool-administration/redeem-for-partner";
import { updateTokenPool } from "@/lib/domain/giving/pool-administration/update-token-pool";
import { getMail } from "@/lib/domain/mail/get-mail";
import { listMails } from "@/lib/domain/mail/list-mails";
import { adminSurface } from "@/lib/http/admin-surface";
import { routes } from "@/lib/http/route-table";

/** Which verb keeps which promise of the admin API. */
export const adminRoutes = routes(adminSurface, [
  [admin.login, loginAdmin],
  [admin.refresh, refreshAdmin],
  [admin.logout, logoutAdmin],
  [admin.me, getAdminMe],
  [admin.listPartners, listPartners],
  [admin.getPartner, getPartnerRecord],
  [admin.setPartnerStatus, setPartnerStatus],
  [admin.listPartnerAudit, listPartnerAudit],
  [admin.createTokenPool, createTokenPool],
  [admin.listPartnerPools, listPartnerPools],
  [admin.updateTokenPool, updateTokenPool],
  [admin.allocateTokens, allocateTokens],
  [admin.withdrawTokens, withdrawTokens],
  [admin.approvePoolRequest, approvePoolRequest],
  [admin.rejectPoolRequest, rejectPoolRequest],
  [admin.redeemForPartner, redeemForPartner],
  [admin.listMails, listMails],
  [admin.getMail, getMail],
]);
