import { type DocumentFacts, stamp } from "@/lib/contract/directory/documents/facts";
import { ONBOARDING_STEPS } from "@/lib/contract/directory/documents/onboarding-steps";
import type { OnboardingChecklist } from "@/lib/contract/directory/documents/schemas";
import { MINIMUM_SCOPES, OPTIONAL_SCOPES } from "@/lib/domain/api-clients/scopes";

/** How a partner gets from a sandbox client to production (contract 6.1). */
export function onboardingChecklist(facts: DocumentFacts): OnboardingChecklist {
  return {
    ...stamp(facts),
    title: "Sandbox onboarding checklist",
    mode: "sandbox",
    objective:
      "Take a partner from a scoped sandbox client to production, with auditable usage, webhook verification and explicit owner review.",
    minimumScopes: [...MINIMUM_SCOPES],
    optionalScopes: [...OPTIONAL_SCOPES],
    promotionControls: [
      "A client stays in the sandbox until the owner's approval is recorded.",
      "Keys are shown once, and revoked where custody is in doubt.",
      "Webhooks need HTTPS, approved events and verification of the raw body.",
      "Usage evidence and rate-limit headers are reviewed first.",
    ],
    steps: [...ONBOARDING_STEPS],
    nextActions: [
      "Ask an administrator for a sandbox client with the minimum scopes.",
      "Read the provider inventory and keep the answer's headers as evidence.",
      "Export the usage as CSV before you ask for promotion.",
    ],
  };
}
