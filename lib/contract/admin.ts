import { endpoint } from "@/lib/contract/endpoint";
import { Login, RefreshToken, TokenPair } from "@/lib/domain/accounts/schemas";
import { AdminLoginResult, AdminMe } from "@/lib/domain/admins/schemas";
import { AuditRecordList, ListAuditRecordsQuery } from "@/lib/domain/audit/schemas";
import {
  DryRunQuery,
  ListPartnersQuery,
  PartnerRecord,
  PartnerRecordParams,
  PartnerSummaryList,
  SetPartnerStatus,
} from "@/lib/domain/giving/partner-records/schemas";
import {
  AdminPoolList,
  AdminPoolParams,
  ApprovePoolRequest,
  CreateTokenPool,
  PatchTokenPool,
  PoolMovement,
  PoolRequestParams,
  RedeemParams,
  RedeemTokens,
  RejectPoolRequest,
} from "@/lib/domain/giving/pool-administration/schemas";
import { Redemption } from "@/lib/domain/giving/redemptions/schemas";
import { PoolRequest, TokenPool } from "@/lib/domain/giving/token-pools/schemas";
import { ListMailsQuery, MailDetail, MailList, MailParams } from "@/lib/domain/mail/schemas";

/** The admin API: `/api/v1/admin/*`, for the platform's own people. `lib/http/routes/admin.ts` says which verb keeps what. */

export const login = endpoint({
  method: "POST",
  path: "/api/v1/admin/auth/login",
  id: "loginAdmin",
  tag: "Sign-in",
  summary: "Sign in as an administrator",
  description: "Ten failures in 15 minutes for an account or an address are answered 429.",
  auth: "none",
  body: Login,
  response: AdminLoginResult,
  status: 200,
  errors: ["invalid_credentials", "account_disabled"],
});

export const refresh = endpoint({
  method: "POST",
  path: "/api/v1/admin/auth/refresh",
  id: "refreshAdmin",
  tag: "Sign-in",
  summary: "Exchange a refresh token",
  description: "Each refresh token works once. Using one again revokes every token that came from the same sign-in.",
  auth: "none",
  body: RefreshToken,
  response: TokenPair,
  status: 200,
  errors: ["invalid_token", "token_expired", "account_disabled"],
});

export const logout = endpoint({
  method: "POST",
  path: "/api/v1/admin/auth/logout",
  id: "logoutAdmin",
  tag: "Sign-in",
  summary: "Sign out",
  auth: "none",
  body: RefreshToken,
  status: 204,
  errors: [],
});

export const me = endpoint({
  method: "GET",
  path: "/api/v1/admin/auth/me",
  id: "getAdminMe",
  tag: "Sign-in",
  summary: "Read the signed-in administrator",
  auth: "admin",
  response: AdminMe,
  status: 200,
  errors: [],
});

export const listPartners = endpoint({
  method: "GET",
  path: "/api/v1/admin/partners",
  id: "listPartners",
  tag: "Partners",
  summary: "List partners",
  auth: "admin",
  query: ListPartnersQuery,
  response: PartnerSummaryList,
  status: 200,
  errors: [],
});

export const getPartner = endpoint({
  method: "GET",
  path: "/api/v1/admin/partners/:id",
  id: "getPartner",
  tag: "Partners",
  summary: "Read a partner's full record",
  auth: "admin",
  params: PartnerRecordParams,
  response: PartnerRecord,
  status: 200,
  errors: ["partner_not_found"],
});

export const setPartnerStatus = endpoint({
  method: "PUT",
  path: "/api/v1/admin/partners/:id/status",
  id: "setPartnerStatus",
  tag: "Partners",
  summary: "Move a partner to another status",
  description:
    "Takes effect before the answer: no request that starts after it is served by the former status. TERMINATED is final and revokes every key. `dryRun=true` answers what would be and changes nothing.",
  auth: "admin",
  roles: ["COMPLIANCE", "SUPERADMIN"],
  params: PartnerRecordParams,
  query: DryRunQuery,
  body: SetPartnerStatus,
  response: PartnerRecord,
  status: 200,
  errors: ["partner_not_found", "invalid_state_transition", "activation_preconditions_unmet"],
});

export const listPartnerAudit = endpoint({
  method: "GET",
  path: "/api/v1/admin/partners/:id/audit",
  id: "listPartnerAudit",
  tag: "Partners",
  summary: "List what was done to a partner",
  auth: "admin",
  params: PartnerRecordParams,
  query: ListAuditRecordsQuery,
  response: AuditRecordList,
  status: 200,
  errors: ["partner_not_found"],
});

/** Those who run keys, pools, tier and features. */
const OPERATORS = ["OPERATOR", "SUPERADMIN"] as const;

export const createTokenPool = endpoint({
  method: "POST",
  path: "/api/v1/admin/partners/:id/token-pools",
  id: "createTokenPool",
  tag: "Token pools",
  summary: "Open a token pool for a partner",
  description:
    "With a first allocation. The first pool of an environment is its default one; isDefault moves that place to a later one. A live pool needs approved production access.",
  auth: "admin",
  roles: OPERATORS,
  params: PartnerRecordParams,
  body: CreateTokenPool,
  response: TokenPool,
  status: 201,
  errors: ["partner_not_found", "production_not_approved", "invalid_state_transition"],
});

export const listPartnerPools = endpoint({
  method: "GET",
  path: "/api/v1/admin/partners/:id/token-pools",
  id: "listPartnerPools",
  tag: "Token pools",
  summary: "List a partner's token pools",
  auth: "admin",
  params: PartnerRecordParams,
  response: AdminPoolList,
  status: 200,
  errors: ["partner_not_found"],
});

export const updateTokenPool = endpoint({
  method: "PATCH",
  path: "/api/v1/admin/partners/:id/token-pools/:poolId",
  id: "updateTokenPool",
  tag: "Token pools",
  summary: "Change a token pool",
  description:
    "Restrictions bind later rewards only: every credit keeps the terms it was issued under. CLOSED is final, and pauses the campaigns that draw on the pool.",
  auth: "admin",
  roles: OPERATORS,
  params: AdminPoolParams,
  body: PatchTokenPool,
  response: TokenPool,
  status: 200,
  errors: ["partner_not_found", "pool_not_found", "invalid_state_transition"],
});

export const allocateTokens = endpoint({
  method: "POST",
  path: "/api/v1/admin/partners/:id/token-pools/:poolId/allocate",
  id: "allocateTokens",
  tag: "Token pools",
  summary: "Add tokens to a pool",
  description: "Once for each reference: the same reference and amount again answers the pool as it is.",
  auth: "admin",
  roles: OPERATORS,
  params: AdminPoolParams,
  body: PoolMovement,
  response: TokenPool,
  status: 200,
  errors: [
    "partner_not_found",
    "pool_not_found",
    "pool_not_active",
    "idempotency_key_reused",
    "invalid_state_transition",
  ],
});

export const withdrawTokens = endpoint({
  method: "POST",
  path: "/api/v1/admin/partners/:id/token-pools/:poolId/withdraw",
  id: "withdrawTokens",
  tag: "Token pools",
  summary: "Take tokens out of a pool",
  description: "At most its balance, once for each reference. `dryRun=true` answers what would be and changes nothing.",
  auth: "admin",
  roles: OPERATORS,
  params: AdminPoolParams,
  query: DryRunQuery,
  body: PoolMovement,
  response: TokenPool,
  status: 200,
  errors: [
    "partner_not_found",
    "pool_not_found",
    "insufficient_pool",
    "idempotency_key_reused",
    "invalid_state_transition",
  ],
});

export const approvePoolRequest = endpoint({
  method: "POST",
  path: "/api/v1/admin/partners/token-pool-requests/:requestId/approve",
  id: "approvePoolRequest",
  tag: "Token pools",
  summary: "Approve a request for tokens",
  description: "Adds what was asked for, or approvedAmount. Where the partner has no pool yet, it opens a first one.",
  auth: "admin",
  roles: OPERATORS,
  params: PoolRequestParams,
  body: ApprovePoolRequest,
  response: PoolRequest,
  status: 200,
  errors: ["pool_request_not_found", "pool_not_active", "invalid_state_transition"],
});

export const rejectPoolRequest = endpoint({
  method: "POST",
  path: "/api/v1/admin/partners/token-pool-requests/:requestId/reject",
  id: "rejectPoolRequest",
  tag: "Token pools",
  summary: "Decline a request for tokens",
  description: "The note is shown to the partner.",
  auth: "admin",
  roles: OPERATORS,
  params: PoolRequestParams,
  body: RejectPoolRequest,
  response: PoolRequest,
  status: 200,
  errors: ["pool_request_not_found", "invalid_state_transition"],
});

export const redeemForPartner = endpoint({
  method: "POST",
  path: "/api/v1/admin/partners/:id/users/:externalId/redemptions",
  id: "redeemForPartner",
  tag: "Token pools",
  summary: "Redeem a user's tokens",
  description:
    "By the rules the tokens were issued under, earliest expiry first: all of them or none. Once for each reference.",
  auth: "admin",
  roles: OPERATORS,
  params: RedeemParams,
  body: RedeemTokens,
  response: Redemption,
  status: 201,
  errors: [
    "partner_not_found",
    "user_not_found",
    "redemption_not_allowed",
    "idempotency_key_reused",
    "invalid_state_transition",
  ],
});

export const listMails = endpoint({
  method: "GET",
  path: "/api/v1/admin/mails",
  id: "listMails",
  tag: "Mails",
  summary: "List outgoing mails",
  description: "Latest first. A mail that was sent is kept for 90 days; one that could not be sent stays.",
  auth: "admin",
  query: ListMailsQuery,
  response: MailList,
  status: 200,
  errors: [],
});

export const getMail = endpoint({
  method: "GET",
  path: "/api/v1/admin/mails/:mailId",
  id: "getMail",
  tag: "Mails",
  summary: "Read a mail",
  description:
    "Every role sees that it was sent and how that went. What it says is for SUPERADMIN: links in it open accounts.",
  auth: "admin",
  params: MailParams,
  response: MailDetail,
  status: 200,
  errors: ["mail_not_found"],
});
