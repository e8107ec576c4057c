import type { CursorEvaluation, VolumeEvidence } from "@/lib/contract/directory/documents/paging-schemas";
import type { SandboxEvidence, SdkPublishReadiness } from "@/lib/contract/directory/documents/schemas";
import { csvOf } from "@/lib/domain/shared/csv";
import { csvFile, type Download } from "@/lib/domain/shared/download";

/** Documentation exports quote every cell (contract 3.5). */
const STYLE = { isQuoted: true };

const dayOf = (document: { generatedAt: string }) => document.generatedAt.slice(0, 10);

/** Package rows, then one row for each overall blocker and next action. */
export function readinessCsv(document: SdkPublishReadiness): Download {
  const columns = [
    ...(["language", "packageName", "registry", "status", "requiredEnv"] as const),
    ...(["configuredEnv", "blockers", "nextActions"] as const),
  ];
  const rows = [
    ...document.packages,
    ...document.blockers.map((blocker) => ({ language: "blocker", status: document.status, blockers: [blocker] })),
    ...document.nextActions.map((action) => ({
      language: "next_action",
      status: document.status,
      nextActions: [action],
    })),
  ];
  return csvFile(`webhook-sdk-publish-readiness-${dayOf(document)}.csv`, csvOf(columns, rows, STYLE));
}

export function evidenceCsv(document: SandboxEvidence): Download {
  const columns = ["evidenceType", "subject", "status", "owner", "endpoint", "summary", "blocker"] as const;
  return csvFile(`partner-sandbox-evidence-${document.currentVersion}.csv`, csvOf(columns, document.rows, STYLE));
}

export function evaluationCsv(document: CursorEvaluation): Download {
  const columns = ["endpoint", "currentMode", "stableSort", "cursorCandidate", "risk", "productionTrigger"] as const;
  return csvFile("partner-pagination-evaluation.csv", csvOf(columns, document.rows, STYLE));
}

export function volumeCsv(document: VolumeEvidence): Download {
  const columns = [
    ...(["endpoint", "currentMode", "stableSort", "cursorCandidate", "risk", "status"] as const),
    ...(["productionRows", "dailyPartnerSyncs", "observedMaxPageDepth"] as const),
    ...(["thresholdRows", "thresholdDailySyncs", "thresholdPageDepth"] as const),
    ...(["requiredEvidenceEnv", "blockers", "nextActions"] as const),
  ];
  return csvFile(`partner-pagination-volume-evidence-${dayOf(document)}.csv`, csvOf(columns, document.rows, STYLE));
}
