import { z } from "zod";
import { openEndpoint } from "@/lib/contract/directory/directory-endpoint";
import { DeveloperDocs } from "@/lib/contract/directory/documents/developer-docs";
import { CursorEvaluation, VolumeEvidence } from "@/lib/contract/directory/documents/paging-schemas";
import {
  Changelog,
  OnboardingChecklist,
  ResponseEnvelope,
  ResponsePagination,
  SandboxEvidence,
  SdkPackagePlan,
  SdkPublishReadiness,
} from "@/lib/contract/directory/documents/schemas";
import { SigningGuide } from "@/lib/contract/directory/documents/signing-guide";
import { filterOneOf } from "@/lib/domain/directory/paging/schemas";

/** The documentation resources of the directory API (contract 6): open to anyone, `{ data }`, some as CSV too. */

const DocumentQuery = z.object({
  format: filterOneOf(["json", "csv"]).meta({ example: "csv", description: "`csv` answers the rows as a file." }),
});

export const getOnboardingChecklist = openEndpoint({
  method: "GET",
  path: "/api/v1/partner/onboarding-checklist",
  id: "getOnboardingChecklist",
  tag: "System",
  summary: "Read the sandbox onboarding checklist (no scope)",
  response: z.object({ data: OnboardingChecklist }),
});

export const getChangelog = openEndpoint({
  method: "GET",
  path: "/api/v1/partner/changelog",
  id: "getChangelog",
  tag: "System",
  summary: "Read what changed in the API (no scope)",
  response: z.object({ data: Changelog }),
});

export const getSdkPackagePlan = openEndpoint({
  method: "GET",
  path: "/api/v1/partner/sdk-package-plan",
  id: "getSdkPackagePlan",
  tag: "System",
  summary: "Read the plan for the SDK packages (no scope)",
  response: z.object({ data: SdkPackagePlan }),
});

export const getSdkPublishReadiness = openEndpoint({
  method: "GET",
  path: "/api/v1/partner/sdk-publish-readiness",
  id: "getSdkPublishReadiness",
  tag: "System",
  summary: "Read which gates before publishing are open, as JSON or CSV (no scope)",
  description: "Names of settings only, never their values.",
  query: DocumentQuery,
  response: z.object({ data: SdkPublishReadiness }),
});

export const getSandboxEvidence = openEndpoint({
  method: "GET",
  path: "/api/v1/partner/sandbox-evidence",
  id: "getSandboxEvidence",
  tag: "System",
  summary: "Read the sandbox evidence bundle, as JSON or CSV (no scope)",
  query: DocumentQuery,
  response: z.object({ data: SandboxEvidence }),
});

export const getResponseEnvelope = openEndpoint({
  method: "GET",
  path: "/api/v1/partner/response-envelope",
  id: "getResponseEnvelope",
  tag: "System",
  summary: "Read the contract of the response envelope (no scope)",
  response: z.object({ data: ResponseEnvelope }),
});

export const getResponsePagination = openEndpoint({
  method: "GET",
  path: "/api/v1/partner/response-pagination",
  id: "getResponsePagination",
  tag: "System",
  summary: "Read the contract of the pagination (no scope)",
  response: z.object({ data: ResponsePagination }),
});

export const getCursorEvaluation = openEndpoint({
  method: "GET",
  path: "/api/v1/partner/pagination-evaluation",
  id: "getCursorEvaluation",
  tag: "System",
  summary: "Read the evaluation of cursor pagination, as JSON or CSV (no scope)",
  query: DocumentQuery,
  response: z.object({ data: CursorEvaluation }),
});

export const getVolumeEvidence = openEndpoint({
  method: "GET",
  path: "/api/v1/partner/pagination-volume-evidence",
  id: "getVolumeEvidence",
  tag: "System",
  summary: "Read what production volume says about cursors, as JSON or CSV (no scope)",
  query: DocumentQuery,
  response: z.object({ data: VolumeEvidence }),
});

export const getSigningGuide = openEndpoint({
  method: "GET",
  path: "/api/v1/partner/webhooks/signing-guide",
  id: "getSigningGuide",
  tag: "System",
  summary: "Read how webhooks are signed, with a sample (no scope)",
  response: z.object({ data: SigningGuide }),
});

export const getDeveloperDocs = openEndpoint({
  method: "GET",
  path: "/api/v1/partner/developer-docs",
  id: "getDeveloperDocs",
  tag: "System",
  summary: "Read all documentation in one document (no scope)",
  response: z.object({ data: DeveloperDocs }),
});
