// Printed from the OpenAPI document of the giving API by operations.test.ts; not written by hand.

export type GivingErrorCode =
  | "ACCOUNT_DISABLED"
  | "ACTION_NOT_FOUND"
  | "ACTION_NOT_REVERSIBLE"
  | "ACTION_TYPE_NOT_REGISTERED"
  | "AMOUNT_OUT_OF_RANGE"
  | "API_KEY_EXPIRED"
  | "API_KEY_REVOKED"
  | "CAMPAIGN_BUDGET_EXCEEDED"
  | "CAMPAIGN_NOT_ACTIVE"
  | "CAMPAIGN_NOT_FOUND"
  | "CURRENCY_NOT_SUPPORTED"
  | "DELIVERY_NOT_FOUND"
  | "DONATION_NOT_FOUND"
  | "DUPLICATE_REQUEST"
  | "FEATURE_NOT_ENABLED"
  | "GO_LIVE_INCOMPLETE"
  | "IDEMPOTENCY_IN_PROGRESS"
  | "IDEMPOTENCY_KEY_REUSED"
  | "IDEMPOTENT"
  | "INSUFFICIENT_POOL"
  | "INSUFFICIENT_SCOPE"
  | "INTERNAL_ERROR"
  | "INVALID_API_KEY"
  | "INVALID_SCHEDULE"
  | "INVALID_SIGNATURE"
  | "INVALID_SPLITS"
  | "INVALID_STATE_TRANSITION"
  | "INVALID_TIERS"
  | "INVALID_TIMESTAMP"
  | "INVALID_TOKEN"
  | "IP_NOT_ALLOWED"
  | "MALFORMED_JSON"
  | "MISSING_PARTNER_KEY"
  | "MISSING_SIGNATURE"
  | "ORGANIZATION_NOT_ELIGIBLE"
  | "ORGANIZATION_NOT_FOUND"
  | "ORIGIN_NOT_ALLOWED"
  | "PARTNER_NOT_ACTIVE"
  | "PARTNER_NOT_FOUND"
  | "PARTNER_SUSPENDED"
  | "PAYLOAD_TOO_LARGE"
  | "POOL_NOT_ACTIVE"
  | "POOL_NOT_FOUND"
  | "PRODUCTION_NOT_APPROVED"
  | "PROVIDER_ERROR"
  | "PROVIDER_NOT_CONFIGURED"
  | "RATE_LIMIT_EXCEEDED"
  | "REVERSAL_NOT_COVERED"
  | "SECRET_KEY_REQUIRED"
  | "SERVICE_UNAVAILABLE"
  | "STAKEHOLDER_NOT_IN_SPLITS"
  | "STAKEHOLDER_REQUIRED"
  | "STAKEHOLDER_TYPE_NOT_REGISTERED"
  | "TIMESTAMP_OUT_OF_RANGE"
  | "TIP_NOT_SUPPORTED"
  | "TOKEN_EXPIRED"
  | "TRANSACTION_NOT_FOUND"
  | "UNKNOWN_USER"
  | "UNSUPPORTED_MEDIA_TYPE"
  | "USER_CAP_EXCEEDED"
  | "USER_EXISTS"
  | "USER_INACTIVE"
  | "USER_NOT_FOUND"
  | "VALIDATION_ERROR"
  | "WEBHOOK_LIMIT_REACHED"
  | "WEBHOOK_NOT_FOUND"
  | "WEBHOOK_URL_NOT_ALLOWED";

export type Action = {
  actionId: string;
  idempotencyKey: string;
  status: "PENDING" | "PROCESSING" | "COMPLETED" | "FAILED" | "PARTIALLY_REVERSED" | "REVERSED";
  tokensDistributed: number;
  transactionIds: string[];
  environment: "sandbox" | "production";
  campaignId: string | null;
  tokenPoolId: string | null;
  distributions: {
    stakeholderTypeCode: string;
    partnerUserId: string;
    tokens: number;
    transactionId: string;
    vestingUntil: string | null;
    expiresAt: string | null;
  }[];
  warnings: string[];
  createdAt: string;
  actionType: string;
  amount: string;
  amountMinor: number | null;
  currency: string | null;
  stakeholders: {
    stakeholderTypeCode: string;
    partnerUserId: string;
    userEmail?: string | undefined;
    userFirstName?: string | undefined;
    userLastName?: string | undefined;
  }[];
  metadata: Record<string, string | number | boolean | null>;
  failureCode: string | null;
  reversals: { id: string; amount: string; tokens: number; reason: string; createdAt: string }[];
  occurredAt: string;
  updatedAt: string;
};

export type ActionResult = {
  actionId: string;
  idempotencyKey: string;
  status: "PENDING" | "PROCESSING" | "COMPLETED" | "FAILED" | "PARTIALLY_REVERSED" | "REVERSED";
  tokensDistributed: number;
  transactionIds: string[];
  environment: "sandbox" | "production";
  campaignId: string | null;
  tokenPoolId: string | null;
  distributions: {
    stakeholderTypeCode: string;
    partnerUserId: string;
    tokens: number;
    transactionId: string;
    vestingUntil: string | null;
    expiresAt: string | null;
  }[];
  warnings: string[];
  createdAt: string;
};

export type Balance = {
  externalId: string;
  available: number;
  vesting: number;
  expired: number;
  redeemed: number;
  reversed: number;
  lifetimeEarned: number;
  nextVesting: { tokens: number; at: string } | null;
  nextExpiration: { tokens: number; at: string } | null;
  asOf: string;
};

export type BatchResult = {
  results: {
    index: number;
    idempotencyKey: string;
    httpStatus: number;
    action?: ActionResult | undefined;
    error?:
      | {
          statusCode: number;
          code: string;
          message: string;
          error: string;
          details?: unknown | undefined;
          requestId: string;
          timestamp: string;
          path: string;
        }
      | undefined;
  }[];
  summary: { total: number; completed: number; failed: number; replayed: number; tokensDistributed: number };
};

export type Campaign = {
  id: string;
  environment: "sandbox" | "production";
  name: string;
  description: string | null;
  status: "DRAFT" | "SCHEDULED" | "ACTIVE" | "PAUSED" | "COMPLETED";
  pauseReason: "MANUAL" | "BUDGET_EXHAUSTED" | "POOL_CLOSED" | null;
  isDefault: boolean;
  actionTypes: string[];
  tokenPoolId: string | null;
  currency: string | null;
  tokensPerUnit: number;
  multiplier: number;
  rounding: "HALF_UP" | "DOWN";
  splits: { stakeholderTypeCode: string; shareBps: number }[];
  unmatchedSplit: "RETURN_TO_POOL" | "REDISTRIBUTE" | "REJECT";
  tiers: { minAmount: number; maxAmount: number | null; multiplier: number; bonusTokens: number }[];
  schedule: {
    startsAt: string;
    endsAt: string | null;
    timezone: string;
    windows: { days: number[]; from: string; to: string }[];
  } | null;
  budget: {
    totalTokens: number | null;
    tokensPerDay: number | null;
    tokensPerUser: number | null;
    tokensPerAction: number | null;
  };
  metadata: Record<string, string | number | boolean | null>;
  tokensDistributed: number;
  tokensToday: number;
  actionCount: number;
  createdAt: string;
  updatedAt: string;
};

export type CreateCampaignRequest = {
  name: string;
  description?: string | null | undefined;
  actionTypes: string[];
  tokenPoolId?: string | null | undefined;
  isDefault?: boolean | undefined;
  currency?: string | null | undefined;
  tokensPerUnit?: number | string | undefined;
  multiplier?: number | string | undefined;
  rounding?: "HALF_UP" | "DOWN" | undefined;
  splits: { stakeholderTypeCode: string; shareBps: number }[];
  unmatchedSplit?: "RETURN_TO_POOL" | "REDISTRIBUTE" | "REJECT" | undefined;
  tiers?:
    | {
        minAmount: number | string;
        maxAmount: number | string | null;
        multiplier: number | string;
        bonusTokens?: number | undefined;
      }[]
    | undefined;
  budget?:
    | {
        totalTokens?: number | null | undefined;
        tokensPerDay?: number | null | undefined;
        tokensPerUser?: number | null | undefined;
        tokensPerAction?: number | null | undefined;
      }
    | null
    | undefined;
  metadata?: Record<string, string | number | boolean | null> | undefined;
  schedule?:
    | {
        startsAt: string;
        endsAt?: string | null | undefined;
        timezone?: string | undefined;
        windows?: { days: number[]; from: string; to: string }[] | undefined;
      }
    | null
    | undefined;
};

export type CreateDonationLinkRequest = {
  nonprofitSlug: string;
  amount: number;
  currency: string;
  frequency?: "once" | "monthly" | undefined;
  provider?: "every.org" | "stripe" | "sandbox" | undefined;
  donorEmail?: string | undefined;
  firstName?: string | undefined;
  lastName?: string | undefined;
  tipAmount?: number | undefined;
  tipPercent?: number | undefined;
  referralCode?: string | undefined;
  partnerUserId?: string | undefined;
  campaignId?: string | undefined;
  successUrl?: string | undefined;
  cancelUrl?: string | undefined;
  metadata?: Record<string, string | number | boolean | null> | undefined;
  idempotencyKey?: string | undefined;
};

export type CreateUserRequest = {
  externalId: string;
  email?: string | undefined;
  firstName?: string | undefined;
  lastName?: string | undefined;
  metadata?: Record<string, string | number | boolean | null> | undefined;
};

export type CreateWebhookRequest = {
  url: string;
  description?: string | undefined;
  eventTypes?:
    | (
        | "action.completed"
        | "action.failed"
        | "transaction.completed"
        | "action.reversed"
        | "transaction.reversed"
        | "user.created"
        | "user.updated"
        | "user.tokens_vested"
        | "user.tokens_expiring"
        | "user.tokens_expired"
        | "token_pool.depleted"
        | "token_pool.low_balance"
        | "token_pool.allocated"
        | "token_pool.auto_refilled"
        | "token_pool.request_updated"
        | "campaign.started"
        | "campaign.status_changed"
        | "campaign.budget_exhausted"
        | "donation.completed"
        | "donation.failed"
        | "donation.expired"
        | "donation.refunded"
        | "api_key.created"
        | "api_key.rotated"
        | "api_key.revoked"
        | "api_key.expiring"
        | "api_key.expired"
        | "partner.status_changed"
        | "partner.production_access_changed"
        | "webhook.disabled"
        | "webhook.test"
      )[]
    | undefined;
  receiveAllEvents?: boolean | undefined;
  headers?: Record<string, string> | undefined;
};

export type CreatedWebhook = {
  id: string;
  url: string;
  description: string | null;
  eventTypes: string[];
  receiveAllEvents: boolean;
  headers: Record<string, string>;
  isActive: boolean;
  environment: "sandbox" | "production";
  consecutiveFailures: number;
  disabledReason: string | null;
  lastDeliveryAt: string | null;
  lastSuccessAt: string | null;
  createdAt: string;
  updatedAt: string;
  secret: string;
};

export type DashboardSummary = {
  period: { from: string; to: string };
  actions: { total: number; completed: number; failed: number; reversed: number; byType: Record<string, number> };
  tokens: { distributed: number; reversed: number; net: number; poolBalance: number; poolAllocated: number };
  users: { total: number; active: number; new: number };
  donations: { count: number; completed: number; amountByCurrency: Record<string, number>; conversionRate: number };
  api: { requests: number; errors: number; rateLimited: number };
  webhooks: { delivered: number; failed: number; successRate: number };
  topCampaigns: { id: string; name: string; tokens: number }[];
};

export type DashboardTimeseries = {
  metric:
    | "actions"
    | "tokens_distributed"
    | "tokens_reversed"
    | "donations"
    | "donation_amount"
    | "active_users"
    | "api_requests"
    | "api_errors";
  interval: "hour" | "day" | "week" | "month";
  points: { t: string; value: number }[];
};

export type Delivery = {
  id: string;
  eventId: string;
  eventType: string;
  webhookId: string;
  status: "PENDING" | "SUCCEEDED" | "FAILED" | "EXHAUSTED" | "CANCELED";
  attempts: {
    n: number;
    at: string;
    httpStatus: number | null;
    durationMs: number;
    error: string | null;
    responseSnippet: string | null;
  }[];
  nextAttemptAt: string | null;
  redeliveryOf: string | null;
  verdict: "FIXED" | "SAME" | "REGRESSED" | null;
  createdAt: string;
};

export type DeliveryDetail = {
  id: string;
  eventId: string;
  eventType: string;
  webhookId: string;
  status: "PENDING" | "SUCCEEDED" | "FAILED" | "EXHAUSTED" | "CANCELED";
  attempts: {
    n: number;
    at: string;
    httpStatus: number | null;
    durationMs: number;
    error: string | null;
    responseSnippet: string | null;
  }[];
  nextAttemptAt: string | null;
  redeliveryOf: string | null;
  verdict: "FIXED" | "SAME" | "REGRESSED" | null;
  createdAt: string;
  body: string;
};

export type Donation = {
  partnerDonationId: string;
  status: "PENDING" | "COMPLETED" | "FAILED" | "EXPIRED" | "CANCELED" | "REFUNDED";
  rewardStatus: "NONE" | "PENDING" | "ISSUED" | "FAILED" | "REVERSED";
  tokensAwarded: number;
  actionId: string | null;
  nonprofitSlug: string;
  amount: number;
  tipAmount: number;
  currency: string;
  frequency: "once" | "monthly";
  provider: "every.org" | "stripe" | "sandbox";
  createdAt: string;
  completedAt: string | null;
  failureReason: string | null;
  charges: { at: string; amount: number; status: "COMPLETED" | "REFUNDED"; tokensAwarded: number }[];
  referralCode: string | null;
  campaignId: string | null;
  reviewReason: string | null;
};

export type DonationLink = {
  donationLink: string;
  partnerDonationId: string;
  status: "PENDING" | "COMPLETED" | "FAILED" | "EXPIRED" | "CANCELED" | "REFUNDED";
  provider: "every.org" | "stripe" | "sandbox";
  amount: number;
  tipAmount: number;
  totalAmount: number;
  currency: string;
  frequency: "once" | "monthly";
  expiresAt: string;
};

export type DonationStatus = {
  partnerDonationId: string;
  status: "PENDING" | "COMPLETED" | "FAILED" | "EXPIRED" | "CANCELED" | "REFUNDED";
  rewardStatus: "NONE" | "PENDING" | "ISSUED" | "FAILED" | "REVERSED";
  tokensAwarded: number;
  actionId: string | null;
  nonprofitSlug: string;
  amount: number;
  tipAmount: number;
  currency: string;
  frequency: "once" | "monthly";
  provider: "every.org" | "stripe" | "sandbox";
  createdAt: string;
  completedAt: string | null;
  failureReason: string | null;
  charges: { at: string; amount: number; status: "COMPLETED" | "REFUNDED"; tokensAwarded: number }[];
};

export type ErrorBody = {
  statusCode: number;
  code: string;
  message: string;
  error: string;
  details?: { field?: string | undefined; issue: string }[] | Record<string, unknown> | undefined;
  requestId: string;
  timestamp: string;
  path: string;
};

export type EventAccounting = {
  committed: number;
  delivered: number;
  pending: number;
  exhausted: number;
  canceled: number;
  unsubscribed: number;
  difference: number;
};

export type EventEnvelope = {
  id: string;
  type: string;
  createdAt: string;
  data: { environment: "sandbox" | "production" };
};

export type GoLiveChecklist = {
  ready: boolean;
  items: {
    id:
      | "live_keys"
      | "live_signing"
      | "production_pool"
      | "webhook_reachable"
      | "webhook_verification"
      | "idempotency_keys"
      | "retry_handling";
    title: string;
    status: "PASSED" | "PENDING" | "FAILED" | "WAIVED";
    evidence: { waiver?: { reason: string; at: string; observed: "PASSED" | "PENDING" | "FAILED" } | undefined };
    checkedAt: string;
  }[];
};

export type ListActionsResponse = {
  data: Action[];
  pagination: { page: number; limit: number; total: number; totalPages: number };
};

export type ListCampaignsResponse = {
  data: Campaign[];
  pagination: { page: number; limit: number; total: number; totalPages: number };
};

export type ListDeliveriesResponse = {
  data: Delivery[];
  pagination: { page: number; limit: number; total: number; totalPages: number };
};

export type ListDonationsResponse = {
  data: Donation[];
  pagination: { page: number; limit: number; total: number; totalPages: number };
};

export type ListEventTypesResponse = {
  data: { type: string; description: string; sample: Record<string, unknown>; schema: Record<string, unknown> }[];
};

export type ListEventsResponse = { data: EventEnvelope[]; nextCursor: string | null };

export type ListPoolEntriesResponse = {
  data: PoolEntry[];
  pagination: { page: number; limit: number; total: number; totalPages: number };
};

export type ListPoolRequestsResponse = {
  data: PoolRequest[];
  pagination: { page: number; limit: number; total: number; totalPages: number };
};

export type ListStakeholderTypesResponse = { data: StakeholderType[] };

export type ListTokenPoolsResponse = {
  data: TokenPool[];
  pagination: { page: number; limit: number; total: number; totalPages: number };
};

export type ListTransactionsResponse = {
  data: Transaction[];
  pagination: { page: number; limit: number; total: number; totalPages: number };
};

export type ListUserTransactionsResponse = {
  data: Transaction[];
  pagination: { page: number; limit: number; total: number; totalPages: number };
};

export type ListUsersResponse = {
  data: User[];
  pagination: { page: number; limit: number; total: number; totalPages: number };
};

export type ListWebhooksResponse = {
  data: Webhook[];
  pagination: { page: number; limit: number; total: number; totalPages: number };
};

export type Organization = {
  id: string;
  slug: string;
  name: string;
  logo: string | null;
  ein: string | null;
  status: "ACTIVE" | "INACTIVE";
  website: string | null;
  description: string | null;
};

export type PartnerConfig = {
  id: string;
  name: string;
  slug: string;
  enabledFeatures: ("DONATIONS" | "ACTIONS" | "USERS" | "CAMPAIGNS" | "TOKEN_POOLS" | "WEBHOOKS" | "DASHBOARD")[];
  rateLimit: number;
  isActive: boolean;
  webhookUrl: string | null;
  tipConfig: {
    enabled: boolean;
    defaultPercent: number;
    options?: number[] | undefined;
    maxPercent?: number | undefined;
  };
  environment: "sandbox" | "production";
  providers: ("every.org" | "stripe" | "sandbox")[];
  currencies: string[];
  minAmount: number;
  maxAmount: number;
  branding: { logo: string | null; primaryColor: string | null };
};

export type PoolEntry = {
  id: string;
  type: "ALLOCATION" | "AUTO_REFILL" | "DISTRIBUTION" | "REVERSAL" | "EXPIRY_RETURN" | "WITHDRAWAL";
  tokens: number;
  balanceAfter: number;
  actionId: string | null;
  transactionId: string;
  createdAt: string;
};

export type PoolRequest = {
  id: string;
  tokenPoolId: string | null;
  amount: number;
  approvedAmount: number | null;
  reason: string;
  status: "PENDING" | "APPROVED" | "REJECTED" | "CANCELED";
  decidedAt: string | null;
  decisionNote: string | null;
  createdAt: string;
};

export type Replay = {
  count: number;
  firstAttemptAt: string | null;
  lastAttemptAt: string | null;
  hasMore: boolean;
  nextFrom: string | null;
  dryRun: boolean;
};

export type ReplayDeliveriesRequest = {
  failedSince?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  eventTypes?:
    | (
        | "action.completed"
        | "action.failed"
        | "transaction.completed"
        | "action.reversed"
        | "transaction.reversed"
        | "user.created"
        | "user.updated"
        | "user.tokens_vested"
        | "user.tokens_expiring"
        | "user.tokens_expired"
        | "token_pool.depleted"
        | "token_pool.low_balance"
        | "token_pool.allocated"
        | "token_pool.auto_refilled"
        | "token_pool.request_updated"
        | "campaign.started"
        | "campaign.status_changed"
        | "campaign.budget_exhausted"
        | "donation.completed"
        | "donation.failed"
        | "donation.expired"
        | "donation.refunded"
        | "api_key.created"
        | "api_key.rotated"
        | "api_key.revoked"
        | "api_key.expiring"
        | "api_key.expired"
        | "partner.status_changed"
        | "partner.production_access_changed"
        | "webhook.disabled"
        | "webhook.test"
      )[]
    | undefined;
  dryRun?: boolean | undefined;
};

export type RequestTokensRequest = {
  amount: number;
  reason: string;
  tokenPoolId?: string | undefined;
  expectedMonthlyActionVolume?: number | undefined;
};

export type Reversal = {
  actionId: string;
  status: "REVERSED" | "PARTIALLY_REVERSED";
  tokensReversed: number;
  tokensUnrecoverable: number;
  totalReversed: number;
  transactionIds: string[];
  createdAt: string;
};

export type ReverseActionRequest = {
  idempotencyKey: string;
  reason: "REFUND" | "CANCELLATION" | "FRAUD" | "ERROR" | "OTHER";
  note?: string | undefined;
  amount?: number | string | undefined;
  allowPartial?: boolean | undefined;
};

export type RotatedWebhookSecret = { id: string; secret: string; previousSecretValidUntil: string };

export type StakeholderType = { code: string; name: string; description: string; isSystem: boolean };

export type SubmitActionRequest = {
  idempotencyKey: string;
  actionType: string;
  amount: number | string;
  currency?: string | undefined;
  stakeholders: {
    stakeholderTypeCode: string;
    partnerUserId: string;
    userEmail?: string | undefined;
    userFirstName?: string | undefined;
    userLastName?: string | undefined;
  }[];
  autoCreateUsers?: boolean | undefined;
  metadata?: Record<string, string | number | boolean | null> | undefined;
  campaignId?: string | undefined;
  tokenPoolId?: string | undefined;
  occurredAt?: string | undefined;
  description?: string | undefined;
};

export type SubmitActionsRequest = {
  actions: {
    idempotencyKey: string;
    actionType: string;
    amount: number | string;
    currency?: string | undefined;
    stakeholders: {
      stakeholderTypeCode: string;
      partnerUserId: string;
      userEmail?: string | undefined;
      userFirstName?: string | undefined;
      userLastName?: string | undefined;
    }[];
    autoCreateUsers?: boolean | undefined;
    metadata?: Record<string, string | number | boolean | null> | undefined;
    campaignId?: string | undefined;
    tokenPoolId?: string | undefined;
    occurredAt?: string | undefined;
    description?: string | undefined;
  }[];
  mode?: "independent" | "atomic" | undefined;
};

export type TestWebhookRequest = {
  eventType?:
    | "action.completed"
    | "action.failed"
    | "transaction.completed"
    | "action.reversed"
    | "transaction.reversed"
    | "user.created"
    | "user.updated"
    | "user.tokens_vested"
    | "user.tokens_expiring"
    | "user.tokens_expired"
    | "token_pool.depleted"
    | "token_pool.low_balance"
    | "token_pool.allocated"
    | "token_pool.auto_refilled"
    | "token_pool.request_updated"
    | "campaign.started"
    | "campaign.status_changed"
    | "campaign.budget_exhausted"
    | "donation.completed"
    | "donation.failed"
    | "donation.expired"
    | "donation.refunded"
    | "api_key.created"
    | "api_key.rotated"
    | "api_key.revoked"
    | "api_key.expiring"
    | "api_key.expired"
    | "partner.status_changed"
    | "partner.production_access_changed"
    | "webhook.disabled"
    | "webhook.test"
    | undefined;
};

export type TokenPool = {
  id: string;
  name: string;
  environment: "sandbox" | "production";
  status: "ACTIVE" | "PAUSED" | "DEPLETED" | "CLOSED";
  isDefault: boolean;
  balance: number;
  allocated: number;
  distributed: number;
  returned: number;
  withdrawn: number;
  lowBalanceThreshold: number | null;
  autoRefill: { enabled: boolean; threshold: number; amount: number; maxPerMonth: number; usedThisMonth: number };
  restrictions: {
    vesting: {
      type: "NONE" | "CLIFF" | "LINEAR";
      cliffDays?: number | undefined;
      durationDays?: number | undefined;
      intervalDays?: number | undefined;
    };
    expiration: {
      type: "NONE" | "AFTER_ISSUE" | "FIXED_DATE";
      days?: number | undefined;
      date?: string | undefined;
      returnToPool?: boolean | undefined;
    };
    redemption: {
      enabled: boolean;
      minTokens?: number | undefined;
      maxTokensPerDay?: number | undefined;
      maxTokensPerUser?: number | undefined;
      allowedUses: ("DONATION" | "GIFT_CARD" | "MERCHANDISE" | "TRANSFER")[];
    };
    allowedActionTypes?: string[] | undefined;
    maxTokensPerAction?: number | undefined;
  };
  createdAt: string;
  updatedAt: string;
};

export type Transaction = {
  id: string;
  type: "DISTRIBUTION" | "REVERSAL" | "VESTING_RELEASE" | "EXPIRATION" | "REDEMPTION";
  status: "COMPLETED" | "REVERSED" | "PARTIALLY_REVERSED";
  tokens: number;
  externalId: string;
  stakeholderTypeCode: string | null;
  actionId: string | null;
  campaignId: string | null;
  tokenPoolId: string;
  reversesTransactionId: string | null;
  vestingUntil: string | null;
  expiresAt: string | null;
  createdAt: string;
};

export type UpdateCampaignRequest = {
  name?: string | undefined;
  description?: string | null | undefined;
  actionTypes?: string[] | undefined;
  tokenPoolId?: string | null | undefined;
  isDefault?: boolean | undefined;
  currency?: string | null | undefined;
  tokensPerUnit?: number | string | undefined;
  multiplier?: number | string | undefined;
  rounding?: "HALF_UP" | "DOWN" | undefined;
  splits?: { stakeholderTypeCode: string; shareBps: number }[] | undefined;
  unmatchedSplit?: "RETURN_TO_POOL" | "REDISTRIBUTE" | "REJECT" | undefined;
  tiers?:
    | {
        minAmount: number | string;
        maxAmount: number | string | null;
        multiplier: number | string;
        bonusTokens?: number | undefined;
      }[]
    | undefined;
  budget?:
    | {
        totalTokens?: number | null | undefined;
        tokensPerDay?: number | null | undefined;
        tokensPerUser?: number | null | undefined;
        tokensPerAction?: number | null | undefined;
      }
    | null
    | undefined;
  metadata?: Record<string, string | number | boolean | null> | undefined;
  schedule?:
    | {
        startsAt?: string | undefined;
        endsAt?: string | null | undefined;
        timezone?: string | undefined;
        windows?: { days: number[]; from: string; to: string }[] | undefined;
      }
    | null
    | undefined;
};

export type UpdateUserRequest = {
  email?: string | null | undefined;
  firstName?: string | null | undefined;
  lastName?: string | null | undefined;
  status?: "ACTIVE" | "INACTIVE" | undefined;
  metadata?: Record<string, string | number | boolean | null> | undefined;
};

export type UpdateWebhookRequest = {
  url?: string | undefined;
  description?: string | null | undefined;
  eventTypes?:
    | (
        | "action.completed"
        | "action.failed"
        | "transaction.completed"
        | "action.reversed"
        | "transaction.reversed"
        | "user.created"
        | "user.updated"
        | "user.tokens_vested"
        | "user.tokens_expiring"
        | "user.tokens_expired"
        | "token_pool.depleted"
        | "token_pool.low_balance"
        | "token_pool.allocated"
        | "token_pool.auto_refilled"
        | "token_pool.request_updated"
        | "campaign.started"
        | "campaign.status_changed"
        | "campaign.budget_exhausted"
        | "donation.completed"
        | "donation.failed"
        | "donation.expired"
        | "donation.refunded"
        | "api_key.created"
        | "api_key.rotated"
        | "api_key.revoked"
        | "api_key.expiring"
        | "api_key.expired"
        | "partner.status_changed"
        | "partner.production_access_changed"
        | "webhook.disabled"
        | "webhook.test"
      )[]
    | undefined;
  receiveAllEvents?: boolean | undefined;
  headers?: Record<string, string> | undefined;
  isActive?: boolean | undefined;
};

export type User = {
  id: string;
  externalId: string;
  email: string | null;
  firstName: string | null;
  lastName: string | null;
  status: "ACTIVE" | "INACTIVE";
  metadata: Record<string, string | number | boolean | null>;
  environment: "sandbox" | "production";
  createdAt: string;
  updatedAt: string;
};

export type ValidateActionRequest = {
  idempotencyKey?: string | undefined;
  actionType: string;
  amount: number | string;
  currency?: string | undefined;
  stakeholders: {
    stakeholderTypeCode: string;
    partnerUserId: string;
    userEmail?: string | undefined;
    userFirstName?: string | undefined;
    userLastName?: string | undefined;
  }[];
  autoCreateUsers?: boolean | undefined;
  metadata?: Record<string, string | number | boolean | null> | undefined;
  campaignId?: string | undefined;
  tokenPoolId?: string | undefined;
  occurredAt?: string | undefined;
  description?: string | undefined;
};

export type Validation = {
  valid: boolean;
  errors: { code: string; message: string; field?: string | undefined }[];
  preview?:
    | {
        tokensTotal: number;
        distributions: { stakeholderTypeCode: string; partnerUserId: string; tokens: number }[];
        returnedToPool: number;
        campaignId: string | null;
        tokenPoolId: string;
        poolBalanceBefore: number;
        poolBalanceAfter: number;
        tierMatched: number | null;
      }
    | undefined;
};

export type Webhook = {
  id: string;
  url: string;
  description: string | null;
  eventTypes: string[];
  receiveAllEvents: boolean;
  headers: Record<string, string>;
  isActive: boolean;
  environment: "sandbox" | "production";
  consecutiveFailures: number;
  disabledReason: string | null;
  lastDeliveryAt: string | null;
  lastSuccessAt: string | null;
  createdAt: string;
  updatedAt: string;
};

export type WebhookHealth = {
  attempts24h: number;
  failedAttempts24h: number;
  medianMs24h: number | null;
  p95Ms24h: number | null;
  oldestPendingAt: string | null;
  pending: number;
  lastError: string | null;
};

export type WebhookProbe = {
  id: string;
  webhookId: string;
  environment: "sandbox" | "production";
  passed: boolean;
  wrongSignature: {
    deliveryId: string;
    eventId: string;
    httpStatus: number | null;
    error: string | null;
    passed: boolean;
  };
  correctSignature: {
    deliveryId: string;
    eventId: string;
    httpStatus: number | null;
    error: string | null;
    passed: boolean;
  };
  staleTimestamp: {
    deliveryId: string;
    eventId: string;
    httpStatus: number | null;
    error: string | null;
    passed: boolean;
  };
  startedAt: string;
  finishedAt: string;
};

export type Operations = {
  /** Reverse an action. */
  reverseAction: { input: { actionId: string } & ReverseActionRequest; output: Reversal };
  /** Submit up to 100 actions. */
  submitActions: { input: SubmitActionsRequest; output: BatchResult };
  /** Submit an action. */
  submitAction: { input: SubmitActionRequest; output: ActionResult };
  /** Try an action out. */
  validateAction: { input: ValidateActionRequest; output: Validation };
  /** List actions. */
  listActions: {
    input: {
      page?: number | undefined;
      limit?: number | undefined;
      sort?: "createdAt" | "-createdAt" | undefined;
      status?: "PENDING" | "PROCESSING" | "COMPLETED" | "FAILED" | "PARTIALLY_REVERSED" | "REVERSED" | undefined;
      actionType?: string | undefined;
      campaignId?: string | undefined;
      tokenPoolId?: string | undefined;
      externalId?: string | undefined;
      idempotencyKey?: string | undefined;
      from?: string | undefined;
      to?: string | undefined;
    };
    output: ListActionsResponse;
  };
  /** Read an action. */
  getAction: { input: { actionId: string }; output: Action };
  /** List the stakeholder types. */
  listStakeholderTypes: { input: object; output: ListStakeholderTypesResponse };
  /** Create a reward recipient. */
  createUser: { input: CreateUserRequest; output: User };
  /** List reward recipients. */
  listUsers: {
    input: {
      page?: number | undefined;
      limit?: number | undefined;
      search?: string | undefined;
      status?: "ACTIVE" | "INACTIVE" | undefined;
      from?: string | undefined;
      to?: string | undefined;
      sort?: "createdAt" | "-createdAt" | undefined;
    };
    output: ListUsersResponse;
  };
  /** Read a reward recipient. */
  getUser: { input: { externalId: string }; output: User };
  /** Change a reward recipient. */
  updateUser: { input: { externalId: string } & UpdateUserRequest; output: User };
  /** Read a recipient's balance. */
  getBalance: { input: { externalId: string }; output: Balance };
  /** List a recipient's transactions. */
  listUserTransactions: {
    input: {
      externalId: string;
      page?: number | undefined;
      limit?: number | undefined;
      type?: "DISTRIBUTION" | "REVERSAL" | "VESTING_RELEASE" | "EXPIRATION" | "REDEMPTION" | undefined;
      status?: "COMPLETED" | "REVERSED" | "PARTIALLY_REVERSED" | undefined;
      from?: string | undefined;
      to?: string | undefined;
    };
    output: ListUserTransactionsResponse;
  };
  /** List transactions. */
  listTransactions: {
    input: {
      page?: number | undefined;
      limit?: number | undefined;
      sort?: "createdAt" | "-createdAt" | undefined;
      type?: "DISTRIBUTION" | "REVERSAL" | "VESTING_RELEASE" | "EXPIRATION" | "REDEMPTION" | undefined;
      status?: "COMPLETED" | "REVERSED" | "PARTIALLY_REVERSED" | undefined;
      from?: string | undefined;
      to?: string | undefined;
      externalId?: string | undefined;
      actionId?: string | undefined;
      campaignId?: string | undefined;
      tokenPoolId?: string | undefined;
    };
    output: ListTransactionsResponse;
  };
  /** Read a transaction. */
  getTransaction: { input: { transactionId: string }; output: Transaction };
  /** Ask for more tokens. */
  requestTokens: { input: RequestTokensRequest; output: PoolRequest };
  /** List token pools. */
  listTokenPools: { input: { page?: number | undefined; limit?: number | undefined }; output: ListTokenPoolsResponse };
  /** Read a token pool. */
  getTokenPool: { input: { poolId: string }; output: TokenPool };
  /** List a pool's entries. */
  listPoolEntries: {
    input: {
      poolId: string;
      page?: number | undefined;
      limit?: number | undefined;
      type?: "ALLOCATION" | "AUTO_REFILL" | "DISTRIBUTION" | "REVERSAL" | "EXPIRY_RETURN" | "WITHDRAWAL" | undefined;
      from?: string | undefined;
      to?: string | undefined;
    };
    output: ListPoolEntriesResponse;
  };
  /** List requests for tokens. */
  listPoolRequests: {
    input: {
      page?: number | undefined;
      limit?: number | undefined;
      status?: "PENDING" | "APPROVED" | "REJECTED" | "CANCELED" | undefined;
    };
    output: ListPoolRequestsResponse;
  };
  /** Create a campaign. */
  createCampaign: { input: CreateCampaignRequest; output: Campaign };
  /** List campaigns. */
  listCampaigns: {
    input: {
      page?: number | undefined;
      limit?: number | undefined;
      status?: "DRAFT" | "SCHEDULED" | "ACTIVE" | "PAUSED" | "COMPLETED" | undefined;
      actionType?: string | undefined;
    };
    output: ListCampaignsResponse;
  };
  /** Activate a campaign. */
  activateCampaign: { input: { campaignId: string }; output: Campaign };
  /** Complete a campaign. */
  completeCampaign: { input: { campaignId: string }; output: Campaign };
  /** Pause a campaign. */
  pauseCampaign: { input: { campaignId: string }; output: Campaign };
  /** Read a campaign. */
  getCampaign: { input: { campaignId: string }; output: Campaign };
  /** Change a campaign. */
  updateCampaign: { input: { campaignId: string } & UpdateCampaignRequest; output: Campaign };
  /** Read the go-live checklist. */
  getGoLive: { input: object; output: GoLiveChecklist };
  /** Read the figures of a period. */
  getSummary: { input: { from?: string | undefined; to?: string | undefined }; output: DashboardSummary };
  /** Read a metric over time. */
  getTimeseries: {
    input: {
      metric:
        | "actions"
        | "tokens_distributed"
        | "tokens_reversed"
        | "donations"
        | "donation_amount"
        | "active_users"
        | "api_requests"
        | "api_errors";
      interval?: "hour" | "day" | "week" | "month" | undefined;
      from?: string | undefined;
      to?: string | undefined;
    };
    output: DashboardTimeseries;
  };
  /** Register a webhook. */
  createWebhook: { input: CreateWebhookRequest; output: CreatedWebhook };
  /** List webhooks. */
  listWebhooks: { input: { page?: number | undefined; limit?: number | undefined }; output: ListWebhooksResponse };
  /** Send a delivery again. */
  redeliverDelivery: { input: { webhookId: string; deliveryId: string }; output: Delivery };
  /** Find out whether a receiver verifies signatures. */
  probeWebhook: { input: { webhookId: string }; output: WebhookProbe };
  /** Send many events again. */
  replayDeliveries: { input: { webhookId: string } & ReplayDeliveriesRequest; output: Replay };
  /** Give a webhook a new secret. */
  rotateWebhookSecret: { input: { webhookId: string }; output: RotatedWebhookSecret };
  /** Send a test event. */
  testWebhook: { input: { webhookId: string } & TestWebhookRequest; output: Delivery };
  /** List events. */
  listEvents: {
    input: {
      after?: string | undefined;
      limit?: number | undefined;
      types?: string | undefined;
      from?: string | undefined;
    };
    output: ListEventsResponse;
  };
  /** Read a webhook. */
  getWebhook: { input: { webhookId: string }; output: Webhook };
  /** Change a webhook, or turn it on or off. */
  updateWebhook: { input: { webhookId: string } & UpdateWebhookRequest; output: Webhook };
  /** Delete a webhook. */
  deleteWebhook: { input: { webhookId: string }; output: undefined };
  /** List a webhook's deliveries. */
  listDeliveries: {
    input: {
      webhookId: string;
      page?: number | undefined;
      limit?: number | undefined;
      status?: "PENDING" | "SUCCEEDED" | "FAILED" | "EXHAUSTED" | "CANCELED" | undefined;
      eventType?: string | undefined;
      from?: string | undefined;
      to?: string | undefined;
    };
    output: ListDeliveriesResponse;
  };
  /** Read a delivery. */
  getDelivery: { input: { webhookId: string; deliveryId: string }; output: DeliveryDetail };
  /** Read how a webhook is doing. */
  getWebhookHealth: { input: { webhookId: string }; output: WebhookHealth };
  /** Account for every event. */
  getEventAccounting: { input: object; output: EventAccounting };
  /** List the event types. */
  listEventTypes: { input: object; output: ListEventTypesResponse };
  /** Create a donation link. */
  createDonationLink: { input: CreateDonationLinkRequest; output: DonationLink };
  /** List donations. */
  listDonations: {
    input: {
      page?: number | undefined;
      limit?: number | undefined;
      sort?: "createdAt" | "-createdAt" | undefined;
      partnerDonationId?: string | undefined;
      status?: "PENDING" | "COMPLETED" | "FAILED" | "EXPIRED" | "CANCELED" | "REFUNDED" | undefined;
      rewardStatus?: "NONE" | "PENDING" | "ISSUED" | "FAILED" | "REVERSED" | undefined;
      nonprofitSlug?: string | undefined;
      referralCode?: string | undefined;
      externalId?: string | undefined;
      frequency?: "once" | "monthly" | undefined;
      from?: string | undefined;
      to?: string | undefined;
    };
    output: ListDonationsResponse;
  };
  /** Read how a donation stands. */
  getDonationStatus: { input: { partnerDonationId: string }; output: DonationStatus };
  /** Read the public configuration. */
  getConfig: { input: object; output: PartnerConfig };
  /** Read a nonprofit. */
  getOrganization: { input: { slug: string }; output: Organization };
};

export type OperationId = keyof Operations;

type Address = {
  method: string;
  path: string;
  query: readonly string[];
  body: boolean;
  idempotent: boolean;
  takesKey: boolean;
};

export const OPERATIONS: Readonly<Record<OperationId, Address>> = {
  reverseAction: {
    method: "POST",
    path: "/v1/partner/actions/{actionId}/reverse",
    query: [],
    body: true,
    idempotent: true,
    takesKey: true,
  },
  submitActions: {
    method: "POST",
    path: "/v1/partner/actions/batch",
    query: [],
    body: true,
    idempotent: true,
    takesKey: false,
  },
  submitAction: {
    method: "POST",
    path: "/v1/partner/actions/submit",
    query: [],
    body: true,
    idempotent: true,
    takesKey: true,
  },
  validateAction: {
    method: "POST",
    path: "/v1/partner/actions/validate",
    query: [],
    body: true,
    idempotent: true,
    takesKey: true,
  },
  listActions: {
    method: "GET",
    path: "/v1/partner/actions",
    query: [
      "page",
      "limit",
      "sort",
      "status",
      "actionType",
      "campaignId",
      "tokenPoolId",
      "externalId",
      "idempotencyKey",
      "from",
      "to",
    ],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  getAction: {
    method: "GET",
    path: "/v1/partner/actions/{actionId}",
    query: [],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  listStakeholderTypes: {
    method: "GET",
    path: "/v1/partner/stakeholder-types",
    query: [],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  createUser: { method: "POST", path: "/v1/partner/users", query: [], body: true, idempotent: true, takesKey: false },
  listUsers: {
    method: "GET",
    path: "/v1/partner/users",
    query: ["page", "limit", "search", "status", "from", "to", "sort"],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  getUser: {
    method: "GET",
    path: "/v1/partner/users/{externalId}",
    query: [],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  updateUser: {
    method: "PATCH",
    path: "/v1/partner/users/{externalId}",
    query: [],
    body: true,
    idempotent: false,
    takesKey: false,
  },
  getBalance: {
    method: "GET",
    path: "/v1/partner/users/{externalId}/balance",
    query: [],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  listUserTransactions: {
    method: "GET",
    path: "/v1/partner/users/{externalId}/transactions",
    query: ["page", "limit", "type", "status", "from", "to"],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  listTransactions: {
    method: "GET",
    path: "/v1/partner/transactions",
    query: [
      "page",
      "limit",
      "sort",
      "type",
      "status",
      "from",
      "to",
      "externalId",
      "actionId",
      "campaignId",
      "tokenPoolId",
    ],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  getTransaction: {
    method: "GET",
    path: "/v1/partner/transactions/{transactionId}",
    query: [],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  requestTokens: {
    method: "POST",
    path: "/v1/partner/token-pools/request",
    query: [],
    body: true,
    idempotent: false,
    takesKey: false,
  },
  listTokenPools: {
    method: "GET",
    path: "/v1/partner/token-pools",
    query: ["page", "limit"],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  getTokenPool: {
    method: "GET",
    path: "/v1/partner/token-pools/{poolId}",
    query: [],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  listPoolEntries: {
    method: "GET",
    path: "/v1/partner/token-pools/{poolId}/transactions",
    query: ["page", "limit", "type", "from", "to"],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  listPoolRequests: {
    method: "GET",
    path: "/v1/partner/token-pools/requests",
    query: ["page", "limit", "status"],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  createCampaign: {
    method: "POST",
    path: "/v1/partner/campaigns",
    query: [],
    body: true,
    idempotent: false,
    takesKey: false,
  },
  listCampaigns: {
    method: "GET",
    path: "/v1/partner/campaigns",
    query: ["page", "limit", "status", "actionType"],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  activateCampaign: {
    method: "POST",
    path: "/v1/partner/campaigns/{campaignId}/activate",
    query: [],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  completeCampaign: {
    method: "POST",
    path: "/v1/partner/campaigns/{campaignId}/complete",
    query: [],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  pauseCampaign: {
    method: "POST",
    path: "/v1/partner/campaigns/{campaignId}/pause",
    query: [],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  getCampaign: {
    method: "GET",
    path: "/v1/partner/campaigns/{campaignId}",
    query: [],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  updateCampaign: {
    method: "PATCH",
    path: "/v1/partner/campaigns/{campaignId}",
    query: [],
    body: true,
    idempotent: false,
    takesKey: false,
  },
  getGoLive: {
    method: "GET",
    path: "/v1/partner/dashboard/go-live",
    query: [],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  getSummary: {
    method: "GET",
    path: "/v1/partner/dashboard/summary",
    query: ["from", "to"],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  getTimeseries: {
    method: "GET",
    path: "/v1/partner/dashboard/timeseries",
    query: ["metric", "interval", "from", "to"],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  createWebhook: {
    method: "POST",
    path: "/v1/partner/webhooks",
    query: [],
    body: true,
    idempotent: false,
    takesKey: false,
  },
  listWebhooks: {
    method: "GET",
    path: "/v1/partner/webhooks",
    query: ["page", "limit"],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  redeliverDelivery: {
    method: "POST",
    path: "/v1/partner/webhooks/{webhookId}/deliveries/{deliveryId}/redeliver",
    query: [],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  probeWebhook: {
    method: "POST",
    path: "/v1/partner/webhooks/{webhookId}/probe",
    query: [],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  replayDeliveries: {
    method: "POST",
    path: "/v1/partner/webhooks/{webhookId}/replay",
    query: [],
    body: true,
    idempotent: false,
    takesKey: false,
  },
  rotateWebhookSecret: {
    method: "POST",
    path: "/v1/partner/webhooks/{webhookId}/rotate-secret",
    query: [],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  testWebhook: {
    method: "POST",
    path: "/v1/partner/webhooks/{webhookId}/test",
    query: [],
    body: true,
    idempotent: false,
    takesKey: false,
  },
  listEvents: {
    method: "GET",
    path: "/v1/partner/events",
    query: ["after", "limit", "types", "from"],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  getWebhook: {
    method: "GET",
    path: "/v1/partner/webhooks/{webhookId}",
    query: [],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  updateWebhook: {
    method: "PATCH",
    path: "/v1/partner/webhooks/{webhookId}",
    query: [],
    body: true,
    idempotent: false,
    takesKey: false,
  },
  deleteWebhook: {
    method: "DELETE",
    path: "/v1/partner/webhooks/{webhookId}",
    query: [],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  listDeliveries: {
    method: "GET",
    path: "/v1/partner/webhooks/{webhookId}/deliveries",
    query: ["page", "limit", "status", "eventType", "from", "to"],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  getDelivery: {
    method: "GET",
    path: "/v1/partner/webhooks/{webhookId}/deliveries/{deliveryId}",
    query: [],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  getWebhookHealth: {
    method: "GET",
    path: "/v1/partner/webhooks/{webhookId}/health",
    query: [],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  getEventAccounting: {
    method: "GET",
    path: "/v1/partner/webhooks/accounting",
    query: [],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  listEventTypes: {
    method: "GET",
    path: "/v1/partner/webhooks/event-types",
    query: [],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  createDonationLink: {
    method: "POST",
    path: "/v1/partner/donations/create-link",
    query: [],
    body: true,
    idempotent: false,
    takesKey: true,
  },
  listDonations: {
    method: "GET",
    path: "/v1/partner/donations",
    query: [
      "page",
      "limit",
      "sort",
      "partnerDonationId",
      "status",
      "rewardStatus",
      "nonprofitSlug",
      "referralCode",
      "externalId",
      "frequency",
      "from",
      "to",
    ],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  getDonationStatus: {
    method: "GET",
    path: "/v1/partner/donations/status/{partnerDonationId}",
    query: [],
    body: false,
    idempotent: false,
    takesKey: false,
  },
  getConfig: { method: "GET", path: "/v1/partner/config", query: [], body: false, idempotent: false, takesKey: false },
  getOrganization: {
    method: "GET",
    path: "/v1/partner/organizations/{slug}",
    query: [],
    body: false,
    idempotent: false,
    takesKey: false,
  },
};
