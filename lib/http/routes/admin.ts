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
import { acceptAdminInvitation, readAdminInvitation } from "@/lib/domain/admins/accept-admin-invitation";
import { endSession } from "@/lib/domain/admins/end-session";
import { beginTotp, confirmTotp } from "@/lib/domain/admins/enrol-totp";
import { getAdminMe } from "@/lib/domain/admins/get-admin-me";
import { inviteAdmin, revokeAdminInvitation } from "@/lib/domain/admins/invite-admin";
import { listSessions } from "@/lib/domain/admins/list-sessions";
import { listAdminTeam } from "@/lib/domain/admins/list-team";
import { loginAdmin } from "@/lib/domain/admins/login-admin";
import { logoutAdmin } from "@/lib/domain/admins/logout-admin";
import { refreshAdmin } from "@/lib/domain/admins/refresh-admin";
import { removeTotp } from "@/lib/domain/admins/remove-totp";
import { updateAdmin } from "@/lib/domain/admins/update-admin";
import { listAllAudit } from "@/lib/domain/audit/list-all-audit";
import { approveApproval, rejectApproval } from "@/lib/domain/giving/approvals/decide-approval";
import { listWaiting } from "@/lib/domain/giving/approvals/list-waiting";
import { addInquiryComment } from "@/lib/domain/giving/inquiries/add-inquiry-comment";
import { approveInquiry, rejectInquiry } from "@/lib/domain/giving/inquiries/decide-inquiry";
import { getInquiry } from "@/lib/domain/giving/inquiries/get-inquiry";
import { listInquiries } from "@/lib/domain/giving/inquiries/list-inquiries";
import { recordInquiryContract } from "@/lib/domain/giving/inquiries/record-contract";
import { requestInquiryChanges } from "@/lib/domain/giving/inquiries/request-changes";
import { reviewInquiry } from "@/lib/domain/giving/inquiries/review-inquiry";
import { createPartnerKey, rotateKey } from "@/lib/domain/giving/key-administration/create-partner-key";
import { listPartnerKeys } from "@/lib/domain/giving/key-administration/list-partner-keys";
import { revokePartnerKey } from "@/lib/domain/giving/key-administration/revoke-partner-key";
import {
  cancelPartnerKeyEnd,
  schedulePartnerKeyEnd,
} from "@/lib/domain/giving/key-administration/schedule-partner-key-end";
import { updatePartnerKey } from "@/lib/domain/giving/key-administration/update-partner-key";
import { listPartnerPeople } from "@/lib/domain/giving/partner-administration/list-partner-people";
import { listPartnerWebhooks } from "@/lib/domain/giving/partner-administration/list-partner-webhooks";
import { registerWebhook } from "@/lib/domain/giving/partner-administration/register-webhook";
import { setCompliance } from "@/lib/domain/giving/partner-administration/set-compliance";
import { setFeatures } from "@/lib/domain/giving/partner-administration/set-features";
import { setIpAllowlist } from "@/lib/domain/giving/partner-administration/set-ip-allowlist";
import { setTier } from "@/lib/domain/giving/partner-administration/set-tier";
import { setActionTypes, setStakeholderTypes } from "@/lib/domain/giving/partner-administration/set-types";
import { updatePartner } from "@/lib/domain/giving/partner-administration/update-partner";
import { createReviewedPartner } from "@/lib/domain/giving/partner-records/create-reviewed-partner";
import { getPartnerRecord } from "@/lib/domain/giving/partner-records/get-partner-record";
import { listPartnerAudit } from "@/lib/domain/giving/partner-records/list-partner-audit";
import { listPartners } from "@/lib/domain/giving/partner-records/list-partners";
import { setPartnerStatus } from "@/lib/domain/giving/partner-records/set-partner-status";
import { invitePortalUser } from "@/lib/domain/giving/partner-team/invite-portal-user";
import { createTokenPool } from "@/lib/domain/giving/pool-administration/create-token-pool";
import { approvePoolRequest, rejectPoolRequest } from "@/lib/domain/giving/pool-administration/decide-pool-request";
import { listPartnerPools } from "@/lib/domain/giving/pool-administration/find-partner-pool";
import { allocateTokens, withdrawTokens } from "@/lib/domain/giving/pool-administration/move-tokens";
import { redeemForPartner } from "@/lib/domain/giving/pool-administration/redeem-for-partner";
import { updateTokenPool } from "@/lib/domain/giving/pool-administration/update-token-pool";
import { cutOver } from "@/lib/domain/giving/production-access/cut-over";
import { getPartnerGoLive } from "@/lib/domain/giving/production-access/get-partner-go-live";
import { setProductionAccess } from "@/lib/domain/giving/production-access/set-production-access";
import { waiveGoLiveItem } from "@/lib/domain/giving/production-access/waive-go-live-item";
import { commentOnPartnerRequest, requestChanges } from "@/lib/domain/giving/production-requests/comment-on-request";
import { getPartnerProductionReview } from "@/lib/domain/giving/production-requests/get-production-review";
import { getMail } from "@/lib/domain/mail/get-mail";
import { listMails } from "@/lib/domain/mail/list-mails";
import { getUsage } from "@/lib/domain/usage/get-usage";
import { adminSurface } from "@/lib/http/admin-surface";
import { joinRoutes, routes } from "@/lib/http/route-table";
import { directoryAdminRoutes } from "@/lib/http/routes/directory-admin";

/** Which verb keeps which promise of the admin API. */
const ownRoutes = routes(adminSurface, [
  [signIn.login, loginAdmin],
  [signIn.refresh, refreshAdmin],
  [signIn.logout, logoutAdmin],
  [signIn.me, getAdminMe],
  [ownAccount.readInvitation, readAdminInvitation],
  [ownAccount.acceptInvitation, acceptAdminInvitation],
  [ownAccount.beginTotp, beginTotp],
  [ownAccount.confirmTotp, confirmTotp],
  [ownAccount.removeTotp, removeTotp],
  [ownAccount.listSessions, listSessions],
  [ownAccount.endSession, endSession],
  [inquiries.listInquiries, listInquiries],
  [inquiries.getInquiry, getInquiry],
  [inquiries.reviewInquiry, reviewInquiry],
  [inquiries.requestInquiryChanges, requestInquiryChanges],
  [inquiries.approveInquiry, approveInquiry],
  [inquiries.rejectInquiry, rejectInquiry],
  [inquiries.addInquiryComment, addInquiryComment],
  [inquiries.recordInquiryContract, recordInquiryContract],
  [inquiries.createPartner, createReviewedPartner],
  [partners.listPartners, listPartners],
  [partners.getPartner, getPartnerRecord],
  [partners.setPartnerStatus, setPartnerStatus],
  [partners.listPartnerAudit, listPartnerAudit],
  [partnerAdministration.updatePartner, updatePartner],
  [partnerAdministration.setTier, setTier],
  [partnerAdministration.setCompliance, setCompliance],
  [partnerAdministration.setFeatures, setFeatures],
  [partnerAdministration.setIpAllowlist, setIpAllowlist],
  [partnerAdministration.setActionTypes, setActionTypes],
  [partnerAdministration.setStakeholderTypes, setStakeholderTypes],
  [partnerAdministration.registerWebhook, registerWebhook],
  [partnerAdministration.listPartnerWebhooks, listPartnerWebhooks],
  [partnerAdministration.listPartnerPeople, listPartnerPeople],
  [keys.createPartnerKey, createPartnerKey],
  [keys.listPartnerKeys, listPartnerKeys],
  [keys.updatePartnerKey, updatePartnerKey],
  [keys.rotateKey, rotateKey],
  [keys.revokePartnerKey, revokePartnerKey],
  [keys.schedulePartnerKeyEnd, schedulePartnerKeyEnd],
  [keys.cancelPartnerKeyEnd, cancelPartnerKeyEnd],
  [people.invitePortalUser, invitePortalUser],
  [tokenPools.createTokenPool, createTokenPool],
  [tokenPools.listPartnerPools, listPartnerPools],
  [tokenPools.updateTokenPool, updateTokenPool],
  [tokenPools.allocateTokens, allocateTokens],
  [tokenPools.withdrawTokens, withdrawTokens],
  [tokenPools.approvePoolRequest, approvePoolRequest],
  [tokenPools.rejectPoolRequest, rejectPoolRequest],
  [tokenPools.redeemForPartner, redeemForPartner],
  [production.setProductionAccess, setProductionAccess],
  [production.cutOver, cutOver],
  [production.getPartnerGoLive, getPartnerGoLive],
  [production.waiveGoLiveItem, waiveGoLiveItem],
  [production.getPartnerProductionRequest, getPartnerProductionReview],
  [production.commentOnPartnerRequest, commentOnPartnerRequest],
  [production.requestProductionChanges, requestChanges],
  [approvals.listWaiting, listWaiting],
  [approvals.approveApproval, approveApproval],
  [approvals.rejectApproval, rejectApproval],
  [mails.listMails, listMails],
  [mails.getMail, getMail],
  [audit.listAudit, listAllAudit],
  [usage.getUsage, getUsage],
  [team.listAdminTeam, listAdminTeam],
  [team.inviteAdmin, inviteAdmin],
  [team.revokeAdminInvitation, revokeAdminInvitation],
  [team.updateAdmin, updateAdmin],
]);

/** The whole of `/api/v1/admin/*`: the platform's own part, and the directory's in its own envelope. */
export const adminRoutes = joinRoutes(ownRoutes, directoryAdminRoutes);
