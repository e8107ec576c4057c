import * as giving from "@/lib/contract/giving";
import { givingEvents } from "@/lib/contract/webhook-events";
import { getMe } from "@/lib/domain/accounts/get-me";
import { login } from "@/lib/domain/accounts/login";
import { logout } from "@/lib/domain/accounts/logout";
import { refresh } from "@/lib/domain/accounts/refresh";
import { register } from "@/lib/domain/accounts/register";
import { acceptInvitation, readInvitation } from "@/lib/domain/accounts/team/accept-invitation";
import { inviteMember, revokeInvitation } from "@/lib/domain/accounts/team/invite-member";
import { listTeam } from "@/lib/domain/accounts/team/list-team";
import { updateMember } from "@/lib/domain/accounts/team/update-member";
import { listOwnAudit } from "@/lib/domain/audit/list-own-audit";
import { listEvents } from "@/lib/domain/events/list-events";
import { clearFaults } from "@/lib/domain/faults/clear-faults";
import { createFault } from "@/lib/domain/faults/create-fault";
import { listFaults } from "@/lib/domain/faults/list-faults";
import { getAction } from "@/lib/domain/giving/actions/get-action";
import { listActions } from "@/lib/domain/giving/actions/list-actions";
import { reverseAction } from "@/lib/domain/giving/actions/reverse-action";
import { submitAction } from "@/lib/domain/giving/actions/submit-action";
import { validateAction } from "@/lib/domain/giving/actions/validate-action";
import { activateCampaign } from "@/lib/domain/giving/campaigns/activate-campaign";
import { completeCampaign } from "@/lib/domain/giving/campaigns/complete-campaign";
import { createCampaign } from "@/lib/domain/giving/campaigns/create-campaign";
import { getCampaign } from "@/lib/domain/giving/campaigns/get-campaign";
import { listCampaigns } from "@/lib/domain/giving/campaigns/list-campaigns";
import { pauseCampaign } from "@/lib/domain/giving/campaigns/pause-campaign";
import { updateCampaign } from "@/lib/domain/giving/campaigns/update-campaign";
import { getSummary } from "@/lib/domain/giving/dashboard/get-summary";
import { getTimeseries } from "@/lib/domain/giving/dashboard/get-timeseries";
import { createDonationLink } from "@/lib/domain/giving/donations/create-donation-link";
import { getConfig } from "@/lib/domain/giving/donations/get-config";
import { getDonationStatus } from "@/lib/domain/giving/donations/get-donation-status";
import { listDonations } from "@/lib/domain/giving/donations/list-donations";
import { getGoLive } from "@/lib/domain/giving/go-live/get-go-live";
import { commentOnInquiry } from "@/lib/domain/giving/inquiries/comment-on-inquiry";
import { getInquiryState } from "@/lib/domain/giving/inquiries/get-inquiry-state";
import { resubmitInquiry } from "@/lib/domain/giving/inquiries/resubmit-inquiry";
import { submitInquiry } from "@/lib/domain/giving/inquiries/submit-inquiry";
import { withdrawInquiry } from "@/lib/domain/giving/inquiries/withdraw-inquiry";
import { getOrganization } from "@/lib/domain/giving/organizations/get-organization";
import { commentOnRequest } from "@/lib/domain/giving/production-requests/comment-on-request";
import { getProductionReview } from "@/lib/domain/giving/production-requests/get-production-review";
import { requestProduction } from "@/lib/domain/giving/production-requests/request-production";
import { resetSandbox } from "@/lib/domain/giving/sandbox/reset-sandbox";
import { createKey } from "@/lib/domain/giving/self-service/create-key";
import { listStakeholderTypes } from "@/lib/domain/giving/stakeholder-types/list-stakeholder-types";
import { getTokenPool } from "@/lib/domain/giving/token-pools/get-token-pool";
import { listPoolEntries } from "@/lib/domain/giving/token-pools/list-pool-entries";
import { listPoolRequests } from "@/lib/domain/giving/token-pools/list-pool-requests";
import { listTokenPools } from "@/lib/domain/giving/token-pools/list-token-pools";
import { requestTokens } from "@/lib/domain/giving/token-pools/request-tokens";
import { getTransaction } from "@/lib/domain/giving/transactions/get-transaction";
import { listTransactions } from "@/lib/domain/giving/transactions/list-transactions";
import { listUserTransactions } from "@/lib/domain/giving/transactions/list-user-transactions";
import { createUser } from "@/lib/domain/giving/users/create-user";
import { getBalance } from "@/lib/domain/giving/users/get-balance";
import { getUser } from "@/lib/domain/giving/users/get-user";
import { listUsers } from "@/lib/domain/giving/users/list-users";
import { updateUser } from "@/lib/domain/giving/users/update-user";
import { getKey } from "@/lib/domain/keys/get-key";
import { getLastSignedCall } from "@/lib/domain/keys/get-last-signed-call";
import { listKeys } from "@/lib/domain/keys/list-keys";
import { revokeKey } from "@/lib/domain/keys/revoke-key";
import { updateKey } from "@/lib/domain/keys/update-key";
import { listNotifications, markNotificationsSeen } from "@/lib/domain/notifications/list-notifications";
import { getPartnerInfo } from "@/lib/domain/partners/get-partner-info";
import { createWebhook } from "@/lib/domain/webhooks/create-webhook";
import { deleteWebhook } from "@/lib/domain/webhooks/delete-webhook";
import { getDelivery } from "@/lib/domain/webhooks/get-delivery";
import { getEventAccounting } from "@/lib/domain/webhooks/get-event-accounting";
import { getWebhook } from "@/lib/domain/webhooks/get-webhook";
import { getWebhookHealth } from "@/lib/domain/webhooks/get-webhook-health";
import { listDeliveries } from "@/lib/domain/webhooks/list-deliveries";
import { listEventTypesOf } from "@/lib/domain/webhooks/list-event-types";
import { listWebhooks } from "@/lib/domain/webhooks/list-webhooks";
import { probeWebhook } from "@/lib/domain/webhooks/probe-webhook";
import { replayDeliveries } from "@/lib/domain/webhooks/replay-deliveries";
import { rotateWebhookSecret } from "@/lib/domain/webhooks/rotate-webhook-secret";
import { testWebhookOf } from "@/lib/domain/webhooks/test-webhook";
import { updateWebhook } from "@/lib/domain/webhooks/update-webhook";
import { givingSurface } from "@/lib/http/giving-surface";
import { routes } from "@/lib/http/route-table";
import { redeliverAtOnce } from "@/lib/http/routes/redeliver-at-once";
import { submitBatch } from "@/lib/http/routes/submit-batch";

/** Which verb keeps which promise of the giving API. */
export const givingRoutes = routes(givingSurface, [
  [giving.register, register],
  [giving.login, login],
  [giving.refresh, refresh],
  [giving.logout, logout],
  [giving.readInvitation, readInvitation],
  [giving.acceptInvitation, acceptInvitation],
  [giving.me, getMe],
  [giving.submitInquiry, submitInquiry],
  [giving.getInquiryState, getInquiryState],
  [giving.resubmitInquiry, resubmitInquiry],
  [giving.commentOnInquiry, commentOnInquiry],
  [giving.withdrawInquiry, withdrawInquiry],
  [giving.createKey, createKey],
  [giving.listKeys, listKeys],
  [giving.getPartnerInfo, getPartnerInfo],
  [giving.getKey, getKey],
  [giving.getLastSignedCall, getLastSignedCall],
  [giving.updateKey, updateKey],
  [giving.revokeKey, revokeKey],
  [giving.listOwnAudit, listOwnAudit],
  [giving.requestProduction, requestProduction],
  [giving.getProductionRequest, getProductionReview],
  [giving.commentOnRequest, commentOnRequest],
  [giving.createFault, createFault],
  [giving.listFaults, listFaults],
  [giving.clearFaults, clearFaults],
  [giving.resetSandbox, resetSandbox],
  [giving.getConfig, getConfig],
  [giving.getOrganization, getOrganization],
  [giving.createDonationLink, createDonationLink],
  [giving.listDonations, listDonations],
  [giving.getDonationStatus, getDonationStatus],
  [giving.listUsers, listUsers],
  [giving.createUser, createUser],
  [giving.getUser, getUser],
  [giving.updateUser, updateUser],
  [giving.getBalance, getBalance],
  [giving.listUserTransactions, listUserTransactions],
  [giving.listTransactions, listTransactions],
  [giving.getTransaction, getTransaction],
  [giving.listStakeholderTypes, listStakeholderTypes],
  [giving.submitAction, submitAction],
  [giving.submitActions, submitBatch],
  [giving.validateAction, validateAction],
  [giving.reverseAction, reverseAction],
  [giving.listActions, listActions],
  [giving.getAction, getAction],
  [giving.createCampaign, createCampaign],
  [giving.listCampaigns, listCampaigns],
  [giving.getCampaign, getCampaign],
  [giving.updateCampaign, updateCampaign],
  [giving.activateCampaign, activateCampaign],
  [giving.pauseCampaign, pauseCampaign],
  [giving.completeCampaign, completeCampaign],
  [giving.getSummary, getSummary],
  [giving.getTimeseries, getTimeseries],
  [giving.getGoLive, getGoLive],
  [giving.listTokenPools, listTokenPools],
  [giving.getTokenPool, getTokenPool],
  [giving.listPoolEntries, listPoolEntries],
  [giving.requestTokens, requestTokens],
  [giving.listPoolRequests, listPoolRequests],
  [giving.createWebhook, createWebhook],
  [giving.listWebhooks, listWebhooks],
  [giving.getWebhook, getWebhook],
  [giving.deleteWebhook, deleteWebhook],
  [giving.listDeliveries, listDeliveries],
  [giving.getDelivery, getDelivery],
  [giving.updateWebhook, updateWebhook],
  [giving.rotateWebhookSecret, rotateWebhookSecret],
  [giving.testWebhook, testWebhookOf(givingEvents)],
  [giving.probeWebhook, probeWebhook],
  [giving.replayDeliveries, replayDeliveries],
  [giving.redeliverDelivery, redeliverAtOnce],
  [giving.getWebhookHealth, getWebhookHealth],
  [giving.getEventAccounting, getEventAccounting],
  [giving.listEventTypes, listEventTypesOf(givingEvents)],
  [giving.listEvents, listEvents],
  [giving.listTeam, listTeam],
  [giving.inviteMember, inviteMember],
  [giving.revokeInvitation, revokeInvitation],
  [giving.updateMember, updateMember],
  [giving.listNotifications, listNotifications],
  [giving.markNotificationsSeen, markNotificationsSeen],
]);
