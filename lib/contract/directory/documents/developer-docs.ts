import { z } from "zod";
import { changelog } from "@/lib/contract/directory/documents/changelog";
import { cursorEvaluation } from "@/lib/contract/directory/documents/cursor-evaluation";
import { endpointCards } from "@/lib/contract/directory/documents/endpoint-cards";
import { type DocumentFacts, stamp } from "@/lib/contract/directory/documents/facts";
import { onboardingChecklist } from "@/lib/contract/directory/documents/onboarding-checklist";
import { CursorEvaluation } from "@/lib/contract/directory/documents/paging-schemas";
import { responseEnvelope } from "@/lib/contract/directory/documents/response-envelope";
import { responsePagination } from "@/lib/contract/directory/documents/response-pagination";
import { sandboxEvidence } from "@/lib/contract/directory/documents/sandbox-evidence";
import {
  Changelog,
  OnboardingChecklist,
  ResponseEnvelope,
  ResponsePagination,
  SandboxEvidence,
  SdkPackagePlan,
} from "@/lib/contract/directory/documents/schemas";
import { ApiScope } from "@/lib/contract/directory/documents/scope-schema";
import { sdkExamples } from "@/lib/contract/directory/documents/sdk-examples";
import { sdkPackagePlan } from "@/lib/contract/directory/documents/sdk-packages";
import { type SigningGuide, signingGuide } from "@/lib/contract/directory/documents/signing-guide";
import { API_VERSION, KEY_HEADER } from "@/lib/contract/directory/envelope";
import { API_SCOPES, LISTED_SCOPES } from "@/lib/domain/api-clients/scopes";
import { IsoTime } from "@/lib/domain/shared/schemas";
import { WEBHOOK_EVENT_TYPES } from "@/lib/domain/webhooks/directory/event-types";

const Texts = z.array(z.string());

export const DeveloperDocs = z
  .object({
    generatedAt: IsoTime,
    version: z.string(),
    title: z.string(),
    baseUrl: z.string(),
    authentication: z.object({
      type: z.literal("apiKey"),
      header: z.string(),
      requiredScopes: z.array(ApiScope),
      allScopes: z.array(ApiScope),
    }),
    endpoints: z.array(z.object({ path: z.string(), method: z.string(), summary: z.string(), tags: Texts })),
    webhooks: z.object({
      signatureHeader: z.string(),
      eventHeader: z.string(),
      algorithm: z.string(),
      signedContent: z.string(),
      toleranceSeconds: z.int(),
      supportedEvents: z.array(z.enum(WEBHOOK_EVENT_TYPES)),
      sampleSignature: z.string(),
      sampleRawBody: z.string(),
      verificationSteps: Texts,
    }),
    sdkExamples: z.array(
      z.object({ language: z.enum(["node", "python", "curl"]), title: z.string(), code: z.string() }),
    ),
    sandboxOnboarding: OnboardingChecklist,
    changelog: Changelog,
    sdkPackagePlan: SdkPackagePlan,
    sandboxEvidence: SandboxEvidence,
    responseEnvelope: ResponseEnvelope,
    responsePagination: ResponsePagination,
    paginationEvaluation: CursorEvaluation,
    operationalControls: Texts,
    nextActions: Texts,
  })
  .meta({ id: "DeveloperDocs" });
export type DeveloperDocs = z.output<typeof DeveloperDocs>;

function webhooksOf(guide: SigningGuide): DeveloperDocs["webhooks"] {
  const { signatureHeader, eventHeader, algorithm, signedContent, toleranceSeconds, supportedEvents } = guide;
  return {
    ...{ signatureHeader, eventHeader, algorithm, signedContent, toleranceSeconds, supportedEvents },
    sampleSignature: guide.sample.signature,
    sampleRawBody: guide.sample.rawBody,
    verificationSteps: guide.verificationSteps,
  };
}

/** All there is to know, in one document; the page /developers is made from it (contract 6.11). */
export function developerDocs(facts: DocumentFacts): DeveloperDocs {
  const guide = signingGuide(facts);
  return {
    ...stamp(facts),
    version: API_VERSION,
    title: "Partner developer platform",
    baseUrl: facts.baseUrl,
    authentication: {
      type: "apiKey",
      header: KEY_HEADER,
      requiredScopes: [...LISTED_SCOPES],
      allScopes: [...API_SCOPES],
    },
    endpoints: endpointCards(facts),
    webhooks: webhooksOf(guide),
    sdkExamples: sdkExamples(facts, guide.sample),
    sandboxOnboarding: onboardingChecklist(facts),
    changelog: changelog(facts),
    sdkPackagePlan: sdkPackagePlan(facts),
    sandboxEvidence: sandboxEvidence(facts),
    responseEnvelope: responseEnvelope(facts),
    responsePagination: responsePagination(facts),
    paginationEvaluation: cursorEvaluation(facts),
    operationalControls: [
      "Every partner call is audited by client, key, scope, subject, status and the outcome of its limit.",
      "Usage is available as CSV to clients that hold usage:read.",
      "Webhooks go to HTTPS targets only, and a signing secret is shown once.",
      "Failed deliveries can be retried, and history can be replayed as fresh queued records that are audited.",
      "Replay evidence is filtered by client, event type, status of source and replay, subject, dates, or to audited replays only.",
    ],
    nextActions: [
      "Ask an administrator for a sandbox client with the minimum scopes.",
      "Verify the sample signature with your own code.",
      "Walk through the sandbox onboarding checklist.",
    ],
  };
}
