import { z } from "zod";
import { endpoint } from "@/lib/contract/endpoint";
import { givingEvents } from "@/lib/contract/webhook-events";
import {
  Login,
  LoginResult,
  Me,
  RefreshToken,
  Register,
  TokenPair,
  VerificationSent,
} from "@/lib/domain/accounts/schemas";
import {
  Action,
  ActionList,
  ActionParams,
  ActionResult,
  ListActionsQuery,
  SubmitAction,
} from "@/lib/domain/giving/actions/schemas";
import {
  ListPoolEntriesQuery,
  PoolEntryList,
  PoolParams,
  TokenPool,
  TokenPoolList,
} from "@/lib/domain/giving/token-pools/schemas";
import { Balance, ListUsersQuery, User, UserList, UserParams } from "@/lib/domain/giving/users/schemas";
import { CreatedKey, CreateKey, Key, KeyList, PatchKey } from "@/lib/domain/keys/schemas";
import { PartnerConfig, PartnerInfo } from "@/lib/domain/partners/schemas";
import { Environment, PageQuery } from "@/lib/domain/shared/schemas";
import {
  CreatedWebhook,
  CreateWebhook,
  DeliveryDetail,
  DeliveryList,
  DeliveryParams,
  ListDeliveriesQuery,
  Webhook,
  WebhookList,
  WebhookParams,
} from "@/lib/domain/webhooks/schemas";

/** The giving API: `/v1/partner/*`. Each export is one promise; `lib/http/routes/giving.ts` says which verb keeps it. */

export const register = endpoint({
  method: "POST",
  path: "/v1/partner/auth/register",
  id: "register",
  tag: "Sign-in",
  summary: "Open an account",
  description:
    "Opens a portal account and signs it in. While addresses must be verified, every address gets the same 202 and a mail.",
  auth: "none",
  addressLimitPerHour: 10,
  body: Register,
  response: LoginResult,
  status: 201,
  alternatives: { 202: { description: "A verification mail is on its way.", response: VerificationSent } },
  errors: ["user_exists", "forbidden"],
});

export const login = endpoint({
  method: "POST",
  path: "/v1/partner/auth/login",
  id: "login",
  tag: "Sign-in",
  summary: "Sign in",
  description: "Ten failures in 15 minutes for an account or an address are answered 429.",
  auth: "none",
  body: Login,
  response: LoginResult,
  status: 200,
  errors: ["invalid_credentials", "account_disabled", "forbidden"],
});

export const refresh = endpoint({
  method: "POST",
  path: "/v1/partner/auth/refresh",
  id: "refresh",
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
  path: "/v1/partner/auth/logout",
  id: "logout",
  tag: "Sign-in",
  summary: "Sign out",
  auth: "none",
  body: RefreshToken,
  status: 204,
  errors: [],
});

export const me = endpoint({
  method: "GET",
  path: "/v1/partner/auth/me",
  id: "getMe",
  tag: "Sign-in",
  summary: "Read the signed-in user",
  auth: "token",
  anyStatus: true,
  query: z.strictObject({ environment: Environment.optional() }),
  response: Me,
  status: 200,
  errors: [],
});

const KeyParams = z.strictObject({ id: z.string().max(64) });

export const createKey = endpoint({
  method: "POST",
  path: "/v1/partner/keys",
  id: "createKey",
  tag: "Keys",
  summary: "Create a key pair",
  description:
    "The only answer that shows secretKey and hmacSecret. A user's first key also creates the partner. Not idempotent: a replay would reveal secrets twice.",
  auth: "token",
  body: CreateKey,
  response: CreatedKey,
  status: 201,
  errors: ["forbidden", "production_not_approved", "key_limit_reached", "partner_suspended", "partner_not_active"],
});

export const listKeys = endpoint({
  method: "GET",
  path: "/v1/partner/keys",
  id: "listKeys",
  tag: "Keys",
  summary: "List key pairs",
  auth: "token",
  anyStatus: true,
  response: KeyList,
  status: 200,
  errors: [],
});

export const getPartnerInfo = endpoint({
  method: "GET",
  path: "/v1/partner/keys/partner-info",
  id: "getPartnerInfo",
  tag: "Keys",
  summary: "Read the partner",
  auth: "token",
  anyStatus: true,
  response: PartnerInfo,
  status: 200,
  errors: ["partner_not_found"],
});

export const getKey = endpoint({
  method: "GET",
  path: "/v1/partner/keys/:id",
  id: "getKey",
  tag: "Keys",
  summary: "Read a key pair",
  auth: "token",
  anyStatus: true,
  params: KeyParams,
  response: Key,
  status: 200,
  errors: ["api_key_not_found"],
});

export const updateKey = endpoint({
  method: "PATCH",
  path: "/v1/partner/keys/:id",
  id: "updateKey",
  tag: "Keys",
  summary: "Rename, deactivate or set the expiry of a key pair",
  auth: "token",
  params: KeyParams,
  body: PatchKey,
  response: Key,
  status: 200,
  errors: [
    "forbidden",
    "api_key_not_found",
    "invalid_state_transition",
    "key_limit_reached",
    "partner_suspended",
    "partner_not_active",
  ],
});

export const revokeKey = endpoint({
  method: "DELETE",
  path: "/v1/partner/keys/:id",
  id: "revokeKey",
  tag: "Keys",
  summary: "Revoke a key pair",
  description:
    "Takes effect before the answer: no request that starts after it is accepted. Repeating it changes nothing.",
  auth: "token",
  anyStatus: true,
  params: KeyParams,
  status: 204,
  errors: ["forbidden", "api_key_not_found"],
});

export const getConfig = endpoint({
  method: "GET",
  path: "/v1/partner/config",
  id: "getConfig",
  tag: "Widget",
  summary: "Read the public configuration",
  auth: "widget",
  scope: "config:read",
  response: PartnerConfig,
  status: 200,
  cacheSeconds: 60,
  errors: [],
});

export const listUsers = endpoint({
  method: "GET",
  path: "/v1/partner/users",
  id: "listUsers",
  tag: "Users",
  summary: "List reward recipients",
  auth: "signed",
  scope: "users:read",
  feature: "USERS",
  query: ListUsersQuery,
  response: UserList,
  status: 200,
  errors: [],
});

export const getUser = endpoint({
  method: "GET",
  path: "/v1/partner/users/:externalId",
  id: "getUser",
  tag: "Users",
  summary: "Read a reward recipient",
  auth: "signed",
  scope: "users:read",
  feature: "USERS",
  params: UserParams,
  response: User,
  status: 200,
  errors: ["user_not_found"],
});

export const getBalance = endpoint({
  method: "GET",
  path: "/v1/partner/users/:externalId/balance",
  id: "getBalance",
  tag: "Users",
  summary: "Read a recipient's balance",
  auth: "signed",
  scope: "users:read",
  feature: "USERS",
  params: UserParams,
  response: Balance,
  status: 200,
  errors: ["user_not_found"],
});

export const submitAction = endpoint({
  method: "POST",
  path: "/v1/partner/actions/submit",
  id: "submitAction",
  tag: "Actions",
  summary: "Submit an action",
  description:
    "Turns an amount into tokens for the stakeholders, all or nothing. The same idempotencyKey and payload give the first answer again, with X-Idempotent-Replay: true.",
  auth: "signed-secret",
  scope: "actions:write",
  feature: "ACTIONS",
  issuesRewards: true,
  idempotent: true,
  body: SubmitAction,
  response: ActionResult,
  status: 200,
  errors: [
    "insufficient_pool",
    "pool_not_active",
    "pool_not_found",
    "campaign_not_found",
    "idempotency_key_reused",
    "idempotency_in_progress",
    "idempotent",
    "action_type_not_registered",
    "stakeholder_type_not_registered",
    "unknown_user",
    "user_inactive",
    "currency_not_supported",
    "amount_out_of_range",
  ],
});

export const listActions = endpoint({
  method: "GET",
  path: "/v1/partner/actions",
  id: "listActions",
  tag: "Actions",
  summary: "List actions",
  auth: "signed",
  scope: "actions:read",
  feature: "ACTIONS",
  query: ListActionsQuery,
  response: ActionList,
  status: 200,
  errors: [],
});

export const getAction = endpoint({
  method: "GET",
  path: "/v1/partner/actions/:actionId",
  id: "getAction",
  tag: "Actions",
  summary: "Read an action",
  auth: "signed",
  scope: "actions:read",
  feature: "ACTIONS",
  params: ActionParams,
  response: Action,
  status: 200,
  errors: ["action_not_found"],
});

export const listTokenPools = endpoint({
  method: "GET",
  path: "/v1/partner/token-pools",
  id: "listTokenPools",
  tag: "Token pools",
  summary: "List token pools",
  auth: "signed",
  scope: "token_pools:read",
  feature: "TOKEN_POOLS",
  query: PageQuery,
  response: TokenPoolList,
  status: 200,
  errors: [],
});

export const getTokenPool = endpoint({
  method: "GET",
  path: "/v1/partner/token-pools/:poolId",
  id: "getTokenPool",
  tag: "Token pools",
  summary: "Read a token pool",
  auth: "signed",
  scope: "token_pools:read",
  feature: "TOKEN_POOLS",
  params: PoolParams,
  response: TokenPool,
  status: 200,
  errors: ["pool_not_found"],
});

export const listPoolEntries = endpoint({
  method: "GET",
  path: "/v1/partner/token-pools/:poolId/transactions",
  id: "listPoolEntries",
  tag: "Token pools",
  summary: "List a pool's entries",
  auth: "signed",
  scope: "token_pools:read",
  feature: "TOKEN_POOLS",
  params: PoolParams,
  query: ListPoolEntriesQuery,
  response: PoolEntryList,
  status: 200,
  errors: ["pool_not_found"],
});

/** A webhook of this surface: which events there are is known here, above the nouns that record them. */
const CreateGivingWebhook = CreateWebhook.safeExtend({
  eventTypes: z
    .array(
      z.enum(
        givingEvents.map((event) => event.name),
        "must be the name of an event; the reference lists them",
      ),
    )
    .max(100)
    .default([]),
});

export const createWebhook = endpoint({
  method: "POST",
  path: "/v1/partner/webhooks",
  id: "createWebhook",
  tag: "Webhooks",
  summary: "Register a webhook",
  description: "The only answer that shows the signing secret.",
  auth: "signed-secret",
  scope: "webhooks:write",
  feature: "WEBHOOKS",
  body: CreateGivingWebhook,
  response: CreatedWebhook,
  status: 201,
  errors: ["webhook_limit_reached", "webhook_url_not_allowed"],
});

export const listWebhooks = endpoint({
  method: "GET",
  path: "/v1/partner/webhooks",
  id: "listWebhooks",
  tag: "Webhooks",
  summary: "List webhooks",
  auth: "signed",
  scope: "webhooks:read",
  feature: "WEBHOOKS",
  query: PageQuery,
  response: WebhookList,
  status: 200,
  errors: [],
});

export const getWebhook = endpoint({
  method: "GET",
  path: "/v1/partner/webhooks/:webhookId",
  id: "getWebhook",
  tag: "Webhooks",
  summary: "Read a webhook",
  auth: "signed",
  scope: "webhooks:read",
  feature: "WEBHOOKS",
  params: WebhookParams,
  response: Webhook,
  status: 200,
  errors: ["webhook_not_found"],
});

export const deleteWebhook = endpoint({
  method: "DELETE",
  path: "/v1/partner/webhooks/:webhookId",
  id: "deleteWebhook",
  tag: "Webhooks",
  summary: "Delete a webhook",
  description: "Deliveries still pending are canceled.",
  auth: "signed-secret",
  scope: "webhooks:write",
  feature: "WEBHOOKS",
  params: WebhookParams,
  status: 204,
  errors: ["webhook_not_found"],
});

export const listDeliveries = endpoint({
  method: "GET",
  path: "/v1/partner/webhooks/:webhookId/deliveries",
  id: "listDeliveries",
  tag: "Webhooks",
  summary: "List a webhook's deliveries",
  auth: "signed",
  scope: "webhooks:read",
  feature: "WEBHOOKS",
  params: WebhookParams,
  query: ListDeliveriesQuery,
  response: DeliveryList,
  status: 200,
  errors: ["webhook_not_found"],
});

export const getDelivery = endpoint({
  method: "GET",
  path: "/v1/partner/webhooks/:webhookId/deliveries/:deliveryId",
  id: "getDelivery",
  tag: "Webhooks",
  summary: "Read a delivery",
  auth: "signed",
  scope: "webhooks:read",
  feature: "WEBHOOKS",
  params: DeliveryParams,
  response: DeliveryDetail,
  status: 200,
  errors: ["webhook_not_found", "delivery_not_found"],
});
