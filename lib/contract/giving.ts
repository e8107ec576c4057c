import { z } from "zod";
import { endpoint } from "@/lib/contract/endpoint";
import { EventName, EventNames } from "@/lib/contract/webhook-events";
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
  AcceptInvitation,
  InvitationOffer,
  InviteMember,
  MemberParams,
  PatchMember,
  Team,
  TeamMember,
} from "@/lib/domain/accounts/team/schemas";
import { ListOwnAuditQuery, OwnAuditList } from "@/lib/domain/audit/schemas";
import { EventPage, ListEventsQuery } from "@/lib/domain/events/schemas";
import { CreateFault, Fault, FaultList } from "@/lib/domain/faults/schemas";
import {
  Action,
  ActionList,
  ActionParams,
  ActionResult,
  BatchResult,
  ListActionsQuery,
  Reversal,
  ReverseAction,
  SubmitAction,
  SubmitBatch,
  ValidateAction,
  Validation,
} from "@/lib/domain/giving/actions/schemas";
import {
  Campaign,
  CampaignList,
  CampaignParams,
  CreateCampaign,
  ListCampaignsQuery,
  PatchCampaign,
} from "@/lib/domain/giving/campaigns/schemas";
import { Summary, SummaryQuery, Timeseries, TimeseriesQuery } from "@/lib/domain/giving/dashboard/schemas";
import {
  CreateDonationLink,
  DonationLink,
  DonationList,
  DonationParams,
  DonationStatus,
  ListDonationsQuery,
} from "@/lib/domain/giving/donations/schemas";
import { GoLive } from "@/lib/domain/giving/go-live/schemas";
import {
  CommentOnInquiry,
  InquiryFields,
  InquiryParams,
  InquiryState,
  InquirySubmitted,
  InquiryTokenQuery,
  ResubmitInquiry,
  WithdrawInquiry,
} from "@/lib/domain/giving/inquiries/schemas";
import { Organization, OrganizationParams } from "@/lib/domain/giving/organizations/schemas";
import {
  CommentOnRequest,
  ProductionRequest,
  ProductionRequested,
  ProductionReview,
} from "@/lib/domain/giving/production-requests/schemas";
import { ResetSandbox, SandboxReset } from "@/lib/domain/giving/sandbox/schemas";
import { StakeholderTypeList } from "@/lib/domain/giving/stakeholder-types/schemas";
import {
  ListPoolEntriesQuery,
  ListPoolRequestsQuery,
  PoolEntryList,
  PoolParams,
  PoolRequest,
  PoolRequestInput,
  PoolRequestList,
  TokenPool,
  TokenPoolList,
} from "@/lib/domain/giving/token-pools/schemas";
import {
  ListTransactionsQuery,
  ListUserTransactionsQuery,
  Transaction,
  TransactionList,
  TransactionParams,
} from "@/lib/domain/giving/transactions/schemas";
import {
  Balance,
  CreateUser,
  ListUsersQuery,
  PatchUser,
  User,
  UserList,
  UserParams,
} from "@/lib/domain/giving/users/schemas";
import { Invitation, InvitationParams, InvitationToken } from "@/lib/domain/invitations/schemas";
import { CreatedKey, CreateKey, Key, KeyList, LastSignedCall, PatchKey } from "@/lib/domain/keys/schemas";
import { MarkSeen, NotificationList } from "@/lib/domain/notifications/schemas";
import { PartnerConfig, PartnerInfo } from "@/lib/domain/partners/schemas";
import { Environment, PageQuery } from "@/lib/domain/shared/schemas";
import {
  CreatedWebhook,
  CreateWebhook,
  Delivery,
  DeliveryDetail,
  DeliveryList,
  DeliveryParams,
  EventAccounting,
  EventTypeList,
  ListDeliveriesQuery,
  PatchWebhook,
  Replay,
  ReplayDeliveries,
  RotatedSecret,
  TestWebhook,
  Webhook,
  WebhookHealth,
  WebhookList,
  WebhookParams,
  WebhookProbe,
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

export const readInvitation = endpoint({
  method: "POST",
  path: "/v1/partner/auth/read-invitation",
  id: "readInvitation",
  tag: "Sign-in",
  summary: "Read an invitation",
  description:
    "What the link of an invitation mail offers. The token stands in the body, as paths end up in logs. An addition of this server to the contract.",
  auth: "none",
  addressLimitPerHour: 60,
  body: InvitationToken,
  response: InvitationOffer,
  status: 200,
  errors: ["invitation_not_found"],
});

export const acceptInvitation = endpoint({
  method: "POST",
  path: "/v1/partner/auth/accept-invitation",
  id: "acceptInvitation",
  tag: "Sign-in",
  summary: "Accept an invitation",
  description:
    "Opens an account in the partner's team and signs it in, once; the address counts as confirmed. An account that exists and has no partner yet joins by its password, without names. An addition of this server to the contract.",
  auth: "none",
  addressLimitPerHour: 30,
  body: AcceptInvitation,
  response: LoginResult,
  status: 201,
  errors: ["invitation_not_found", "user_exists", "invalid_credentials", "account_disabled"],
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

export const submitInquiry = endpoint({
  method: "POST",
  path: "/v1/partner/inquiries",
  id: "submitInquiry",
  tag: "Inquiries",
  summary: "Ask to become a partner",
  description:
    "Opens an inquiry, which the platform reviews; it issues no credentials. statusToken is shown here and in the link that is mailed to contactEmail, nowhere else; whoever has it reads and changes this inquiry. contactName and website are not part of the fixed contract.",
  auth: "none",
  addressLimitPerHour: 5,
  body: InquiryFields,
  response: InquirySubmitted,
  status: 201,
  errors: [],
});

export const getInquiryState = endpoint({
  method: "GET",
  path: "/v1/partner/inquiries/:inquiryId",
  id: "getInquiryState",
  tag: "Inquiries",
  summary: "Read how an inquiry stands",
  description:
    "decidedAt and decisionNote are there once it is decided. fields, comments and may are not part of the fixed contract: what was submitted, what was said, and what the applicant can do now. A wrong token is answered as an unknown inquiry is.",
  auth: "none",
  params: InquiryParams,
  query: InquiryTokenQuery,
  response: InquiryState,
  status: 200,
  errors: ["inquiry_not_found"],
});

export const resubmitInquiry = endpoint({
  method: "PUT",
  path: "/v1/partner/inquiries/:inquiryId",
  id: "resubmitInquiry",
  tag: "Inquiries",
  summary: "Submit an inquiry again",
  description:
    "While it is in CHANGES_REQUESTED: replaces every field and goes back into review. Not part of the fixed contract.",
  auth: "none",
  addressLimitPerHour: 30,
  params: InquiryParams,
  body: ResubmitInquiry,
  response: InquiryState,
  status: 200,
  errors: ["inquiry_not_found", "invalid_state_transition"],
});

export const commentOnInquiry = endpoint({
  method: "POST",
  path: "/v1/partner/inquiries/:inquiryId/comments",
  id: "commentOnInquiry",
  tag: "Inquiries",
  summary: "Write to the reviewers",
  description:
    "While the inquiry is open. field names the part of the form it is about. Not part of the fixed contract.",
  auth: "none",
  addressLimitPerHour: 30,
  params: InquiryParams,
  body: CommentOnInquiry,
  response: InquiryState,
  status: 201,
  errors: ["inquiry_not_found", "invalid_state_transition"],
});

export const withdrawInquiry = endpoint({
  method: "POST",
  path: "/v1/partner/inquiries/:inquiryId/withdraw",
  id: "withdrawInquiry",
  tag: "Inquiries",
  summary: "Withdraw an inquiry",
  description: "While it is open. Final. Not part of the fixed contract.",
  auth: "none",
  addressLimitPerHour: 30,
  params: InquiryParams,
  body: WithdrawInquiry,
  response: InquiryState,
  status: 200,
  errors: ["inquiry_not_found", "invalid_state_transition"],
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

export const getLastSignedCall = endpoint({
  method: "GET",
  path: "/v1/partner/keys/:id/last-signed-call",
  id: "getLastSignedCall",
  tag: "Keys",
  summary: "Read the last signed call of a key pair",
  description:
    "The latest request of seven days with this key and a valid signature that was answered 2xx. lastUsedAt of the key also counts unsigned calls from browsers. Not part of the fixed contract.",
  auth: "token",
  anyStatus: true,
  params: KeyParams,
  response: LastSignedCall,
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

export const listOwnAudit = endpoint({
  method: "GET",
  path: "/v1/partner/audit",
  id: "listOwnAudit",
  tag: "Audit",
  summary: "List what was done to the partner",
  description:
    "Every change to the partner and to what it has, in both environments, latest first. Filters match in full; actor is a person's, key's or job's id, or platform for the platform's people, who are not named. seal is the record's place in the partner's hash chain, null for about a minute; checkpoint is how far the platform has signed it. Not part of the fixed contract.",
  auth: "token",
  anyStatus: true,
  query: ListOwnAuditQuery,
  response: OwnAuditList,
  status: 200,
  errors: [],
});

export const requestProduction = endpoint({
  method: "POST",
  path: "/v1/partner/production-request",
  id: "requestProduction",
  tag: "Keys",
  summary: "Ask for production",
  description:
    "Starts the review that opens production. Sent again while the request is open it replaces what the request says. Once production is approved or live it is refused.",
  auth: "token",
  body: ProductionRequest,
  response: ProductionRequested,
  status: 202,
  errors: ["forbidden", "partner_not_found", "invalid_state_transition", "partner_suspended", "partner_not_active"],
});

export const getProductionRequest = endpoint({
  method: "GET",
  path: "/v1/partner/production-request",
  id: "getProductionRequest",
  tag: "Keys",
  summary: "Read the request for production",
  description:
    "The last one, with its review: what each sending changed, what was said, and the note on the decision. Portico's own addition to the contract. request is null until production is asked for.",
  auth: "token",
  anyStatus: true,
  response: ProductionReview,
  status: 200,
  errors: ["partner_not_found"],
});

export const commentOnRequest = endpoint({
  method: "POST",
  path: "/v1/partner/production-request/comments",
  id: "commentOnProductionRequest",
  tag: "Keys",
  summary: "Comment on the request for production",
  description:
    "While it is under review; field names the part of the request that the comment is about. Portico's own addition to the contract.",
  auth: "token",
  body: CommentOnRequest,
  response: ProductionReview,
  status: 201,
  errors: ["forbidden", "partner_not_found", "invalid_state_transition", "partner_suspended", "partner_not_active"],
});

export const createFault = endpoint({
  method: "POST",
  path: "/v1/partner/sandbox/faults",
  id: "createFault",
  tag: "Sandbox",
  summary: "Let the next sandbox requests fail",
  description:
    "The next count requests with a test key of this partner, to paths that begin with pathPrefix if it is given, meet this outcome and change nothing: RATE_LIMIT answers 429, SERVER_ERROR 500, INSUFFICIENT_POOL 402 where an endpoint can be short of tokens, TIMEOUT 503 after ten seconds. retryAfterSeconds is what 429 and 503 tell the caller. Older faults are met first. Production keys and people's tokens never meet one.",
  auth: "token",
  body: CreateFault,
  response: Fault,
  status: 201,
  errors: ["forbidden", "partner_not_found", "partner_suspended", "partner_not_active"],
});

export const listFaults = endpoint({
  method: "GET",
  path: "/v1/partner/sandbox/faults",
  id: "listFaults",
  tag: "Sandbox",
  summary: "List faults",
  description: "The last 100, newest first, with what remains of each. Not part of the fixed contract.",
  auth: "token",
  response: FaultList,
  status: 200,
  errors: ["partner_not_found", "partner_suspended", "partner_not_active"],
});

export const clearFaults = endpoint({
  method: "DELETE",
  path: "/v1/partner/sandbox/faults",
  id: "clearFaults",
  tag: "Sandbox",
  summary: "Remove every fault",
  description: "From then on requests meet none. Not part of the fixed contract.",
  auth: "token",
  status: 204,
  errors: ["forbidden", "partner_not_found", "partner_suspended", "partner_not_active"],
});

export const resetSandbox = endpoint({
  method: "POST",
  path: "/v1/partner/sandbox/reset",
  id: "resetSandbox",
  tag: "Sandbox",
  summary: "Begin anew in the sandbox",
  description:
    "Completes every sandbox campaign, closes every sandbox pool after giving back what it holds, opens a fresh default pool of 100,000 tokens and removes every fault. History is not touched: actions, transactions and events can still be read, users keep their ids and tokens, and used idempotency keys stay used. Keys and webhooks stay. Production is never affected. confirm is the partner's slug. For owners and administrators. Not part of the fixed contract.",
  auth: "token",
  body: ResetSandbox,
  response: SandboxReset,
  status: 200,
  errors: ["forbidden", "partner_not_found", "partner_suspended", "partner_not_active"],
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

export const getOrganization = endpoint({
  method: "GET",
  path: "/v1/partner/organizations/:slug",
  id: "getOrganization",
  tag: "Widget",
  summary: "Read a nonprofit",
  description: "Nonprofits are the same for every partner. An INACTIVE one is shown, but takes no donations.",
  auth: "widget",
  scope: "organizations:read",
  params: OrganizationParams,
  response: Organization,
  status: 200,
  errors: ["organization_not_found"],
});

export const createDonationLink = endpoint({
  method: "POST",
  path: "/v1/partner/donations/create-link",
  id: "createDonationLink",
  tag: "Donations",
  summary: "Create a donation link",
  description:
    "Opens a checkout at a payment provider; send the donor to donationLink, which works for 24 hours. amount is in minor units and without the tip, of which tipAmount or tipPercent may be sent. Without provider the first of the configuration's providers is used; in the sandbox the built-in checkout stands for every provider without test credentials. The same idempotencyKey with the same body answers 200 with the same link. At most 30 calls a minute and client address.",
  auth: "widget",
  scope: "donations:write",
  feature: "DONATIONS",
  issuesRewards: true,
  addressLimitPerMinute: 30,
  body: CreateDonationLink,
  response: DonationLink,
  status: 201,
  alternatives: {
    200: {
      description: "A link was made with this idempotencyKey and body before: it is this one.",
      response: DonationLink,
    },
  },
  errors: [
    "organization_not_found",
    "organization_not_eligible",
    "campaign_not_found",
    "currency_not_supported",
    "amount_out_of_range",
    "tip_not_supported",
    "provider_not_configured",
    "provider_error",
    "idempotency_key_reused",
  ],
});

export const listDonations = endpoint({
  method: "GET",
  path: "/v1/partner/donations",
  id: "listDonations",
  tag: "Donations",
  summary: "List donations",
  description:
    "Donations as they stand now, with nothing of the donors and without the links. externalId is the partnerUserId of the link; from is inside, to is outside; a filter that names nothing known gives an empty list. reviewReason says what of a provider's report did not match. Not part of the fixed contract.",
  auth: "signed",
  scope: "donations:read",
  feature: "DONATIONS",
  query: ListDonationsQuery,
  response: DonationList,
  status: 200,
  errors: [],
});

export const getDonationStatus = endpoint({
  method: "GET",
  path: "/v1/partner/donations/status/:partnerDonationId",
  id: "getDonationStatus",
  tag: "Donations",
  summary: "Read how a donation stands",
  description:
    "Poll it every 3 seconds for 2 minutes, or wait for the events of donations. charges has one entry for each payment. failureReason says why a payment failed; for a donation that was paid it is the code for which its reward failed, such as ACTION_TYPE_NOT_REGISTERED. A reward that failed with INSUFFICIENT_POOL is issued once the pool has been credited.",
  auth: "widget",
  scope: "donations:read",
  feature: "DONATIONS",
  params: DonationParams,
  response: DonationStatus,
  status: 200,
  errors: ["donation_not_found"],
});

export const listUsers = endpoint({
  method: "GET",
  path: "/v1/partner/users",
  id: "listUsers",
  tag: "Users",
  summary: "List reward recipients",
  description: "search matches the beginning of externalId or e-mail address, in any case.",
  auth: "signed",
  scope: "users:read",
  feature: "USERS",
  query: ListUsersQuery,
  response: UserList,
  status: 200,
  errors: [],
});

export const createUser = endpoint({
  method: "POST",
  path: "/v1/partner/users",
  id: "createUser",
  tag: "Users",
  summary: "Create a reward recipient",
  description:
    "The same externalId again with the same data answers 200 with the recipient as it is; with other data it is refused.",
  auth: "signed-secret",
  scope: "users:write",
  feature: "USERS",
  idempotent: true,
  body: CreateUser,
  response: User,
  status: 201,
  alternatives: { 200: { description: "The recipient exists already, with exactly this data.", response: User } },
  errors: ["user_exists"],
});

export const updateUser = endpoint({
  method: "PATCH",
  path: "/v1/partner/users/:externalId",
  id: "updateUser",
  tag: "Users",
  summary: "Change a reward recipient",
  description:
    "metadata is merged key by key, and null removes a key; for a name or the e-mail address null clears it. An INACTIVE recipient keeps the balance and receives no rewards. user.updated is sent when something changed.",
  auth: "signed-secret",
  scope: "users:write",
  feature: "USERS",
  params: UserParams,
  body: PatchUser,
  response: User,
  status: 200,
  errors: ["user_not_found"],
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

export const listUserTransactions = endpoint({
  method: "GET",
  path: "/v1/partner/users/:externalId/transactions",
  id: "listUserTransactions",
  tag: "Users",
  summary: "List a recipient's transactions",
  description: "Every movement on the recipient's account, newest first.",
  auth: "signed",
  scope: "users:read",
  feature: "USERS",
  params: UserParams,
  query: ListUserTransactionsQuery,
  response: TransactionList,
  status: 200,
  errors: ["user_not_found"],
});

export const listTransactions = endpoint({
  method: "GET",
  path: "/v1/partner/transactions",
  id: "listTransactions",
  tag: "Transactions",
  summary: "List transactions",
  description:
    "Every movement on recipients' accounts. from is inside, to is outside; a filter that names nothing known gives an empty list.",
  auth: "signed",
  scope: "transactions:read",
  feature: "ACTIONS",
  query: ListTransactionsQuery,
  response: TransactionList,
  status: 200,
  errors: [],
});

export const getTransaction = endpoint({
  method: "GET",
  path: "/v1/partner/transactions/:transactionId",
  id: "getTransaction",
  tag: "Transactions",
  summary: "Read a transaction",
  auth: "signed",
  scope: "transactions:read",
  feature: "ACTIONS",
  params: TransactionParams,
  response: Transaction,
  status: 200,
  errors: ["transaction_not_found"],
});

export const listStakeholderTypes = endpoint({
  method: "GET",
  path: "/v1/partner/stakeholder-types",
  id: "listStakeholderTypes",
  tag: "Actions",
  summary: "List the stakeholder types",
  description: "The codes that stakeholders of an action may have. isSystem: one of those every partner begins with.",
  auth: "signed",
  scope: "actions:read",
  feature: "ACTIONS",
  response: StakeholderTypeList,
  status: 200,
  errors: [],
});

/** What an action can be refused with, alone or in a batch. */
const REFUSALS_OF_ACTIONS = [
  "insufficient_pool",
  "pool_not_active",
  "pool_not_found",
  "campaign_not_found",
  "campaign_not_active",
  "campaign_budget_exceeded",
  "user_cap_exceeded",
  "stakeholder_not_in_splits",
  "stakeholder_required",
  "amount_out_of_range",
  "idempotency_key_reused",
  "action_type_not_registered",
  "stakeholder_type_not_registered",
  "unknown_user",
  "user_inactive",
  "currency_not_supported",
] as const;

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
  errors: [...REFUSALS_OF_ACTIONS, "idempotency_in_progress", "idempotent"],
});

export const submitActions = endpoint({
  method: "POST",
  path: "/v1/partner/actions/batch",
  id: "submitActions",
  tag: "Actions",
  summary: "Submit up to 100 actions",
  description:
    "In their order. independent (the default): each succeeds or fails by itself, and results holds what it would have been answered alone. atomic: all or none; the first refusal is the answer and nothing is stored. Counts as one request for each action, and is refused whole when fewer are left.",
  auth: "signed-secret",
  scope: "actions:write",
  feature: "ACTIONS",
  issuesRewards: true,
  idempotent: true,
  bodyLimitBytes: 1024 * 1024,
  cost: (body) => (body as { actions?: unknown[] } | null)?.actions?.length ?? 1,
  body: SubmitBatch,
  response: BatchResult,
  status: 200,
  errors: [...REFUSALS_OF_ACTIONS, "idempotency_in_progress"],
});

export const validateAction = endpoint({
  method: "POST",
  path: "/v1/partner/actions/validate",
  id: "validateAction",
  tag: "Actions",
  summary: "Try an action out",
  description:
    "Says what a submit of the same body would answer now and what it would give to whom, and leaves nothing behind. An action that is refused for want of tokens has a preview too.",
  auth: "signed-secret",
  scope: "actions:write",
  feature: "ACTIONS",
  idempotent: true,
  body: ValidateAction,
  response: Validation,
  status: 200,
  errors: [],
});

export const reverseAction = endpoint({
  method: "POST",
  path: "/v1/partner/actions/:actionId/reverse",
  id: "reverseAction",
  tag: "Actions",
  summary: "Reverse an action",
  description:
    "Takes back all that is left of it or, with amount, a part: unvested tokens first, then available ones, into the pool. What was redeemed or has expired cannot be taken: 409 REVERSAL_NOT_COVERED and nothing changes, unless allowPartial. The same idempotencyKey and payload give the first answer again.",
  auth: "signed-secret",
  scope: "actions:write",
  feature: "ACTIONS",
  idempotent: true,
  params: ActionParams,
  body: ReverseAction,
  response: Reversal,
  status: 200,
  errors: [
    "action_not_found",
    "action_not_reversible",
    "reversal_not_covered",
    "amount_out_of_range",
    "idempotency_key_reused",
    "idempotency_in_progress",
    "idempotent",
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

const CAMPAIGN_RULES = [
  "action_type_not_registered",
  "stakeholder_type_not_registered",
  "invalid_splits",
  "invalid_tiers",
  "invalid_schedule",
  "currency_not_supported",
  "pool_not_found",
] as const;

export const createCampaign = endpoint({
  method: "POST",
  path: "/v1/partner/campaigns",
  id: "createCampaign",
  tag: "Campaigns",
  summary: "Create a campaign",
  description:
    "A draft: it rewards nothing until it is activated. Tokens of an action are amount × tokensPerUnit × multiplier × the tier's multiplier, rounded once, plus the tier's bonus; splits divide them by type of stakeholder, and without splits all get the same. Days of windows count from 1 for Monday; a window that ends before it begins spans midnight. The default campaign applies to actions that name none. Where currency is left out, the partner's currencies are accepted.",
  auth: "signed-secret",
  scope: "campaigns:write",
  feature: "CAMPAIGNS",
  body: CreateCampaign,
  response: Campaign,
  status: 201,
  errors: CAMPAIGN_RULES,
});

export const listCampaigns = endpoint({
  method: "GET",
  path: "/v1/partner/campaigns",
  id: "listCampaigns",
  tag: "Campaigns",
  summary: "List campaigns",
  auth: "signed",
  scope: "campaigns:read",
  feature: "CAMPAIGNS",
  query: ListCampaignsQuery,
  response: CampaignList,
  status: 200,
  errors: [],
});

export const getCampaign = endpoint({
  method: "GET",
  path: "/v1/partner/campaigns/:campaignId",
  id: "getCampaign",
  tag: "Campaigns",
  summary: "Read a campaign",
  description: "tokensToday counts the UTC day.",
  auth: "signed",
  scope: "campaigns:read",
  feature: "CAMPAIGNS",
  params: CampaignParams,
  response: Campaign,
  status: 200,
  errors: ["campaign_not_found"],
});

export const updateCampaign = endpoint({
  method: "PATCH",
  path: "/v1/partner/campaigns/:campaignId",
  id: "updateCampaign",
  tag: "Campaigns",
  summary: "Change a campaign",
  description:
    "While it is ACTIVE only name, description, schedule.endsAt and budget; a COMPLETED one stays as it is. Fields left out stay, within schedule and budget too; null takes an optional part away. Lists and metadata are replaced whole. The total budget cannot go below what was given.",
  auth: "signed-secret",
  scope: "campaigns:write",
  feature: "CAMPAIGNS",
  params: CampaignParams,
  body: PatchCampaign,
  response: Campaign,
  status: 200,
  errors: ["campaign_not_found", "invalid_state_transition", ...CAMPAIGN_RULES],
});

export const activateCampaign = endpoint({
  method: "POST",
  path: "/v1/partner/campaigns/:campaignId/activate",
  id: "activateCampaign",
  tag: "Campaigns",
  summary: "Activate a campaign",
  description:
    "It becomes ACTIVE, or SCHEDULED while its start lies ahead. One that is there already is answered as it is. A schedule that has ended or a total budget that is used up must be moved first.",
  auth: "signed-secret",
  scope: "campaigns:write",
  feature: "CAMPAIGNS",
  params: CampaignParams,
  response: Campaign,
  status: 200,
  errors: ["campaign_not_found", "invalid_state_transition"],
});

export const pauseCampaign = endpoint({
  method: "POST",
  path: "/v1/partner/campaigns/:campaignId/pause",
  id: "pauseCampaign",
  tag: "Campaigns",
  summary: "Pause a campaign",
  description: "An ACTIVE or SCHEDULED one rewards nothing until it is activated again. Repeating it changes nothing.",
  auth: "signed-secret",
  scope: "campaigns:write",
  feature: "CAMPAIGNS",
  params: CampaignParams,
  response: Campaign,
  status: 200,
  errors: ["campaign_not_found", "invalid_state_transition"],
});

export const completeCampaign = endpoint({
  method: "POST",
  path: "/v1/partner/campaigns/:campaignId/complete",
  id: "completeCampaign",
  tag: "Campaigns",
  summary: "Complete a campaign",
  description: "Ends it for good. Repeating it changes nothing.",
  auth: "signed-secret",
  scope: "campaigns:write",
  feature: "CAMPAIGNS",
  params: CampaignParams,
  response: Campaign,
  status: 200,
  errors: ["campaign_not_found"],
});

export const getSummary = endpoint({
  method: "GET",
  path: "/v1/partner/dashboard/summary",
  id: "getSummary",
  tag: "Dashboard",
  summary: "Read the figures of a period",
  description:
    "The last 30 days unless said; from is inside, to is outside. Pools are as they are now. Each action counts once: completed, failed or reversed (in part or whole). users: total at the end of the period, active with a transaction in it. errors are answers from 400 up, those that were rateLimited among them. Deliveries count for the day they were made. Rates are parts of one, and 0 when there is nothing to be a part of.",
  auth: "signed",
  scope: "dashboard:read",
  feature: "DASHBOARD",
  query: SummaryQuery,
  response: Summary,
  status: 200,
  errors: [],
});

export const getTimeseries = endpoint({
  method: "GET",
  path: "/v1/partner/dashboard/timeseries",
  id: "getTimeseries",
  tag: "Dashboard",
  summary: "Read a metric over time",
  description:
    "One point for each hour, day, week (from Monday) or month in UTC that the period touches, 0 where nothing happened; 750 at most. The last 30 days by day unless said. The first and the last point hold only what lies inside the period.",
  auth: "signed",
  scope: "dashboard:read",
  feature: "DASHBOARD",
  query: TimeseriesQuery,
  response: Timeseries,
  status: 200,
  errors: [],
});

export const getGoLive = endpoint({
  method: "GET",
  path: "/v1/partner/dashboard/go-live",
  id: "getGoLive",
  tag: "Dashboard",
  summary: "Read the go-live checklist",
  description:
    "Seven items, each judged at this moment by recorded traffic; evidence holds the counts and the ids of what they were judged by. PENDING: not shown yet, or too long ago. FAILED: something recorded speaks against it. WAIVED: an administrator does without it. Keys of either environment see the same.",
  auth: "signed",
  scope: "dashboard:read",
  feature: "DASHBOARD",
  response: GoLive,
  status: 200,
  errors: [],
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

export const requestTokens = endpoint({
  method: "POST",
  path: "/v1/partner/token-pools/request",
  id: "requestTokens",
  tag: "Token pools",
  summary: "Ask for more tokens",
  description:
    "For the pool that is named, else the default one; without any pool, for a first one. In the sandbox up to 100,000 tokens are added at once. Everything else waits for an administrator, one request at a time for a pool; token_pool.request_updated tells the decision.",
  auth: "signed-secret",
  scope: "token_pools:request",
  feature: "TOKEN_POOLS",
  body: PoolRequestInput,
  response: PoolRequest,
  status: 202,
  errors: ["pool_not_found", "pool_not_active", "invalid_state_transition"],
});

export const listPoolRequests = endpoint({
  method: "GET",
  path: "/v1/partner/token-pools/requests",
  id: "listPoolRequests",
  tag: "Token pools",
  summary: "List requests for tokens",
  auth: "signed",
  scope: "token_pools:read",
  feature: "TOKEN_POOLS",
  query: ListPoolRequestsQuery,
  response: PoolRequestList,
  status: 200,
  errors: [],
});

const CreateGivingWebhook = CreateWebhook.safeExtend({ eventTypes: EventNames.default([]) });
const PatchGivingWebhook = PatchWebhook.safeExtend({ eventTypes: EventNames.optional() });
const TestGivingWebhook = TestWebhook.extend({ eventType: EventName.default("webhook.test") });
const ReplayGivingDeliveries = ReplayDeliveries.safeExtend({ eventTypes: EventNames.min(1).optional() });
const ListGivingEvents = ListEventsQuery.extend({ types: ListEventsQuery.shape.types.pipe(EventNames.optional()) });

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

export const updateWebhook = endpoint({
  method: "PATCH",
  path: "/v1/partner/webhooks/:webhookId",
  id: "updateWebhook",
  tag: "Webhooks",
  summary: "Change a webhook, or turn it on or off",
  description:
    "isActive: true also clears an automatic switch-off, and what was pending goes on. While a webhook is off, pending deliveries wait and it receives no new ones. headers replaces all headers.",
  auth: "signed-secret",
  scope: "webhooks:write",
  feature: "WEBHOOKS",
  params: WebhookParams,
  body: PatchGivingWebhook,
  response: Webhook,
  status: 200,
  errors: ["webhook_not_found", "webhook_url_not_allowed"],
});

export const rotateWebhookSecret = endpoint({
  method: "POST",
  path: "/v1/partner/webhooks/:webhookId/rotate-secret",
  id: "rotateWebhookSecret",
  tag: "Webhooks",
  summary: "Give a webhook a new secret",
  description:
    "For 24 hours each delivery also carries a signature by the former secret. Only the last former one is kept.",
  auth: "signed-secret",
  scope: "webhooks:write",
  feature: "WEBHOOKS",
  params: WebhookParams,
  response: RotatedSecret,
  status: 200,
  errors: ["webhook_not_found"],
});

export const testWebhook = endpoint({
  method: "POST",
  path: "/v1/partner/webhooks/:webhookId/test",
  id: "testWebhook",
  tag: "Webhooks",
  summary: "Send a test event",
  description:
    "Sends sample data of an event type to this webhook alone, at once and once: the answer says what the receiver said. A failed test is final and never turns a webhook off.",
  auth: "signed-secret",
  scope: "webhooks:write",
  feature: "WEBHOOKS",
  params: WebhookParams,
  body: TestGivingWebhook,
  response: Delivery,
  status: 200,
  errors: ["webhook_not_found"],
});

export const probeWebhook = endpoint({
  method: "POST",
  path: "/v1/partner/webhooks/:webhookId/probe",
  id: "probeWebhook",
  tag: "Webhooks",
  summary: "Find out whether a receiver verifies signatures",
  description:
    "Sends webhook.test with probe: true three times, at once: with a wrong signature, which must be answered 4xx; with a correct one, which must be answered 2xx; and with a correct one under a timestamp ten minutes old, which should be answered 4xx but does not count. Production webhooks are probed when they are registered and every week until cutover. Never turns a webhook off. Not part of the fixed contract.",
  auth: "signed-secret",
  scope: "webhooks:write",
  feature: "WEBHOOKS",
  params: WebhookParams,
  response: WebhookProbe,
  status: 200,
  errors: ["webhook_not_found"],
});

export const replayDeliveries = endpoint({
  method: "POST",
  path: "/v1/partner/webhooks/:webhookId/replay",
  id: "replayDeliveries",
  tag: "Webhooks",
  summary: "Send many events again",
  description:
    "failedSince: every event whose last delivery to this webhook was made since then and failed or was canceled. from and to: every event of that time that the webhook subscribes to, whether delivered or not. The events keep their ids and go to the current URL, 100 a minute, at most 10,000 a call; those already on their way are left out. dryRun: true counts and sends nothing.",
  auth: "signed-secret",
  scope: "webhooks:write",
  feature: "WEBHOOKS",
  params: WebhookParams,
  body: ReplayGivingDeliveries,
  response: Replay,
  status: 202,
  errors: ["webhook_not_found", "invalid_state_transition"],
});

export const getWebhookHealth = endpoint({
  method: "GET",
  path: "/v1/partner/webhooks/:webhookId/health",
  id: "getWebhookHealth",
  tag: "Webhooks",
  summary: "Read how a webhook is doing",
  description: "Attempts of the last 24 hours, what is pending, and the last error of that time.",
  auth: "signed",
  scope: "webhooks:read",
  feature: "WEBHOOKS",
  params: WebhookParams,
  response: WebhookHealth,
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

export const redeliverDelivery = endpoint({
  method: "POST",
  path: "/v1/partner/webhooks/:webhookId/deliveries/:deliveryId/redeliver",
  id: "redeliverDelivery",
  tag: "Webhooks",
  summary: "Send a delivery again",
  description:
    "Makes a new delivery of the same event: same event id, same body, current URL. Its verdict compares it with the delivery it repeats. One that is still pending is refused, as is any while the webhook is off.",
  auth: "signed-secret",
  scope: "webhooks:write",
  feature: "WEBHOOKS",
  params: DeliveryParams,
  response: Delivery,
  status: 202,
  errors: ["webhook_not_found", "delivery_not_found", "invalid_state_transition"],
});

export const listEventTypes = endpoint({
  method: "GET",
  path: "/v1/partner/webhooks/event-types",
  id: "listEventTypes",
  tag: "Webhooks",
  summary: "List the event types",
  description: "Each with a sample of a delivery's body and the JSON Schema of its data.",
  auth: "signed",
  scope: "webhooks:read",
  feature: "WEBHOOKS",
  response: EventTypeList,
  status: 200,
  errors: [],
});

export const getEventAccounting = endpoint({
  method: "GET",
  path: "/v1/partner/webhooks/accounting",
  id: "getEventAccounting",
  tag: "Webhooks",
  summary: "Account for every event",
  description:
    "Where the events of the last 90 days have got to. Each is in one class: pending while any delivery of it is, else exhausted when one failed for good, else delivered, else canceled; unsubscribed when no webhook wanted it. difference is what no class accounts for, and should be 0.",
  auth: "signed",
  scope: "webhooks:read",
  feature: "WEBHOOKS",
  response: EventAccounting,
  status: 200,
  errors: [],
});

export const listEvents = endpoint({
  method: "GET",
  path: "/v1/partner/events",
  id: "listEvents",
  tag: "Webhooks",
  summary: "List events",
  description:
    "The events of the last 90 days in order, oldest first, as webhooks receive them; those of the partner as a whole stand in both environments. Pass nextCursor as after to read on: no event is skipped, however many are written meanwhile. When nothing is new, nextCursor is the one you gave; it is null only when you gave none and there is nothing. Samples sent by test calls are left out, except webhook.test.",
  auth: "signed",
  scope: "webhooks:read",
  feature: "WEBHOOKS",
  query: ListGivingEvents,
  response: EventPage,
  status: 200,
  errors: [],
});

export const listTeam = endpoint({
  method: "GET",
  path: "/v1/partner/team",
  id: "listTeam",
  tag: "Team",
  summary: "List the team and open invitations",
  description: "An addition of this server to the contract.",
  auth: "token",
  anyStatus: true,
  response: Team,
  status: 200,
  errors: ["partner_not_found"],
});

export const inviteMember = endpoint({
  method: "POST",
  path: "/v1/partner/team/invitations",
  id: "inviteMember",
  tag: "Team",
  summary: "Invite somebody to the team",
  description:
    "By mail, for owners. The link works once, for seven days; an address has one open invitation at a time. An addition of this server to the contract.",
  auth: "token",
  body: InviteMember,
  response: Invitation,
  status: 201,
  errors: ["partner_not_found", "forbidden", "user_exists", "partner_suspended", "partner_not_active"],
});

export const revokeInvitation = endpoint({
  method: "DELETE",
  path: "/v1/partner/team/invitations/:invitationId",
  id: "revokeInvitation",
  tag: "Team",
  summary: "Withdraw an invitation",
  description: "For owners. Repeating it changes nothing. An addition of this server to the contract.",
  auth: "token",
  anyStatus: true,
  params: InvitationParams,
  status: 204,
  errors: ["partner_not_found", "forbidden", "invitation_not_found", "invalid_state_transition"],
});

export const updateMember = endpoint({
  method: "PATCH",
  path: "/v1/partner/team/:userId",
  id: "updateMember",
  tag: "Team",
  summary: "Change a member of the team",
  description:
    "For owners: the role, or whether the account is open. Holds for every request that starts after the answer. The last owner stays. An addition of this server to the contract.",
  auth: "token",
  anyStatus: true,
  params: MemberParams,
  body: PatchMember,
  response: TeamMember,
  status: 200,
  errors: ["partner_not_found", "forbidden", "member_not_found", "invalid_state_transition"],
});

export const listNotifications = endpoint({
  method: "GET",
  path: "/v1/partner/notifications",
  id: "listNotifications",
  tag: "Team",
  summary: "List notifications",
  description:
    "The latest 30 events that tell what the platform did to the partner or what will befall it, and how many are new to the signed-in person. An addition of this server to the contract.",
  auth: "token",
  anyStatus: true,
  response: NotificationList,
  status: 200,
  errors: [],
});

export const markNotificationsSeen = endpoint({
  method: "POST",
  path: "/v1/partner/notifications/seen",
  id: "markNotificationsSeen",
  tag: "Team",
  summary: "Mark notifications as seen",
  description:
    "For the signed-in person, up to a time; it never goes back. An addition of this server to the contract.",
  auth: "token",
  anyStatus: true,
  body: MarkSeen,
  status: 204,
  errors: [],
});
