import { OPERATORS } from "@/lib/contract/admin/roles";
import { endpoint } from "@/lib/contract/endpoint";
import { WAITS_FOR_SECOND } from "@/lib/domain/giving/approvals/schemas";
import { DryRunQuery, PartnerRecordParams } from "@/lib/domain/giving/partner-records/schemas";
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
  WithdrawnPool,
} from "@/lib/domain/giving/pool-administration/schemas";
import { Redemption } from "@/lib/domain/giving/redemptions/schemas";
import { PoolRequest, TokenPool } from "@/lib/domain/giving/token-pools/schemas";

/** Admin API: partners' token pools, requests for tokens, redemptions. */

export const createTokenPool = endpoint({
  method: "POST",
  path: "/api/v1/admin/partners/:id/token-pools",
  id: "createTokenPool",
  tag: "Token pools",
  summary: "Open a token pool for a partner",
  description:
    "With a first allocation. The first pool of an environment is its default one; isDefault moves that place to a later one. A live pool needs approved production access; more tokens than one administrator may hand out alone need a second one.",
  auth: "admin",
  roles: OPERATORS,
  params: PartnerRecordParams,
  body: CreateTokenPool,
  response: TokenPool,
  status: 201,
  alternatives: WAITS_FOR_SECOND,
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
    "Restrictions bind later rewards only: every credit keeps the terms it was issued under. CLOSED is final, and pauses the campaigns that draw on the pool. An auto-refill that may bring in more than one administrator may hand out alone needs a second one.",
  auth: "admin",
  roles: OPERATORS,
  params: AdminPoolParams,
  body: PatchTokenPool,
  response: TokenPool,
  status: 200,
  alternatives: WAITS_FOR_SECOND,
  errors: ["partner_not_found", "pool_not_found", "invalid_state_transition"],
});

export const allocateTokens = endpoint({
  method: "POST",
  path: "/api/v1/admin/partners/:id/token-pools/:poolId/allocate",
  id: "allocateTokens",
  tag: "Token pools",
  summary: "Add tokens to a pool",
  description:
    "Once for each reference: the same reference and amount again answers the pool as it is. In production, more than one administrator may hand out alone needs a second one.",
  auth: "admin",
  roles: OPERATORS,
  params: AdminPoolParams,
  body: PoolMovement,
  response: TokenPool,
  status: 200,
  alternatives: WAITS_FOR_SECOND,
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
  description:
    "At most its balance, once for each reference. `dryRun=true` answers what would be, with its effect on the last seven days of traffic, and changes nothing.",
  auth: "admin",
  roles: OPERATORS,
  params: AdminPoolParams,
  query: DryRunQuery,
  body: PoolMovement,
  response: WithdrawnPool,
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
  description:
    "Adds what was asked for, or approvedAmount. Where the partner has no pool yet, it opens a first one. In production, more than one administrator may hand out alone needs a second one.",
  auth: "admin",
  roles: OPERATORS,
  params: PoolRequestParams,
  body: ApprovePoolRequest,
  response: PoolRequest,
  status: 200,
  alternatives: WAITS_FOR_SECOND,
  errors: ["partner_not_found", "pool_request_not_found", "pool_not_active", "invalid_state_transition"],
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
