import { changelog } from "@/lib/contract/directory/documents/changelog";
import { partnerEndpoints, summaryOf } from "@/lib/contract/directory/documents/endpoint-cards";
import { type DocumentFacts, PARTNER_PREFIX, stamp } from "@/lib/contract/directory/documents/facts";
import { linkHealth } from "@/lib/contract/directory/documents/link-health";
import { ONBOARDING_STEPS } from "@/lib/contract/directory/documents/onboarding-steps";
import type { EvidenceRow, SandboxEvidence } from "@/lib/contract/directory/documents/schemas";
import { sdkPackagePlan } from "@/lib/contract/directory/documents/sdk-packages";
import { API_VERSION } from "@/lib/contract/directory/envelope";
import type { Endpoint } from "@/lib/contract/endpoint";
import { documentPath } from "@/lib/contract/openapi/document-path";

function stepRows(): EvidenceRow[] {
  return ONBOARDING_STEPS.map(({ key, owner, endpoint, completionSignal, blocker }) => ({
    evidenceType: "onboarding_step",
    subject: key,
    status: "required",
    owner,
    endpoint,
    summary: completionSignal,
    blocker,
  }));
}

function blockerOf({ apiScope }: Endpoint): string {
  return apiScope ? `Answers 403 until the client holds ${apiScope}.` : "None: open to anyone.";
}

function endpointRows(facts: DocumentFacts): EvidenceRow[] {
  const byPath = new Map(partnerEndpoints(facts).map((endpoint) => [documentPath(endpoint.path), endpoint]));
  const sorted = [...byPath].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([path, endpoint]) => ({
    evidenceType: "partner_endpoint",
    subject: path,
    status: "documented",
    owner: "partner_engineer",
    endpoint: path,
    summary: summaryOf(endpoint),
    blocker: blockerOf(endpoint),
  }));
}

function versionRows(facts: DocumentFacts): EvidenceRow[] {
  return changelog(facts).entries.map(({ version, status, summary }) => ({
    evidenceType: "api_version",
    subject: version,
    status,
    owner: "partner_ops",
    endpoint: `GET ${PARTNER_PREFIX}/changelog`,
    summary,
    blocker: status === "planned" ? "Not released: do not build on it yet." : "None: this version is served.",
  }));
}

function ownerRows(facts: DocumentFacts): EvidenceRow[] {
  return sdkPackagePlan(facts).ownerBlockers.map((blocker, index) => ({
    evidenceType: "sdk_owner_blocker",
    subject: `sdk-blocker-${index + 1}`,
    status: "blocked_pending_owner_approval",
    owner: "platform_admin",
    endpoint: `GET ${PARTNER_PREFIX}/sdk-package-plan`,
    summary: "An owner's decision that the SDK packages wait for.",
    blocker,
  }));
}

/** What a partner's reviewer checks before production, one row for each thing (contract 6.5). */
export function sandboxEvidence(facts: DocumentFacts): SandboxEvidence {
  const [steps, endpoints, versions, blockers] = [
    stepRows(),
    endpointRows(facts),
    versionRows(facts),
    ownerRows(facts),
  ];
  const rows = [...steps, ...endpoints, ...versions, ...blockers];
  const health = linkHealth(facts);
  return {
    ...stamp(facts),
    title: "Partner sandbox evidence bundle",
    status: health.status === "passed" ? "ready_for_partner_review" : "blocked_link_health",
    currentVersion: API_VERSION,
    linkHealth: health,
    totals: {
      rows: rows.length,
      onboardingSteps: steps.length,
      partnerEndpoints: endpoints.length,
      apiVersions: versions.length,
      ownerBlockers: blockers.length,
    },
    reviewGates: [
      "Client, custody of the key and scopes are confirmed.",
      "The usage CSV is exported separately.",
      "Webhook replay evidence is attached where webhooks are asked for.",
      "Owner blockers are resolved before SDK links or production clients.",
    ],
    rows,
  };
}
