import { partnerEndpoints } from "@/lib/contract/directory/documents/endpoint-cards";
import { type DocumentFacts, PARTNER_PREFIX, stamp } from "@/lib/contract/directory/documents/facts";
import type { Changelog, ChangelogEntry } from "@/lib/contract/directory/documents/schemas";
import { API_VERSION } from "@/lib/contract/directory/envelope";
import { documentPath } from "@/lib/contract/openapi/document-path";

export const BREAKING_CHANGE_RULE =
  "Moving data, meta or error, or removing or renaming a field, is breaking: it needs a changelog entry, an OpenAPI update, a migration note and a notice to partners that the owner approved.";

const DOCUMENTED_WITH_THE_FIRST = ["/onboarding-checklist", "/developer-docs", "/webhooks/signing-guide"];

function entries(facts: DocumentFacts): ChangelogEntry[] {
  const scoped = partnerEndpoints(facts).filter(({ auth }) => auth === "scoped");
  return [
    {
      version: API_VERSION,
      releasedAt: "2026-05-14",
      status: "current",
      summary: "First governed foundation: scoped keys, public inventory, usage evidence and signed webhooks.",
      additions: [
        "Scoped key authentication, with rate-limit and sandbox metadata on every answer.",
        "Provider and event reads, with summaries for each provider.",
        "Usage of the calling client as JSON and CSV.",
        "Webhook signing guide, signature verification, replay evidence and SDK examples.",
        "Sandbox onboarding checklist with an owner and a blocker for each step.",
      ],
      breakingChanges: [],
      migrationNotes: [
        "Send the key in x-senior-guru-api-key on every call.",
        "Treat 0.x as pre-1.0: compare with the OpenAPI catalogue before each release of yours.",
        "Stay in the sandbox until the owner's approval records purpose, scopes, limits and events.",
      ],
      affectedEndpoints: [
        ...scoped.map(({ method, path }) => `${method} ${documentPath(path)}`),
        ...DOCUMENTED_WITH_THE_FIRST.map((path) => `GET ${PARTNER_PREFIX}${path}`),
      ],
    },
    {
      version: "0.2.0",
      releasedAt: "planned",
      status: "planned",
      summary: "Sandbox evidence export, explicit envelope versions and guidance for publishing the SDK packages.",
      additions: [
        "Sandbox evidence export: provider, event, usage, webhook and link-health checks.",
        "The envelope's version in a header and in meta of every answer.",
        "Guidance for publishing the SDK packages.",
      ],
      breakingChanges: [],
      migrationNotes: ["Start to store the ids of usage and webhook evidence."],
      affectedEndpoints: ["/usage", "/developer-docs", "/changelog"].map((path) => `GET ${PARTNER_PREFIX}${path}`),
    },
  ];
}

/** What changed, when, and what a partner has to do about it (contract 6.2). */
export function changelog(facts: DocumentFacts): Changelog {
  return {
    ...stamp(facts),
    currentVersion: API_VERSION,
    policy: {
      preOneDotZero:
        "Before 1.0, OpenAPI catalogue, changelog, usage evidence and the owner's approval are reviewed before a client goes to production.",
      deprecationNoticeDays: 90,
      breakingChangeRule: `New keys inside meta are not breaking. ${BREAKING_CHANGE_RULE}`,
    },
    entries: entries(facts),
    nextActions: [
      "Compare the version you built against with currentVersion.",
      "Read the migration notes of every version in between.",
      "Tell your reviewer which endpoints of affectedEndpoints you call.",
    ],
  };
}
