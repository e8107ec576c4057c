import type { ErrorCode } from "@/lib/errors";

/** What stands in the way, why, and what to do next: three sentences for one code of the contract. */
export type ProblemText = { blocker: string; cause: string; nextStep: string };

/** Codes of the contract, in upper case, and two of the browser's own. */
type PortalCode = Uppercase<ErrorCode> | "NETWORK_ERROR" | "UNREADABLE_ANSWER";

const SIGN_IN = "Sign in again.";
const OTHER_ENVIRONMENT = "Check the environment in the top bar: sandbox and production share nothing.";
const MAKE_NEW_KEY = "Create a key, give it to your server and revoke the old one.";
const SIGN_AS_DOCUMENTED = "Compare your code with the sample on the First call page.";

const TEXTS: Partial<Record<PortalCode, ProblemText>> = {
  NETWORK_ERROR: say("No answer came", "The server could not be reached.", "Check the connection, then try again."),
  UNREADABLE_ANSWER: say(
    "The answer could not be read",
    "Something between the browser and the server answered in its place.",
    "Try again in a minute.",
  ),

  VALIDATION_ERROR: say(
    "The request was not accepted",
    "A value does not have the form this call needs.",
    "Correct the value that is named and try again.",
  ),
  MALFORMED_JSON: say(
    "The request was not accepted",
    "Its body is not valid JSON in UTF-8.",
    "Send the body as your JSON library prints it.",
  ),
  PAYLOAD_TOO_LARGE: say(
    "The request was not accepted",
    "Its body is larger than this call takes.",
    "Send less, for example shorter metadata.",
  ),
  UNSUPPORTED_MEDIA_TYPE: say(
    "The request was not accepted",
    "Its body is not declared as JSON.",
    "Send Content-Type: application/json.",
  ),

  MISSING_PARTNER_KEY: say("The call was refused", "It carries no key.", "Send the key in X-Partner-Key."),
  INVALID_API_KEY: say(
    "The call was refused",
    "The key in X-Partner-Key is malformed or unknown.",
    "Copy the key from the API keys page; sandbox keys begin with pk_test_ and sk_test_.",
  ),
  API_KEY_REVOKED: say("The call was refused", "The key was revoked or deactivated.", MAKE_NEW_KEY),
  API_KEY_EXPIRED: say("The call was refused", "The key has expired.", MAKE_NEW_KEY),
  MISSING_SIGNATURE: say(
    "The call was refused",
    "It is not signed.",
    "Send X-Timestamp and X-Signature with every call.",
  ),
  INVALID_TIMESTAMP: say(
    "The call was refused",
    "X-Timestamp is not Unix time in seconds.",
    "Send ten digits: seconds, not milliseconds.",
  ),
  TIMESTAMP_OUT_OF_RANGE: say(
    "The call was refused",
    "X-Timestamp is more than 300 seconds away from the server's clock.",
    "Set your server's clock by NTP and sign right before sending.",
  ),
  INVALID_SIGNATURE: say("The call was refused", "X-Signature does not match the request.", SIGN_AS_DOCUMENTED),
  DUPLICATE_REQUEST: say(
    "The call was refused",
    "This very request, with this signature, was served before.",
    "Sign the request again to repeat it.",
  ),
  IP_NOT_ALLOWED: say(
    "The call was refused",
    "The client address is not on the partner's allow-list.",
    "Call from a listed address, or ask support to add this one.",
  ),
  ORIGIN_NOT_ALLOWED: say(
    "The call was refused",
    "This origin is not among the partner's allowed origins.",
    "Ask support to add the origin of your page.",
  ),

  INVALID_CREDENTIALS: say(
    "Sign-in failed",
    "The e-mail address or the password is wrong.",
    "Check both and try again.",
  ),
  TOTP_REQUIRED: say(
    "A code is needed",
    "This account has a second factor.",
    "Type the six digits of the authenticator app, or a recovery code.",
  ),
  INVALID_TOKEN: say("The session has ended", "The token is missing or no longer valid.", SIGN_IN),
  TOKEN_EXPIRED: say("The session has ended", "The token has expired.", SIGN_IN),
  ACCOUNT_DISABLED: say("This account is closed", "An administrator closed it.", "Contact support to open it again."),
  USER_EXISTS: say(
    "The account was not opened",
    "An account with this e-mail address exists.",
    "Sign in, or use another address.",
  ),

  TOTP_ENROLMENT_REQUIRED: say(
    "A second factor is needed first",
    "This installation requires one of every administrator.",
    "Enrol it on the account page.",
  ),
  FORBIDDEN: say(
    "Your role does not allow this",
    "Only some roles may make this change.",
    "Ask an owner of the account to make it.",
  ),
  INSUFFICIENT_SCOPE: say(
    "Your role does not allow this",
    "The key or role lacks the scope of this call.",
    "Ask an owner of the account, or use a key with the scope.",
  ),
  SECRET_KEY_REQUIRED: say(
    "The call was refused",
    "It needs a secret key.",
    "Send the key that begins with sk_ and sign the call.",
  ),
  FEATURE_NOT_ENABLED: say("This feature is off", "It is not enabled for the partner.", "Ask support to enable it."),

  PARTNER_NOT_FOUND: say(
    "There is no partner yet",
    "The first key creates the partner, its sandbox and a token pool.",
    "Create a first key.",
  ),
  PARTNER_SUSPENDED: say("The partner is suspended", "An administrator suspended it.", "Contact support."),
  PARTNER_NOT_ACTIVE: say(
    "The partner is not active",
    "Only active partners are served.",
    "Wait for the review, or contact support.",
  ),
  PRODUCTION_NOT_APPROVED: say(
    "Production is locked",
    "Production access has not been approved.",
    "Switch to the sandbox, or ask for production access.",
  ),
  GO_LIVE_INCOMPLETE: say(
    "Production rewards are locked",
    "Access is approved, but the go-live checklist is not complete.",
    "Complete the checklist.",
  ),

  MEMBER_NOT_FOUND: say("This person was not found", "Nobody of the team has this id.", "Reload the page."),
  INVITATION_NOT_FOUND: say(
    "This invitation is not open",
    "It was used or withdrawn, or has expired.",
    "Ask whoever invited you to do so again.",
  ),
  SESSION_NOT_FOUND: say("This session was not found", "It has ended already.", "Reload the page."),
  API_KEY_NOT_FOUND: say("This key was not found", "It does not exist, or belongs elsewhere.", OTHER_ENVIRONMENT),
  ACTION_NOT_FOUND: say("This action was not found", "No action of this environment has this id.", OTHER_ENVIRONMENT),
  USER_NOT_FOUND: say(
    "This user was not found",
    "No user of this environment has this external id.",
    OTHER_ENVIRONMENT,
  ),
  ACTION_NOT_REVERSIBLE: say(
    "This action cannot be reversed",
    "It was reversed already, was refused, or is older than 365 days.",
    "Look at its state and its reversals on the action's page.",
  ),
  REVERSAL_NOT_COVERED: say(
    "Not all of it can be taken back",
    "Some of these tokens were redeemed or have expired.",
    "Reverse what is left by allowing a partial reversal.",
  ),
  TRANSACTION_NOT_FOUND: say(
    "This transaction was not found",
    "No transaction of this environment has this id.",
    OTHER_ENVIRONMENT,
  ),
  POOL_NOT_FOUND: say("The token pool was not found", "No pool of this environment fits.", OTHER_ENVIRONMENT),
  CAMPAIGN_NOT_FOUND: say(
    "The campaign was not found",
    "No campaign of this environment has this id.",
    OTHER_ENVIRONMENT,
  ),
  WEBHOOK_NOT_FOUND: say(
    "This webhook was not found",
    "It was deleted, or no webhook of this environment has this id.",
    OTHER_ENVIRONMENT,
  ),
  DELIVERY_NOT_FOUND: say(
    "This delivery was not found",
    "Deliveries are kept for 90 days, each with its webhook.",
    "Choose another delivery from the list.",
  ),
  INQUIRY_NOT_FOUND: say(
    "This inquiry was not found",
    "No inquiry has this id, or the link to it is not the one that was given.",
    "Copy the whole address from the mail about it.",
  ),
  SLUG_TAKEN: say("The partner was not created", "Another partner has this slug.", "Choose another slug."),
  APPROVAL_NOT_FOUND: say(
    "This approval was not found",
    "It was decided, or it has run out.",
    "Look at the list of what waits.",
  ),
  MAIL_NOT_FOUND: say(
    "This mail was not found",
    "Mails are kept for 90 days after they were sent.",
    "Choose another mail from the list.",
  ),

  INSUFFICIENT_POOL: say(
    "No tokens were given",
    "The token pool does not hold enough for this action.",
    "Ask for more tokens, then send the same request with the same idempotency key: it runs again under this id.",
  ),
  CAMPAIGN_BUDGET_EXCEEDED: say(
    "No tokens were given",
    "The campaign's budget does not cover this action.",
    "Raise the budget, then send the same request with the same idempotency key: it runs again under this id.",
  ),
  POOL_NOT_ACTIVE: say(
    "No tokens were given",
    "The token pool is paused or closed.",
    "Name another pool or have this one opened, then send the request with the same idempotency key again.",
  ),
  CAMPAIGN_NOT_ACTIVE: say(
    "No tokens were given",
    "The campaign does not take this action now: it is not active, outside its schedule, or for other action types.",
    "Check the campaign, then send the same request with the same idempotency key again.",
  ),
  IDEMPOTENCY_KEY_REUSED: say(
    "The action was refused",
    "Its idempotency key belongs to another payload.",
    "Give each action a key of its own.",
  ),
  IDEMPOTENCY_IN_PROGRESS: say(
    "The action was refused",
    "A request with the same idempotency key is still running.",
    "Send it again in a few seconds.",
  ),
  IDEMPOTENT: say(
    "The action was done before",
    "Its idempotency key was processed already.",
    "Read the result in the answer; nothing was given twice.",
  ),
  ACTION_TYPE_NOT_REGISTERED: say(
    "The action was refused",
    "Its type is not registered for the partner.",
    "Send a registered action type.",
  ),
  STAKEHOLDER_TYPE_NOT_REGISTERED: say(
    "The action was refused",
    "A stakeholder type is not registered for the partner.",
    "Send a registered stakeholder type.",
  ),
  UNKNOWN_USER: say(
    "The action was refused",
    "A stakeholder has no user.",
    "Create the user first, or send autoCreateUsers: true.",
  ),
  USER_INACTIVE: say(
    "The action was refused",
    "A stakeholder is inactive and receives no rewards.",
    "Activate the user, or leave it out.",
  ),
  CURRENCY_NOT_SUPPORTED: say("The action was refused", "This currency is not accepted.", "Send an accepted currency."),
  AMOUNT_OUT_OF_RANGE: say(
    "The action was refused",
    "The amount lies outside the accepted range.",
    "Send a smaller amount, with no more decimals than its currency has.",
  ),
  STAKEHOLDER_NOT_IN_SPLITS: say(
    "The action was refused",
    "The campaign's splits have no rule for one of the stakeholder types.",
    "Leave that stakeholder out, or add a rule to the campaign.",
  ),
  STAKEHOLDER_REQUIRED: say(
    "The action was refused",
    "The campaign needs a stakeholder for each of its split rules.",
    "Name a stakeholder of each type.",
  ),
  USER_CAP_EXCEEDED: say(
    "The action was refused",
    "A stakeholder would receive more than the campaign's cap for one user.",
    "Raise the cap, or leave the user out.",
  ),
  INVALID_SPLITS: say(
    "These splits cannot be saved",
    "They must name each type of stakeholder once and add up to 100 %.",
    "Correct the shares, or remove all rules to give every stakeholder the same.",
  ),
  INVALID_TIERS: say(
    "These tiers cannot be saved",
    "They must ascend without overlap, and only the last may have no end.",
    "Correct the amounts.",
  ),
  INVALID_SCHEDULE: say(
    "This schedule is not possible",
    "It must have a start, an end after it, a known time zone and windows of some length.",
    "Correct the times.",
  ),

  ORGANIZATION_NOT_FOUND: say(
    "There is no such organisation",
    "No nonprofit has this slug.",
    "Check the slug; it is lower case, with hyphens.",
  ),
  ORGANIZATION_NOT_ELIGIBLE: say(
    "This organisation takes no donations",
    "It is known, but switched off for donations.",
    "Choose another organisation.",
  ),
  DONATION_NOT_FOUND: say("There is no such donation", "No donation here has this id.", OTHER_ENVIRONMENT),
  TIP_NOT_SUPPORTED: say(
    "No tip can be added",
    "The payment provider takes none, or tips are off for this partner.",
    "Leave the tip out.",
  ),
  PROVIDER_NOT_CONFIGURED: say(
    "This payment provider cannot be used",
    "It has no credentials in this environment.",
    "Use a provider that the configuration names.",
  ),
  PROVIDER_ERROR: say(
    "The payment provider did not answer as expected",
    "It was away or refused; nothing was stored.",
    "Try again in a minute.",
  ),

  KEY_LIMIT_REACHED: say(
    "No further key fits",
    "Ten active keys per environment is the limit.",
    "Revoke a key that is not in use.",
  ),
  WEBHOOK_LIMIT_REACHED: say(
    "No further webhook fits",
    "Ten webhooks per environment is the limit.",
    "Delete a webhook that is not in use.",
  ),
  WEBHOOK_URL_NOT_ALLOWED: say(
    "This URL cannot receive webhooks",
    "A webhook needs https, a public address, port 443 or 1024 and above, and no user or password in the URL.",
    "Enter a URL that the internet can reach; for your own machine, use a tunnel.",
  ),
  INVALID_STATE_TRANSITION: say(
    "This change is not possible",
    "The present state does not allow it.",
    "Load the page again to see the present state.",
  ),

  VALIDATION_FAILED: say(
    "The request was not accepted",
    "A value does not have the form this call needs.",
    "Correct the value that is named and try again.",
  ),
  API_CLIENT_NOT_FOUND: say(
    "There is no such API client",
    "No client, or no key of this client, has this id.",
    "Open it from the list of API clients.",
  ),
  CLIENT_REVOKED: say(
    "This client was revoked",
    "A revoked client stays revoked, and takes no change and no key.",
    "Create a client in its place.",
  ),
  CLAIM_NOT_FOUND: say("There is no such claim", "No claim has this id.", "Open it from the list of claims."),
  CLAIM_ALREADY_DECIDED: say(
    "This claim was decided already",
    "Somebody approved or rejected it meanwhile; a decision stands.",
    "Close this and look at its present status.",
  ),
  CLAIM_NOT_VERIFIED: say(
    "This claim cannot be approved yet",
    "No evidence of it has been received.",
    "Wait for evidence, or reject the claim.",
  ),
  SANDBOX_CLAIM: say(
    "A sandbox claim cannot be approved",
    "It was made in sandbox mode and never touches a live provider.",
    "Reject it, or leave it.",
  ),
  SUBSCRIPTION_NOT_FOUND: say(
    "There is no such subscription",
    "No webhook subscription has this id.",
    "Open it from the list of subscriptions.",
  ),
  RECORD_NOT_FOUND: say(
    "There is no such record",
    "No record of this kind has this id.",
    "Open it from the list of content.",
  ),
  PROVIDER_NOT_FOUND: say("There is no such provider", "No provider has this id.", "Open it from the list of content."),
  POLICY_BLOCKED: say(
    "The content policy refuses it",
    "A check of the content came to a decision that blocks the change.",
    "Change the content, or leave it as it is.",
  ),
  APPROVAL_REQUIRED: say(
    "Live mode is locked",
    "The scheduler runs live only where that was approved and recorded.",
    "Preview it, or retry deliveries by hand.",
  ),

  RATE_LIMIT_EXCEEDED: say(
    "Too many requests",
    "The limit of this hour or minute is used up.",
    "Wait a minute, then try again.",
  ),
  INTERNAL_ERROR: say(
    "Something went wrong on our side",
    "Nothing was changed.",
    "Try again; if it stays, send support the request id.",
  ),
  SERVICE_UNAVAILABLE: say(
    "The service is briefly unavailable",
    "It is starting, or its database is away.",
    "Try again in a few seconds.",
  ),
};

/** The sentences for a code; a code without its own gets the server's message. */
export function problemText({ code, message }: { code: string; message?: string }): ProblemText {
  return (
    TEXTS[code as PortalCode] ?? {
      blocker: "The request was refused",
      cause: message ?? `The server answered ${code}.`,
      nextStep: "If it stays, send support the request id.",
    }
  );
}

function say(blocker: string, cause: string, nextStep: string): ProblemText {
  return { blocker, cause, nextStep };
}
