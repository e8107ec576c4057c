import { evaluatedLists, RECOMMENDATION } from "@/lib/contract/directory/documents/cursor-evaluation";
import { type DocumentFacts, PARTNER_PREFIX, stamp } from "@/lib/contract/directory/documents/facts";
import { PAGED_LISTS, type Risk } from "@/lib/contract/directory/documents/list-endpoints";
import type { VolumeEvidence, VolumeRow, VolumeStatus } from "@/lib/contract/directory/documents/paging-schemas";

type Thresholds = Pick<VolumeRow, "thresholdRows" | "thresholdDailySyncs" | "thresholdPageDepth">;

const THRESHOLDS: Record<Risk, Thresholds> = {
  high: { thresholdRows: 5000, thresholdDailySyncs: 6, thresholdPageDepth: 25 },
  medium: { thresholdRows: 10_000, thresholdDailySyncs: 12, thresholdPageDepth: 50 },
  low: { thresholdRows: 25_000, thresholdDailySyncs: 24, thresholdPageDepth: 100 },
};

/** `/ads/placements` is reported in PARTNER_ADS_PLACEMENTS_ROWS, _DAILY_SYNCS and _MAX_PAGE_DEPTH. */
function evidenceNames(path: string): [rows: string, syncs: string, depth: string] {
  const resource = path.slice(1).replace(/[/-]/g, "_").toUpperCase();
  return [`PARTNER_${resource}_ROWS`, `PARTNER_${resource}_DAILY_SYNCS`, `PARTNER_${resource}_MAX_PAGE_DEPTH`];
}

/** Names of the settings that report what was seen in production. */
export const VOLUME_SETTINGS: readonly string[] = PAGED_LISTS.flatMap(({ path }) => evidenceNames(path));

function amount(text: string | undefined): number | undefined {
  const value = text === undefined || text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}

function statusOf(observed: (number | undefined)[], thresholds: number[]): VolumeStatus {
  if (observed.every((value) => value === undefined)) return "blocked_pending_production_volume_evidence";
  const isMet = observed.some((value, index) => value !== undefined && value >= thresholds[index]!);
  return isMet ? "cursor_candidate_trigger_met" : "offset_pagination_still_acceptable";
}

const NEXT_ACTION: Record<VolumeStatus, string> = {
  cursor_candidate_trigger_met: "Pass the migration gates of the evaluation, then plan cursors for this list.",
  offset_pagination_still_acceptable: "Keep page and pageSize, and report the figures again next quarter.",
  blocked_pending_production_volume_evidence: "Report at least one of the three figures from production.",
};

function rowOf(settings: DocumentFacts["settings"], list: (typeof PAGED_LISTS)[number], index: number): VolumeRow {
  const { productionTrigger: _, ...evaluated } = evaluatedLists()[index]!;
  const requiredEvidenceEnv = evidenceNames(list.path);
  const [rows, syncs, depth] = requiredEvidenceEnv.map((name) => amount(settings[name]));
  const thresholds = THRESHOLDS[list.risk];
  const status = statusOf([rows, syncs, depth], Object.values(thresholds));
  const isBlocked = status === "blocked_pending_production_volume_evidence";
  return {
    ...evaluated,
    ...(rows !== undefined && { productionRows: rows }),
    ...(syncs !== undefined && { dailyPartnerSyncs: syncs }),
    ...(depth !== undefined && { observedMaxPageDepth: depth }),
    ...thresholds,
    requiredEvidenceEnv,
    status,
    blockers: isBlocked ? [`No production volume is recorded for ${evaluated.endpoint}.`] : [],
    nextActions: [NEXT_ACTION[status]],
  };
}

/** What production volume says about cursors (contract 6.9). */
export function volumeEvidence(facts: DocumentFacts): VolumeEvidence {
  const rows = PAGED_LISTS.map((list, index) => rowOf(facts.settings, list, index));
  const count = (status: VolumeStatus) => rows.filter((row) => row.status === status).length;
  const blockers = rows.flatMap((row) => row.blockers);
  const triggerMet = count("cursor_candidate_trigger_met");
  const open = blockers.length > 0 ? "blocked_pending_production_volume_evidence" : "offset_pagination_current";
  return {
    ...stamp(facts),
    title: "Cursor volume evidence",
    status: triggerMet > 0 ? "cursor_candidate_trigger_met" : open,
    evaluationEndpoint: `GET ${PARTNER_PREFIX}/pagination-evaluation`,
    currentRecommendation: RECOMMENDATION,
    totals: {
      endpoints: rows.length,
      triggerMet,
      offsetStillAcceptable: count("offset_pagination_still_acceptable"),
      blockedPendingEvidence: count("blocked_pending_production_volume_evidence"),
    },
    rows,
    blockers,
    nextActions: [...new Set(rows.flatMap((row) => row.nextActions))],
  };
}
