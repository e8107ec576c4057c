import { z } from "zod";
import { ApiScope } from "@/lib/contract/directory/documents/scope-schema";
import { IsoTime } from "@/lib/domain/shared/schemas";

/** What every documentation resource begins with; two of them have no title (contract 6). */
const Untitled = z.object({ generatedAt: IsoTime });
const Titled = Untitled.extend({ title: z.string() });
const Texts = z.array(z.string());

export const OnboardingStep = z.object({
  key: z.string(),
  title: z.string(),
  owner: z.enum(["platform_admin", "partner_engineer", "partner_ops"]),
  requiredScopes: z.array(ApiScope),
  endpoint: z.string(),
  completionSignal: z.string(),
  blocker: z.string(),
});
export type OnboardingStep = z.output<typeof OnboardingStep>;

export const OnboardingChecklist = Titled.extend({
  mode: z.literal("sandbox"),
  objective: z.string(),
  minimumScopes: z.array(ApiScope),
  optionalScopes: z.array(ApiScope),
  promotionControls: Texts,
  steps: z.array(OnboardingStep),
  nextActions: Texts,
}).meta({ id: "OnboardingChecklist" });
export type OnboardingChecklist = z.output<typeof OnboardingChecklist>;

export const ChangelogEntry = z.object({
  version: z.string(),
  releasedAt: z.string(),
  status: z.enum(["current", "planned"]),
  summary: z.string(),
  additions: Texts,
  breakingChanges: Texts,
  migrationNotes: Texts,
  affectedEndpoints: Texts,
});
export type ChangelogEntry = z.output<typeof ChangelogEntry>;

export const Changelog = Untitled.extend({
  currentVersion: z.string(),
  policy: z.object({ preOneDotZero: z.string(), deprecationNoticeDays: z.int(), breakingChangeRule: z.string() }),
  entries: z.array(ChangelogEntry),
  nextActions: Texts,
}).meta({ id: "Changelog" });
export type Changelog = z.output<typeof Changelog>;

const Language = z.enum(["node", "python"]);

export const PlannedPackage = z.object({
  language: Language,
  packageName: z.string(),
  status: z.literal("planned"),
  publicModule: z.string(),
  responsibilities: Texts,
  releaseGate: z.string(),
});

export const SdkPackagePlan = Titled.extend({
  objective: z.string(),
  status: z.literal("planned"),
  packages: z.array(PlannedPackage),
  requiredSecurityControls: Texts,
  releaseChecklist: Texts,
  ownerBlockers: Texts,
  nextActions: Texts,
}).meta({ id: "SdkPackagePlan" });
export type SdkPackagePlan = z.output<typeof SdkPackagePlan>;

export const PublishStatus = z.enum(["blocked_pending_owner_approval", "ready_for_signed_prerelease"]);
export type PublishStatus = z.output<typeof PublishStatus>;

export const PackageReadiness = z.object({
  language: Language,
  packageName: z.string(),
  registry: z.enum(["npm", "pypi"]),
  status: PublishStatus,
  requiredEnv: Texts,
  configuredEnv: Texts,
  blockers: Texts,
  nextActions: Texts,
});

export const SdkPublishReadiness = Titled.extend({
  status: PublishStatus,
  packagePlanEndpoint: z.string(),
  packages: z.array(PackageReadiness),
  totals: z.object({ packages: z.int(), ready: z.int(), blocked: z.int() }),
  inheritedSecurityControls: Texts,
  blockers: Texts,
  nextActions: Texts,
}).meta({ id: "SdkPublishReadiness" });
export type SdkPublishReadiness = z.output<typeof SdkPublishReadiness>;

export const EvidenceRow = z.object({
  evidenceType: z.enum(["onboarding_step", "partner_endpoint", "api_version", "sdk_owner_blocker"]),
  subject: z.string(),
  status: z.string(),
  owner: z.string(),
  endpoint: z.string(),
  summary: z.string(),
  blocker: z.string(),
});
export type EvidenceRow = z.output<typeof EvidenceRow>;

export const SandboxEvidence = Titled.extend({
  status: z.enum(["ready_for_partner_review", "blocked_link_health"]),
  currentVersion: z.string(),
  linkHealth: z.object({ status: z.enum(["passed", "failed"]), total: z.int(), invalid: z.int() }),
  totals: z.object({
    rows: z.int(),
    onboardingSteps: z.int(),
    partnerEndpoints: z.int(),
    apiVersions: z.int(),
    ownerBlockers: z.int(),
  }),
  reviewGates: Texts,
  rows: z.array(EvidenceRow),
}).meta({ id: "SandboxEvidence" });
export type SandboxEvidence = z.output<typeof SandboxEvidence>;

export const EnvelopeParts = z.object({
  version: z.string(),
  dataPath: z.string(),
  metaPath: z.string(),
  errorPath: z.string(),
});

export const ResponseEnvelope = Titled.extend({
  currentVersion: z.string(),
  envelope: EnvelopeParts,
  requiredHeaders: Texts,
  successShape: z.object({
    data: z.string(),
    meta: z.object({ apiClientId: z.string(), sandboxMode: z.string(), responseEnvelope: EnvelopeParts }),
  }),
  errorShape: z.object({ error: z.string(), headers: Texts }),
  versioningRules: Texts,
  nextActions: Texts,
}).meta({ id: "ResponseEnvelopeContract" });
export type ResponseEnvelope = z.output<typeof ResponseEnvelope>;

const WholeParameter = z.object({ type: z.literal("integer"), default: z.int(), min: z.int(), max: z.int() });

export const ResponsePagination = Titled.extend({
  status: z.literal("active"),
  queryParameters: z.object({ page: WholeParameter, pageSize: WholeParameter }),
  paginatedEndpoints: Texts,
  metaShape: z.object({ pagination: z.record(z.string(), z.string()) }),
  versioningRules: Texts,
  nextActions: Texts,
}).meta({ id: "ResponsePaginationContract" });
export type ResponsePagination = z.output<typeof ResponsePagination>;
