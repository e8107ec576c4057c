import { type DocumentFacts, stamp } from "@/lib/contract/directory/documents/facts";
import type { SdkPackagePlan } from "@/lib/contract/directory/documents/schemas";

/** The packages as they lie in `sdk/` (contract 9). */
export const SDK_PACKAGES = [
  { language: "node", packageName: "@theseniorguru/webhooks", publicModule: "verifySeniorGuruWebhookSignature" },
  { language: "python", packageName: "theseniorguru-webhooks", publicModule: "verify_senior_guru_webhook_signature" },
] as const;

const COMPARISONS = {
  node: "Compares digests of equal length with crypto.timingSafeEqual.",
  python: "Compares digests of equal length with hmac.compare_digest.",
};

const RELEASE_GATES = {
  node: "npm organisation ownership, provenance, 2FA, README review and a signed release workflow.",
  python: "PyPI project ownership, trusted publishing, README review and a signed release workflow.",
};

export const SECURITY_CONTROLS = [
  "Helpers store no API keys and no signing secrets.",
  "The caller passes raw body, signature header and secret, and the tolerance where 300 seconds do not fit.",
  "Digests are compared in constant time in each runtime.",
  "Registry credentials are approved by the owner, with 2FA or trusted publishing.",
  "Deterministic tests are generated from the sample of the signing guide.",
];

/** What will be published, under which conditions, and what the owner still has to decide (contract 6.3). */
export function sdkPackagePlan(facts: DocumentFacts): SdkPackagePlan {
  return {
    ...stamp(facts),
    title: "Webhook SDK package plan",
    objective:
      "Publish small, dependency-free helpers that verify webhook signatures, once ownership of names and registries is settled.",
    status: "planned",
    packages: SDK_PACKAGES.map((each) => ({
      ...each,
      status: "planned" as const,
      responsibilities: [
        "Verifies HMAC-SHA256 over timestamp.rawBody, and the tolerance before anything reads the body.",
        COMPARISONS[each.language],
        "Answers with a result and a reason, keeps no state and calls no network.",
      ],
      releaseGate: RELEASE_GATES[each.language],
    })),
    requiredSecurityControls: SECURITY_CONTROLS,
    releaseChecklist: [
      "Reserve both package names.",
      "Bring the READMEs in line with signing guide and changelog.",
      "Recompute the sample signature in continuous integration.",
      "Describe how each framework hands over the raw body.",
      "Publish a signed prerelease before anything links to the packages.",
    ],
    ownerBlockers: [
      "Ownership of the npm organisation and the PyPI project is not confirmed.",
      "Package names, support address, repository and signer are not approved.",
      "Whether the packages come with 0.2.0 or after it is not decided.",
    ],
    nextActions: [
      "Keep the inline examples as the supported path until registry ownership is approved.",
      "Confirm who owns the npm organisation and the PyPI project.",
      "Approve names, support address and signer, then publish a signed prerelease.",
    ],
  };
}
