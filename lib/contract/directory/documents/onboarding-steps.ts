import { ADMIN_PREFIX, PARTNER_PREFIX } from "@/lib/contract/directory/documents/facts";
import { READ_STEPS } from "@/lib/contract/directory/documents/onboarding-reads";
import type { OnboardingStep } from "@/lib/contract/directory/documents/schemas";

const BEFORE_READING: OnboardingStep[] = [
  {
    key: "create-sandbox-client",
    title: "Create a sandbox client",
    owner: "platform_admin",
    requiredScopes: [],
    endpoint: `POST ${ADMIN_PREFIX}/api-clients`,
    completionSignal: "The client is active with sandbox mode on, and its limit, owner type and scopes are set.",
    blocker: "Nothing goes live until the partner's owner, its use of data and its webhook use have sign-off.",
  },
  {
    key: "mint-sandbox-key",
    title: "Mint a sandbox key",
    owner: "platform_admin",
    requiredScopes: [],
    endpoint: `POST ${ADMIN_PREFIX}/api-clients/{id}/keys`,
    completionSignal: "Administrators see the preview, and the secret was copied once into the partner's vault.",
    blocker: "A lost secret cannot be shown again: revoke the key and issue another.",
  },
];

const AFTER_READING: OnboardingStep[] = [
  {
    key: "submit-provider-claim",
    title: "Submit a provider claim",
    owner: "partner_engineer",
    requiredScopes: ["claims:write"],
    endpoint: `POST ${PARTNER_PREFIX}/claims`,
    completionSignal:
      "The answer is 201 with claim, checklist and next action, without ids, targets or payloads of attempts, policy decisions or admin notes.",
    blocker: "Needs the claimant's authority, evidence of identity and approval of the data use.",
  },
  {
    key: "poll-provider-claim-status",
    title: "Poll the claim's status",
    owner: "partner_engineer",
    requiredScopes: ["claims:write"],
    endpoint: `GET ${PARTNER_PREFIX}/claims/{id}?claimantEmail={email}`,
    completionSignal:
      "The status comes only to the address of the claim, without ids, targets or payloads of attempts, policy decisions or admin notes.",
    blocker: "Keep the match of the e-mail address and the approval of the data use.",
  },
  {
    key: "submit-provider-claim-evidence",
    title: "Submit evidence for the claim",
    owner: "partner_engineer",
    requiredScopes: ["claims:write"],
    endpoint: `POST ${PARTNER_PREFIX}/claims/{id}/verification-evidence`,
    completionSignal:
      "The attempt reads passed and the claim awaits review; neither the evidence nor the attempt's id or target is echoed, nor a policy decision.",
    blocker: "Needs the matching e-mail address and an accepted attestation.",
  },
  {
    key: "verify-usage-evidence",
    title: "Verify the usage evidence",
    owner: "partner_ops",
    requiredScopes: ["usage:read"],
    endpoint: `GET ${PARTNER_PREFIX}/usage?format=csv`,
    completionSignal: "The export shows allowed, blocked and rate-limited calls of this client alone.",
    blocker: "Without usage evidence there is no promotion.",
  },
  {
    key: "create-webhook-subscription",
    title: "Create a webhook subscription",
    owner: "platform_admin",
    requiredScopes: ["webhooks:write"],
    endpoint: `POST ${ADMIN_PREFIX}/webhook-subscriptions`,
    completionSignal:
      "The subscription is active with an HTTPS target and approved events, and its secret was shown once.",
    blocker: "Plain HTTP, unsupported events or missing custody of the secret block it.",
  },
  {
    key: "verify-webhook-signatures",
    title: "Verify webhook signatures",
    owner: "partner_engineer",
    requiredScopes: ["webhooks:write"],
    endpoint: `POST ${PARTNER_PREFIX}/webhooks/verify`,
    completionSignal: "The partner's code verifies the HMAC over timestamp.rawBody and refuses an altered body.",
    blocker: "Code that parses the JSON before it verifies blocks approval.",
  },
  {
    key: "review-production-promotion",
    title: "Review the promotion to production",
    owner: "partner_ops",
    requiredScopes: ["providers:read", "events:read", "usage:read", "webhooks:write"],
    endpoint: `GET ${ADMIN_PREFIX}/api-usage-analytics`,
    completionSignal: "Usage, delivery evidence, link health and OpenAPI coverage were reviewed.",
    blocker: "The owner must approve purpose, scopes, limits and events.",
  },
];

/** The way from a new client to production, in order: who does what, how it shows, and what stands in the way. */
export const ONBOARDING_STEPS: readonly OnboardingStep[] = [...BEFORE_READING, ...READ_STEPS, ...AFTER_READING];
