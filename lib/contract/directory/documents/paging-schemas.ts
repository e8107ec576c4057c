import { z } from "zod";
import { IsoTime } from "@/lib/domain/shared/schemas";

const Texts = z.array(z.string());
const Risk = z.enum(["low", "medium", "high"]);

const Evaluated = {
  endpoint: z.string(),
  currentMode: z.literal("page_pageSize_offset"),
  stableSort: z.string(),
  cursorCandidate: z.string(),
  risk: Risk,
};

export const CursorEvaluation = z
  .object({
    generatedAt: IsoTime,
    title: z.string(),
    status: z.literal("offset_pagination_current"),
    recommendation: z.string(),
    currentContract: z.object({ status: z.literal("active"), pageSizeMax: z.int(), endpoints: Texts }),
    totals: z.object({
      evaluatedEndpoints: z.int(),
      cursorCandidateEndpoints: z.int(),
      highRiskEndpoints: z.int(),
    }),
    migrationGates: Texts,
    compatibilityRules: Texts,
    rows: z.array(z.object({ ...Evaluated, productionTrigger: z.string() })),
  })
  .meta({ id: "CursorEvaluation" });
export type CursorEvaluation = z.output<typeof CursorEvaluation>;

export const VOLUME_STATUSES = [
  "cursor_candidate_trigger_met",
  "offset_pagination_still_acceptable",
  "blocked_pending_production_volume_evidence",
] as const;
export type VolumeStatus = (typeof VOLUME_STATUSES)[number];

export const VolumeRow = z.object({
  ...Evaluated,
  productionRows: z.number().optional(),
  dailyPartnerSyncs: z.number().optional(),
  observedMaxPageDepth: z.number().optional(),
  thresholdRows: z.int(),
  thresholdDailySyncs: z.int(),
  thresholdPageDepth: z.int(),
  requiredEvidenceEnv: Texts,
  status: z.enum(VOLUME_STATUSES),
  blockers: Texts,
  nextActions: Texts,
});
export type VolumeRow = z.output<typeof VolumeRow>;

export const VolumeEvidence = z
  .object({
    generatedAt: IsoTime,
    title: z.string(),
    status: z.enum([...VOLUME_STATUSES, "offset_pagination_current"]),
    evaluationEndpoint: z.string(),
    currentRecommendation: z.string(),
    totals: z.object({
      endpoints: z.int(),
      triggerMet: z.int(),
      offsetStillAcceptable: z.int(),
      blockedPendingEvidence: z.int(),
    }),
    rows: z.array(VolumeRow),
    blockers: Texts,
    nextActions: Texts,
  })
  .meta({ id: "CursorVolumeEvidence" });
export type VolumeEvidence = z.output<typeof VolumeEvidence>;
