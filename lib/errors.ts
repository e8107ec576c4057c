/**
 * Every code an answer can carry, with its status and public sentence. A surface shapes the envelope around it (giving
 * prints codes in upper case); none may invent a code.
 */
export const ERRORS = {
  validation_error: { status: 400, message: "The request does not match what this endpoint accepts." },
  malformed_json: { status: 400, message: "The body is not valid JSON in UTF-8." },

  missing_api_key: {
    status: 401,
    message: "No API key. Send it as x-senior-guru-api-key, or as Authorization: Bearer.",
  },

  missing_partner_key: { status: 401, message: "The X-Partner-Key header is missing." },
  invalid_api_key: { status: 401, message: "The key in X-Partner-Key is malformed or unknown." },
  api_key_revoked: { status: 401, message: "This key was revoked or deactivated. Use another key." },
  api_key_expired: { status: 401, message: "This key has expired. Create a new one." },
  missing_signature: { status: 401, message: "This call must be signed: X-Timestamp and X-Signature are required." },
  invalid_timestamp: { status: 401, message: "X-Timestamp must be Unix time in seconds: ten digits." },
  timestamp_out_of_range: {
    status: 401,
    message: "X-Timestamp is more than 300 seconds away from the server's clock.",
  },
  invalid_signature: { status: 401, message: "X-Signature does not match this request." },
  partner_suspended: { status: 401, message: "This partner is suspended. Contact support." },
  partner_not_active: { status: 401, message: "This partner is not active." },
  invalid_credentials: { status: 401, message: "E-mail address or password is wrong." },
  totp_required: { status: 401, message: "The password is right. Send the code of your second factor, too." },
  invalid_token: { status: 401, message: "The token is missing or not valid. Sign in again." },
  token_expired: { status: 401, message: "The token has expired. Refresh it or sign in again." },

  insufficient_pool: {
    status: 402,
    message: "The token pool does not cover this action. Ask for more with POST /v1/partner/token-pools/request.",
  },
  campaign_budget_exceeded: { status: 402, message: "The campaign's budget does not cover this action." },

  secret_key_required: { status: 403, message: "This call needs a secret key (sk_…) and a signature." },
  insufficient_scope: { status: 403, message: "The key lacks the scope this call needs." },
  feature_not_enabled: { status: 403, message: "This feature is not enabled for the partner." },
  ip_not_allowed: { status: 403, message: "The client address is not on the allow-list." },
  origin_not_allowed: { status: 403, message: "This origin is not among the partner's allowed origins." },
  production_not_approved: {
    status: 403,
    message: "Production access is not approved. Ask for it with POST /v1/partner/production-request.",
  },
  go_live_incomplete: { status: 403, message: "Production is approved, but the go-live checklist is not complete." },
  account_disabled: { status: 403, message: "This account is closed." },
  totp_enrolment_required: {
    status: 403,
    message: "This installation requires a second factor. Enrol one under your account first.",
  },
  forbidden: { status: 403, message: "Your role does not allow this." },
  client_inactive: { status: 403, message: "This API client is paused or revoked." },
  missing_scope: { status: 403, message: "The API client lacks the scope this call needs." },
  claimant_mismatch: { status: 403, message: "This e-mail address is not the claimant's." },

  api_key_not_found: { status: 404, message: "No such key." },
  partner_not_found: { status: 404, message: "No partner yet: create a first key with POST /v1/partner/keys." },
  inquiry_not_found: { status: 404, message: "No such inquiry." },
  organization_not_found: { status: 404, message: "No such organisation." },
  donation_not_found: { status: 404, message: "No such donation." },
  user_not_found: { status: 404, message: "No user with this externalId in this environment." },
  action_not_found: { status: 404, message: "No such action in this environment." },
  pool_not_found: { status: 404, message: "No such token pool in this environment." },
  pool_request_not_found: { status: 404, message: "No such pool request." },
  campaign_not_found: { status: 404, message: "No such campaign in this environment." },
  transaction_not_found: { status: 404, message: "No such transaction in this environment." },
  webhook_not_found: { status: 404, message: "No such webhook in this environment." },
  delivery_not_found: { status: 404, message: "No such delivery." },
  provider_not_found: { status: 404, message: "No such provider." },
  event_not_found: { status: 404, message: "No such event." },
  claim_not_found: { status: 404, message: "No such claim." },
  api_client_not_found: { status: 404, message: "No such API client." },
  subscription_not_found: { status: 404, message: "No such webhook subscription." },
  record_not_found: { status: 404, message: "No such record of the directory." },
  approval_not_found: { status: 404, message: "No such approval." },
  mail_not_found: { status: 404, message: "No such mail." },
  member_not_found: { status: 404, message: "Nobody of the team has this id." },
  invitation_not_found: {
    status: 404,
    message: "This invitation is unknown, was used or withdrawn, or has expired.",
  },
  session_not_found: { status: 404, message: "No such open session." },
  route_not_found: { status: 404, message: "No such path. The reference at /partner-api lists every endpoint." },
  method_not_allowed: { status: 405, message: "This path does not serve this method; Allow names those it does." },

  idempotency_key_reused: { status: 409, message: "This idempotencyKey was used with another payload." },
  idempotency_in_progress: { status: 409, message: "A request with this idempotencyKey is still running." },
  idempotent: { status: 409, message: "This idempotencyKey was processed already." },
  duplicate_request: { status: 409, message: "This signed request was served already. Sign it again to repeat it." },
  user_exists: { status: 409, message: "This user exists already." },
  slug_taken: { status: 409, message: "This slug is taken." },
  key_limit_reached: { status: 409, message: "Ten active keys per environment is the limit. Revoke one first." },
  webhook_limit_reached: { status: 409, message: "Ten webhooks per environment is the limit. Delete one first." },
  action_not_reversible: { status: 409, message: "This action can no longer be reversed." },
  reversal_not_covered: { status: 409, message: "Some of these tokens were redeemed or have expired." },
  campaign_not_active: { status: 409, message: "The campaign does not accept this action now." },
  pool_not_active: { status: 409, message: "The token pool is paused or closed." },
  donation_already_final: { status: 409, message: "The donation has reached its final state." },
  claim_already_decided: { status: 409, message: "This claim has been decided." },
  claim_not_verified: { status: 409, message: "No evidence of this claim has been accepted yet." },
  sandbox_claim: { status: 409, message: "A sandbox claim cannot be approved: it never touches a live provider." },
  attempt_already_completed: { status: 409, message: "This verification attempt is complete." },
  attempt_expired: { status: 409, message: "This verification attempt has expired." },
  client_revoked: { status: 409, message: "A revoked API client stays revoked." },
  invalid_state_transition: { status: 409, message: "This change is not possible in the present state." },
  activation_preconditions_unmet: { status: 409, message: "The partner cannot be activated yet." },

  payload_too_large: { status: 413, message: "The body is larger than this endpoint accepts." },
  unsupported_media_type: { status: 415, message: "Send the body as Content-Type: application/json." },

  validation_failed: { status: 422, message: "A field is missing or not valid." },
  attestation_required: { status: 422, message: "attestationAccepted must be true." },
  policy_blocked: { status: 422, message: "The content policy does not allow this." },
  action_type_not_registered: { status: 422, message: "This actionType is not registered for the partner." },
  stakeholder_type_not_registered: {
    status: 422,
    message: "This stakeholderTypeCode is not registered for the partner.",
  },
  stakeholder_not_in_splits: { status: 422, message: "The campaign's splits have no rule for this stakeholder type." },
  stakeholder_required: { status: 422, message: "The campaign needs a stakeholder of each type in its splits." },
  unknown_user: {
    status: 422,
    message: "No user with this partnerUserId. Create the user first, or send autoCreateUsers: true.",
  },
  user_cap_exceeded: { status: 422, message: "The campaign's cap per user would be exceeded." },
  user_inactive: { status: 422, message: "This user is inactive and receives no rewards." },
  currency_not_supported: { status: 422, message: "This currency is not accepted here." },
  amount_out_of_range: { status: 422, message: "The amount lies outside the accepted range." },
  tip_not_supported: { status: 422, message: "This provider takes no tips." },
  organization_not_eligible: { status: 422, message: "This organisation does not accept donations." },
  provider_not_configured: { status: 422, message: "This payment provider is not configured." },
  invalid_splits: { status: 422, message: "The splits must name each type once and add up to 10000." },
  invalid_tiers: { status: 422, message: "The tiers must ascend without overlap." },
  invalid_schedule: { status: 422, message: "The schedule is not possible." },
  webhook_url_not_allowed: {
    status: 422,
    message: "A webhook needs an https URL on a public address, port 443 or from 1024, without user and password.",
  },
  redemption_not_allowed: { status: 422, message: "The pool's redemption rules do not allow this." },

  approval_required: { status: 424, message: "Live mode needs a recorded approval." },

  rate_limit_exceeded: { status: 429, message: "Too many requests. Wait as long as Retry-After says." },

  internal_error: { status: 500, message: "Something went wrong on our side. Nothing was changed." },
  provider_error: { status: 502, message: "The payment provider did not answer as expected." },
  service_unavailable: { status: 503, message: "The service is briefly unavailable. Retry shortly." },
} as const satisfies Record<string, { status: number; message: string }>;

export type ErrorCode = keyof typeof ERRORS;

/** One refused field: where, what is wrong, and how to put it right. */
export type Issue = { field?: string; issue: string; [key: string]: unknown };

export type FailureDetails = Issue[] | Record<string, unknown>;

export type FailureOptions = { message?: string; details?: FailureDetails; retryAfterSeconds?: number };

const FAILURE = Symbol.for("portico.failure");

/** A refusal that has a documented code. Verbs throw it by `fail`; the pipeline turns it into an answer. */
export class Failure extends Error {
  readonly [FAILURE] = true;
  readonly code: ErrorCode;
  readonly details: FailureDetails | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, options: FailureOptions = {}) {
    super(options.message ?? ERRORS[code].message);
    this.name = "Failure";
    this.code = code;
    this.details = options.details;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }

  /** By brand, not by class: what one bundle of the process throws, another one recognises. */
  static override [Symbol.hasInstance](value: unknown): value is Failure {
    return typeof value === "object" && value !== null && FAILURE in value;
  }
}

/** Ends the verb with a documented code. */
export function fail(code: ErrorCode, options?: FailureOptions): never {
  throw new Failure(code, options);
}
