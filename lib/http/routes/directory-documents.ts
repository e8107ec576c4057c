import * as documents from "@/lib/contract/directory/documents";
import { changelog } from "@/lib/contract/directory/documents/changelog";
import { cursorEvaluation } from "@/lib/contract/directory/documents/cursor-evaluation";
import { developerDocs } from "@/lib/contract/directory/documents/developer-docs";
import { onboardingChecklist } from "@/lib/contract/directory/documents/onboarding-checklist";
import { responseEnvelope } from "@/lib/contract/directory/documents/response-envelope";
import { responsePagination } from "@/lib/contract/directory/documents/response-pagination";
import { sandboxEvidence } from "@/lib/contract/directory/documents/sandbox-evidence";
import { sdkPackagePlan } from "@/lib/contract/directory/documents/sdk-packages";
import { sdkPublishReadiness } from "@/lib/contract/directory/documents/sdk-readiness";
import { signingGuide } from "@/lib/contract/directory/documents/signing-guide";
import { volumeEvidence } from "@/lib/contract/directory/documents/volume-evidence";
import { directorySurface } from "@/lib/http/directory-surface";
import { documentVerb, exportVerb } from "@/lib/http/documents/document-verb";
import { evaluationCsv, evidenceCsv, readinessCsv, volumeCsv } from "@/lib/http/documents/exports";
import { routes } from "@/lib/http/route-table";

/** The open documentation resources: what they say is made from the contracts that the rest of the tables keep. */
export const documentRoutes = routes(directorySurface, [
  [documents.getOnboardingChecklist, documentVerb(onboardingChecklist)],
  [documents.getChangelog, documentVerb(changelog)],
  [documents.getSdkPackagePlan, documentVerb(sdkPackagePlan)],
  [documents.getSdkPublishReadiness, exportVerb(sdkPublishReadiness, readinessCsv)],
  [documents.getSandboxEvidence, exportVerb(sandboxEvidence, evidenceCsv)],
  [documents.getResponseEnvelope, documentVerb(responseEnvelope)],
  [documents.getResponsePagination, documentVerb(responsePagination)],
  [documents.getCursorEvaluation, exportVerb(cursorEvaluation, evaluationCsv)],
  [documents.getVolumeEvidence, exportVerb(volumeEvidence, volumeCsv)],
  [documents.getSigningGuide, documentVerb(signingGuide)],
  [documents.getDeveloperDocs, documentVerb(developerDocs)],
]);
