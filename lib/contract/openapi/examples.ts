/** Bodies of requests and answers, by operation. A test parses each by its schema. */
export const EXAMPLES: Record<string, { request?: object; response?: object }> = {
  register: {
    request: {
      email: "jane@acme.example",
      password: "correct horse battery",
      firstName: "Jane",
      lastName: "Miller",
      organizationName: "Acme Outdoor",
    },
  },
  login: { request: { email: "jane@acme.example", password: "correct horse battery" } },
  refresh: { request: { refreshToken: "the refreshToken of the last answer" } },
  logout: { request: { refreshToken: "the refreshToken of the last answer" } },
  createKey: {
    request: { name: "Checkout backend", environment: "sandbox" },
    response: {
      id: "key_695b9e0d4f1a2b3c4d5e6f70",
      partnerId: "695b9e0d4f1a2b3c4d5e6f60",
      name: "Checkout backend",
      environment: "sandbox",
      publicKey: "pk_test_4f0c…",
      secretKey: "sk_test_91be…",
      hmacSecret: "8f1c0d5e…",
      keyType: "secret",
      scopes: ["config:read", "users:read", "actions:read", "actions:write"],
      expiresAt: null,
      createdAt: "2026-01-01T00:00:00.000Z",
    },
  },
  updateKey: { request: { name: "Checkout backend, blue", expiresAt: "2027-01-01T00:00:00.000Z" } },
  submitAction: {
    request: {
      idempotencyKey: "order-7001",
      actionType: "PURCHASE",
      amount: 49.99,
      currency: "USD",
      stakeholders: [{ stakeholderTypeCode: "CUSTOMER", partnerUserId: "cust-314" }],
      autoCreateUsers: true,
    },
    response: {
      actionId: "695b9e0d4f1a2b3c4d5e6f72",
      idempotencyKey: "order-7001",
      status: "COMPLETED",
      tokensDistributed: 50,
      transactionIds: ["695b9e0d4f1a2b3c4d5e6f73"],
      environment: "sandbox",
      campaignId: null,
      tokenPoolId: "695b9e0d4f1a2b3c4d5e6f80",
      distributions: [
        {
          stakeholderTypeCode: "CUSTOMER",
          partnerUserId: "cust-314",
          tokens: 50,
          transactionId: "695b9e0d4f1a2b3c4d5e6f73",
          vestingUntil: null,
          expiresAt: null,
        },
      ],
      warnings: [],
      createdAt: "2026-01-01T00:01:01.000Z",
    },
  },
  getBalance: {
    response: {
      externalId: "cust-314",
      available: 50,
      vesting: 0,
      expired: 0,
      redeemed: 0,
      reversed: 0,
      lifetimeEarned: 50,
      nextVesting: null,
      nextExpiration: null,
      asOf: "2026-01-01T00:01:02.000Z",
    },
  },
  createWebhook: {
    request: {
      url: "https://partner.example/webhooks/portico",
      description: "Order service",
      eventTypes: ["action.completed", "action.failed"],
    },
  },
};

/** `data` of each event beside `environment`. */
export const EVENT_EXAMPLES: Record<string, object> = {
  "action.completed": {
    actionId: "695b9e0d4f1a2b3c4d5e6f72",
    idempotencyKey: "order-7001",
    actionType: "PURCHASE",
    status: "COMPLETED",
    tokensDistributed: 50,
    transactionIds: ["695b9e0d4f1a2b3c4d5e6f73"],
    campaignId: null,
    tokenPoolId: "695b9e0d4f1a2b3c4d5e6f80",
    distributions: [
      {
        stakeholderTypeCode: "CUSTOMER",
        partnerUserId: "cust-314",
        tokens: 50,
        transactionId: "695b9e0d4f1a2b3c4d5e6f73",
        vestingUntil: null,
        expiresAt: null,
      },
    ],
  },
  "action.failed": {
    actionId: "695b9e0d4f1a2b3c4d5e6f72",
    idempotencyKey: "order-7001",
    actionType: "PURCHASE",
    failureCode: "INSUFFICIENT_POOL",
    message: "The token pool does not cover this action.",
  },
  "transaction.completed": {
    transactionId: "695b9e0d4f1a2b3c4d5e6f73",
    actionId: "695b9e0d4f1a2b3c4d5e6f72",
    externalId: "cust-314",
    stakeholderTypeCode: "CUSTOMER",
    tokens: 50,
  },
  "user.created": { externalId: "cust-314" },
  "api_key.created": { keyId: "key_695b9e0d4f1a2b3c4d5e6f70", name: "Checkout backend", environment: "sandbox" },
  "api_key.revoked": { keyId: "key_695b9e0d4f1a2b3c4d5e6f70", name: "Checkout backend", environment: "sandbox" },
  "partner.status_changed": {
    partnerId: "695b9e0d4f1a2b3c4d5e6f60",
    from: "ACTIVE",
    to: "SUSPENDED",
    reason: "Contract under review",
  },
  "webhook.disabled": {
    webhookId: "695b9e0d4f1a2b3c4d5e6f90",
    url: "https://partner.example/webhooks/portico",
    reason: "The endpoint answered 410 Gone.",
  },
};
