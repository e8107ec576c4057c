import type { ErrorCode, FailureDetails } from "@/lib/errors";

/** What a person needs to know about a code beside its sentence in the registry. */
export type ErrorGuide = {
  meaning: string;
  /** What the request left behind; absent where that is nothing. */
  changed?: string;
  remedy: string;
  /** `details` as such an answer carries them. */
  details?: FailureDetails;
};

const UNKNOWN_ID =
  "Check the id and the environment of the key. A sandbox key never sees production rows, nor the other way round.";
const SIGN_IN_AGAIN = "Sign in with POST /v1/partner/auth/login and send the new access token.";
const KEPT_AS_FAILED =
  "No tokens moved. The action is kept with status FAILED and action.failed is sent; the idempotencyKey stays free.";
const ASK_SUPPORT = "Contact the people who run this installation; they see why.";

/** One entry for every code of the registry, in its order. */
export const ERROR_GUIDE = {
  validation_error: {
    meaning:
      "The path, the query or the body does not have the documented form. details names each field and what is wrong with it; unknown fields are refused too.",
    remedy: "Put the named fields right and send the request again, signed anew.",
    details: [
      { field: "stakeholders[0].partnerUserId", issue: "may contain letters, digits and . _ : @ + | - only" },
      { field: "amout", issue: "is not a known field" },
    ],
  },
  malformed_json: {
    meaning: "The body cannot be read as JSON, or its bytes are not UTF-8.",
    remedy: "Send the output of a JSON serialiser, in UTF-8, and sign exactly those bytes.",
  },
  missing_api_key: {
    meaning: "A call of the directory API names no key.",
    remedy: "Send the key as x-senior-guru-api-key, or as Authorization: Bearer.",
  },
  missing_partner_key: {
    meaning: "The request names no partner key, and no user token stands in its place.",
    remedy: "Send the publishable or the secret key in X-Partner-Key.",
  },
  invalid_api_key: {
    meaning: "The value of X-Partner-Key does not have the form of a key, or no such key exists here.",
    remedy:
      "Compare it with the key shown in the portal: prefix pk_test_, sk_test_, pk_live_ or sk_live_, then 64 hex characters. After 60 failures a minute an address is answered 429.",
  },
  api_key_revoked: {
    meaning: "The key was revoked for good, or switched off.",
    remedy: "Use another key. A key that was only switched off can be switched on again in the portal.",
  },
  api_key_expired: {
    meaning: "The key's expiresAt has passed.",
    remedy: "Create a new key, or move the expiry of this one with PATCH /v1/partner/keys/:id.",
  },
  missing_signature: {
    meaning: "This call must be signed, and X-Timestamp or X-Signature is absent.",
    remedy: "Sign the request and send both headers beside X-Partner-Key.",
  },
  invalid_timestamp: {
    meaning: "X-Timestamp is not Unix time in seconds. Milliseconds are the usual cause.",
    remedy: "Send ten digits, for example Math.floor(Date.now() / 1000), and sign that same text.",
  },
  timestamp_out_of_range: {
    meaning: "The signed time lies more than 300 seconds before or after the server's clock.",
    remedy:
      "Compare your clock with details.serverTime, set it right (NTP), and take the time when you send, not earlier.",
    details: { serverTime: 1767225660 },
  },
  invalid_signature: {
    meaning:
      "The signature was made from other bytes, another path or another secret than the ones that arrived. It must be 64 hex characters without a prefix.",
    remedy:
      "Sign timestamp + METHOD + path with query + SHA-256 of the body, without separators; use hmacSecret as text, not hex-decoded and not the sk_ key; sign the body's bytes as sent and the path with its percent-encoding as sent.",
  },
  partner_suspended: {
    meaning: "The partner is suspended: every key is refused.",
    remedy: "Retrying does not help. Contact support; keys work again once the partner is active.",
  },
  partner_not_active: {
    meaning: "The partner waits for approval, is inactive, or has ended.",
    remedy: "Look at the partner's status in the portal, and contact support if it surprises you.",
  },
  invalid_credentials: {
    meaning:
      "No account has this e-mail address and password. The answer is the same for an address nobody has registered.",
    changed: "The failure is counted: ten in 15 minutes for an account or an address lead to 429.",
    remedy: "Type the password again.",
  },
  totp_required: {
    meaning: "The administrator has enrolled a second factor, and the sign-in came without a code of it.",
    remedy:
      "Send the same sign-in with the six digits of the authenticator app, or a recovery code, in totp. Each code works once.",
  },
  invalid_token: {
    meaning:
      "The user token is absent, altered or meant for something else; or the refresh token is unknown or was used before.",
    changed: "Using a refresh token a second time ends every session that came from the same sign-in.",
    remedy: SIGN_IN_AGAIN,
  },
  token_expired: {
    meaning: "The access token is older than 15 minutes, or the refresh token older than 30 days.",
    remedy:
      "Exchange the refresh token with POST /v1/partner/auth/refresh. If that one has expired, sign in with POST /v1/partner/auth/login.",
  },
  insufficient_pool: {
    meaning: "The token pool holds fewer tokens than the action needs.",
    changed: KEPT_AS_FAILED,
    remedy:
      "Have the pool refilled, then send the same idempotencyKey again. details says what was needed and what is there.",
    details: { required: 50, balance: 12, tokenPoolId: "695b9e0d4f1a2b3c4d5e6f72" },
  },
  campaign_budget_exceeded: {
    meaning: "The campaign's budget, in total or for today, does not cover this action.",
    changed: KEPT_AS_FAILED,
    remedy: "Raise the budget or choose another campaign, then send the same idempotencyKey again.",
    details: { campaignId: "695b9e0d4f1a2b3c4d5e6f84", budget: "tokensPerDay", required: 50, left: 12 },
  },
  secret_key_required: {
    meaning: "The call changes something, and it came with a publishable key.",
    remedy: "Call from your backend with the secret key (sk_…), signed. Never put that key into a browser or an app.",
  },
  insufficient_scope: {
    meaning:
      "The key, or the role of the signed-in person, lacks the scope that this call needs. details.scope names it.",
    remedy: "Create a key with that scope, or ask somebody whose role has it.",
    details: { scope: "actions:write" },
  },
  feature_not_enabled: {
    meaning: "The feature this call belongs to is switched off for the partner. details.feature names it.",
    remedy: ASK_SUPPORT,
    details: { feature: "ACTIONS" },
  },
  ip_not_allowed: {
    meaning: "The partner or the key has an address allow-list, and the caller's address is not on it.",
    remedy: "Call from an allowed address, or add this one to the key's ipAllowlist.",
  },
  origin_not_allowed: {
    meaning: "A browser called from a page whose origin is not among the partner's allowed origins.",
    remedy: "Have the page's origin (scheme, host and port) added to the allowed origins.",
  },
  production_not_approved: {
    meaning: "The call needs production access, and the partner has not been granted it.",
    remedy: "Build against the sandbox, and ask for production access when the integration works.",
  },
  go_live_incomplete: {
    meaning: "Production access is approved, but rewards are issued only once the go-live checklist is complete.",
    remedy: "Complete the open items of the checklist. Reading already works with production keys.",
  },
  account_disabled: {
    meaning: "The person's account is closed, or the partner it belongs to has ended.",
    remedy: ASK_SUPPORT,
  },
  totp_enrolment_required: {
    meaning: "Administrators of this installation need a second factor, and this one has none yet.",
    remedy: "Enrol one with POST /api/v1/admin/auth/totp and confirm it, or on the account page.",
  },
  forbidden: {
    meaning: "The caller is known, but this is not open to them: the role is too low, or self-service is switched off.",
    remedy: "Ask somebody with a higher role. The message says what exactly is missing.",
  },
  client_inactive: {
    meaning: "The key is good, but its API client is paused or revoked, or the partner it belongs to is not active.",
    remedy: "An administrator can make a paused client active again; a revoked one needs a new client and key.",
  },
  missing_scope: {
    meaning: "The API client does not hold the scope that this operation needs; the message names it.",
    remedy: "Have an administrator add the scope, or leave the call out.",
  },
  claimant_mismatch: {
    meaning: "claimantEmail is not the address that the claim was submitted with.",
    remedy: "Send the address of the claim. Letter case and surrounding blanks do not matter.",
  },
  api_key_not_found: {
    meaning: "No key of your partner has this id.",
    remedy: "List the keys with GET /v1/partner/keys.",
  },
  partner_not_found: {
    meaning: "The signed-in person belongs to no partner yet.",
    remedy: "Create a first key with POST /v1/partner/keys: that also creates the partner.",
  },
  inquiry_not_found: {
    meaning: "No inquiry has this id and token.",
    remedy: "Use the id and the token of the answer to the inquiry.",
  },
  organization_not_found: {
    meaning: "No organisation has this slug.",
    remedy: "Check the slug: lower-case letters, digits and hyphens.",
  },
  donation_not_found: { meaning: "No donation of yours has this id in this environment.", remedy: UNKNOWN_ID },
  user_not_found: {
    meaning: "No reward recipient has this externalId in the environment of the key.",
    remedy:
      "Percent-encode the id in the path. A recipient exists from the first action that names it with autoCreateUsers: true.",
  },
  action_not_found: { meaning: "No action of yours has this id in the environment of the key.", remedy: UNKNOWN_ID },
  pool_not_found: {
    meaning: "No token pool of yours has this id in the environment of the key, or there is no default pool yet.",
    remedy: "List the pools with GET /v1/partner/token-pools.",
  },
  pool_request_not_found: { meaning: "No request for tokens of yours has this id.", remedy: UNKNOWN_ID },
  campaign_not_found: {
    meaning: "No campaign of yours has this id in the environment of the key.",
    remedy: "Leave campaignId out for one token per unit, or check the id.",
  },
  transaction_not_found: {
    meaning: "No transaction of yours has this id in the environment of the key.",
    remedy: UNKNOWN_ID,
  },
  webhook_not_found: {
    meaning: "No webhook of yours has this id in the environment of the key, or it was deleted.",
    remedy: "List the webhooks with GET /v1/partner/webhooks.",
  },
  delivery_not_found: {
    meaning: "This webhook has no delivery with this id.",
    remedy: "List its deliveries to find the id.",
  },
  provider_not_found: {
    meaning: "No provider has this id or slug, or it is not publicly visible.",
    remedy: "Take ids and slugs from GET /api/v1/partner/providers.",
  },
  event_not_found: {
    meaning: "No event has this id or slug, or it is not publicly visible.",
    remedy: "Take ids and slugs from GET /api/v1/partner/events.",
  },
  claim_not_found: {
    meaning: "No claim has this id.",
    remedy: "Use the id that the claim's submission answered.",
  },
  api_client_not_found: {
    meaning: "No API client, or no key of that client, has this id.",
    remedy: "List the clients and take the id from there.",
  },
  subscription_not_found: {
    meaning: "No webhook subscription has this id.",
    remedy: "List the subscriptions and take the id from there.",
  },
  record_not_found: {
    meaning: "The directory has no such record.",
    remedy: "Search the list of that kind of record and take the id from there.",
  },
  approval_not_found: {
    meaning: "No approval has this id.",
    remedy: "List what waits for a decision: what was decided or ran out is not there any more.",
  },
  mail_not_found: {
    meaning: "No mail in the outbox has this id, or it was sent more than 90 days ago.",
    remedy: "List the mails to find the id.",
  },
  member_not_found: {
    meaning: "Nobody who belongs to the team has this id.",
    remedy: "List the team to find the id.",
  },
  invitation_not_found: {
    meaning:
      "No open invitation has this token or id: it may have been accepted or withdrawn, or be older than seven days.",
    remedy: "Ask whoever invited you to do so again.",
  },
  session_not_found: {
    meaning: "The signed-in administrator has no open session of this id.",
    remedy: "List the sessions: one that has ended is not there any more.",
  },
  route_not_found: {
    meaning:
      "No endpoint has this path. Paths have no trailing slash and no aliases, since the path is part of the signature.",
    remedy: "Compare the path with the reference at /partner-api.",
  },
  method_not_allowed: {
    meaning: "The path exists, with other methods. The Allow header names them.",
    remedy: "Use one of the methods in Allow.",
  },
  idempotency_key_reused: {
    meaning: "An action with this idempotencyKey was served before, and its payload was another.",
    remedy:
      "Use a fresh key for a new action, such as the order's number. To repeat an action, send exactly what was sent first.",
  },
  idempotency_in_progress: {
    meaning: "Another request with this idempotencyKey is still running.",
    remedy: "Wait as long as Retry-After says, then send the same request again: it gets the first one's answer.",
  },
  idempotent: {
    meaning:
      "This idempotencyKey was served before. The body is the original answer, with statusCode, code and message added. Only partners with the compatibility flag for old clients see this; all others get 200 with X-Idempotent-Replay: true.",
    changed: "Nothing now; the action was carried out the first time.",
    remedy: "Treat it as success.",
  },
  duplicate_request: {
    meaning: "This very signature was served already: the request was sent twice, or somebody replayed it.",
    changed: "The first arrival did its work; this one did nothing.",
    remedy: "If you mean to do it again, sign again with a new timestamp.",
  },
  user_exists: {
    meaning: "An account or a recipient with this address or id exists already, with other data.",
    remedy: "Sign in, or read and update the existing one.",
  },
  slug_taken: { meaning: "Another partner has this slug.", remedy: "Choose another one." },
  key_limit_reached: {
    meaning: "The partner has ten active keys in this environment, which is the limit.",
    remedy: "Revoke a key that is no longer used. The list shows when each was used last.",
  },
  webhook_limit_reached: {
    meaning: "The partner has ten webhooks in this environment, which is the limit.",
    remedy: "Delete one first. One webhook can receive any number of event types.",
  },
  action_not_reversible: {
    meaning: "The action is in a state that cannot be reversed, or it is older than 365 days.",
    remedy: "Read the action to see its status.",
  },
  reversal_not_covered: {
    meaning: "Some of the tokens were redeemed or have expired, so they cannot be taken back.",
    remedy: "Send allowPartial: true to take back what is left.",
  },
  campaign_not_active: {
    meaning: "The campaign is not active, lies outside its schedule, or does not cover this action type.",
    changed: KEPT_AS_FAILED,
    remedy:
      "details.reason says what stands in the way. Activate the campaign or choose another, then send the same idempotencyKey again.",
    details: {
      campaignId: "695b9e0d4f1a2b3c4d5e6f84",
      reason: "ACTION_TYPE",
      issue: "the campaign does not cover VOLUNTEER",
      actionType: "VOLUNTEER",
      actionTypes: ["PURCHASE"],
    },
  },
  pool_not_active: {
    meaning: "The token pool is paused or closed.",
    changed: KEPT_AS_FAILED,
    remedy: "Name another pool in tokenPoolId, or have this one opened, then send the same idempotencyKey again.",
    details: { tokenPoolId: "695b9e0d4f1a2b3c4d5e6f72", status: "PAUSED" },
  },
  donation_already_final: {
    meaning: "The donation is complete, failed or expired.",
    remedy: "Read its status; a new donation needs a new link.",
  },
  claim_already_decided: {
    meaning: "The claim was approved or rejected before; a decision is final.",
    remedy: "Read the claim's status. A new matter needs a new claim.",
  },
  claim_not_verified: {
    meaning: "A claim is approved only after evidence for it was accepted, and only where it is not a sandbox claim.",
    remedy: "Wait for the claimant's evidence, or reject the claim.",
  },
  sandbox_claim: {
    meaning: "The claim was submitted by a client in sandbox mode, to try the flow.",
    remedy: "Reject it, or leave it. Once the client is promoted, the claimant submits the claim again.",
  },
  attempt_already_completed: {
    meaning: "The verification attempt was completed before.",
    remedy: "Read the claim's status; the checklist says what is left.",
  },
  attempt_expired: {
    meaning: "A verification attempt is open for seven days, and these are over.",
    remedy: "Submit the claim again, which opens a new attempt.",
  },
  client_revoked: {
    meaning: "The API client was revoked, which is final.",
    remedy: "Create a new client and a new key.",
  },
  invalid_state_transition: {
    meaning: "The thing exists, but not in a state from which this change leads anywhere.",
    remedy: "Read it first. A revoked key, for one, stays revoked: create a new one.",
  },
  activation_preconditions_unmet: {
    meaning: "Something that activation needs is still missing. details lists it.",
    remedy: "Complete what details lists.",
  },
  payload_too_large: {
    meaning: "The body is larger than the endpoint accepts. details.limitBytes says how much that is.",
    remedy: "Send less at once.",
    details: { limitBytes: 262144 },
  },
  unsupported_media_type: {
    meaning: "The Content-Type is not JSON in UTF-8.",
    remedy: "Send Content-Type: application/json.",
  },
  validation_failed: {
    meaning: "A field, a parameter or a date of a directory call is missing or not valid; the message names it.",
    remedy: "Put the named field right and send the request again.",
  },
  attestation_required: {
    meaning: "Evidence counts only with evidence.attestationAccepted set to true.",
    remedy: "Have the claimant accept the attestation and send it as true.",
  },
  policy_blocked: {
    meaning: "The content policy refused what was to be written.",
    remedy: "Change the text that breaks the policy, or ask an administrator for a review.",
  },
  action_type_not_registered: {
    meaning: "The actionType is well formed, but not among those registered for the partner.",
    remedy: "Use a registered one: details lists them, and so does GET /v1/partner/keys/partner-info.",
    details: [
      {
        field: "actionType",
        issue: "is not registered; registered: DONATION, VOLUNTEER, PURCHASE, REFERRAL, ADVOCACY",
      },
    ],
  },
  stakeholder_type_not_registered: {
    meaning: "A stakeholderTypeCode is not among those registered for the partner.",
    remedy: "Use a registered one: details lists them, and so does GET /v1/partner/keys/partner-info.",
    details: [
      { field: "stakeholders[0].stakeholderTypeCode", issue: "is not registered; registered: CUSTOMER, DONOR" },
    ],
  },
  stakeholder_not_in_splits: {
    meaning: "The campaign's splits have no rule for one of the stakeholder types.",
    remedy: "Leave that stakeholder out, or add a rule to the campaign.",
    details: [
      {
        field: "stakeholders[1].stakeholderTypeCode",
        issue: "has no rule in the campaign's splits; they name: CUSTOMER, NONPROFIT",
      },
    ],
  },
  stakeholder_required: {
    meaning: "The campaign needs a stakeholder for each of its split rules, and one is missing.",
    remedy: "Name a stakeholder of each type.",
    details: [
      {
        field: "stakeholders",
        issue: "the campaign's splits require a stakeholder of this type",
        stakeholderTypeCode: "NONPROFIT",
      },
    ],
  },
  unknown_user: {
    meaning: "A partnerUserId names nobody yet, and the request does not ask to create users.",
    remedy: "Send autoCreateUsers: true.",
    details: [{ field: "stakeholders[0].partnerUserId", issue: "is not a known user", partnerUserId: "cust-314" }],
  },
  user_cap_exceeded: {
    meaning: "The campaign's cap of tokens for one user would be exceeded.",
    remedy: "Raise the cap, or leave that user out.",
    details: [
      {
        issue: "would receive more than the campaign's cap for one user",
        partnerUserId: "cust-314",
        required: 50,
        left: 12,
      },
    ],
  },
  user_inactive: {
    meaning: "A recipient is set to INACTIVE and receives no rewards.",
    remedy: "Leave the recipient out, or have it set to ACTIVE.",
  },
  currency_not_supported: {
    meaning: "The currency is not among those of the partner or, where the campaign names one, is another than that.",
    remedy: "Use an accepted one: details and GET /v1/partner/config list them. Nothing is converted.",
    details: [{ field: "currency", issue: "is not accepted; accepted: USD" }],
  },
  amount_out_of_range: {
    meaning: "The amount is smaller or larger than what is accepted here.",
    remedy: "Keep to the range; a larger action can be sent in parts, each with a key of its own.",
  },
  tip_not_supported: { meaning: "The payment provider of this donation takes no tips.", remedy: "Leave the tip out." },
  organization_not_eligible: {
    meaning: "The organisation is known, but accepts no donations now.",
    remedy: "Choose another organisation.",
  },
  provider_not_configured: {
    meaning: "This installation has no access data for the payment provider.",
    remedy: "Use one of the providers that GET /v1/partner/config lists.",
  },
  invalid_splits: {
    meaning: "The splits name a type twice, or their shares do not add up to 10000.",
    remedy: "Give each type one rule; 10000 stands for the whole.",
    details: [{ field: "splits", issue: "the shares add up to 9000, and must add up to 10000" }],
  },
  invalid_tiers: {
    meaning: "The tiers overlap or are not in ascending order.",
    remedy: "Order them by minAmount, each ending before or where the next begins; only the last may have no end.",
    details: [{ field: "tiers[1].minAmount", issue: "must not lie below the maxAmount of the tier before it" }],
  },
  invalid_schedule: {
    meaning: "The schedule cannot come to pass.",
    remedy: "Let startsAt lie before endsAt, name an IANA time zone, and give windows a length and distinct days.",
    details: [{ field: "schedule.endsAt", issue: "must lie after startsAt" }],
  },
  webhook_url_not_allowed: {
    meaning: "The URL is not https, not public, uses a port below 1024 other than 443, or holds a user name.",
    remedy:
      "Register a public https URL. On a server started with ALLOW_INSECURE_WEBHOOKS=true sandbox webhooks may also go to http and private addresses.",
    details: [{ field: "url", issue: "The URL must use https." }],
  },
  redemption_not_allowed: {
    meaning: "The pool's rules do not allow redeeming tokens like this.",
    remedy: "Look at the pool's restrictions.",
  },
  approval_required: {
    meaning:
      "The retry scheduler runs live only with a recorded approval: WEBHOOK_RETRY_CRON_MODE=live with _LIVE_APPROVED, _APPROVED_BY and _APPROVED_AT.",
    remedy: "Have the owner record the approval, or call with dryRun: true.",
  },
  rate_limit_exceeded: {
    meaning:
      "The hour's or the minute's allowance is used up. details.window says which; a burst is held to the minute even while the hour has room.",
    changed: "Nothing, and the refused request does not count.",
    remedy: "Wait as many seconds as Retry-After says, then go on. Spread bursts and watch X-RateLimit-Remaining.",
    details: { window: "minute", limit: 100, retryAfter: 23 },
  },
  internal_error: {
    meaning: "Something failed that should not have. It is logged with the requestId of the answer.",
    changed: "Nothing: each call commits whole or not at all.",
    remedy: "Retry with backoff and the same idempotencyKey. If it stays, report the requestId.",
  },
  provider_error: {
    meaning: "The payment provider did not answer, or answered something unexpected.",
    remedy: "Retry with backoff and the same idempotencyKey.",
  },
  service_unavailable: {
    meaning: "The database, or what else the answer depends on, is away for the moment.",
    remedy: "Wait as long as Retry-After says and retry with the same idempotencyKey.",
  },
} as const satisfies Record<ErrorCode, ErrorGuide>;

/** The guide's entry for a code, with its optional parts. */
export function guideTo(code: ErrorCode): ErrorGuide {
  return ERROR_GUIDE[code];
}

/** The code as giving answers print it. */
export function wireCode(code: ErrorCode): Uppercase<ErrorCode> {
  return code.toUpperCase() as Uppercase<ErrorCode>;
}
