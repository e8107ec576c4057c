import type { Provider, ProviderVisibility } from "@/lib/domain/directory/providers/schemas";

/** What the scores of a visible provider are made from, beside its listing. */
export type VisibilityFacts = {
  claimStatus: ProviderVisibility["claimStatus"];
  reviews: number;
  publishedReviews: number;
  pendingReviews: number;
  visibleEvents: number;
  campaigns: number;
  paidEntitlements: number;
};

type Check = { label: string; isMet: boolean };
type Metric = ProviderVisibility["metrics"][number];

const SUMMARY_LEAST = 80;
const CONFIDENCE_LEAST = 0.85;
const REVIEWS_LEAST = 3;
const NAMED_FIELDS_MAX = 3;

/** What a profile should have, by the words for what is missing. */
function profileChecks(provider: Provider): Check[] {
  const { address, city, state, phone, websiteUrl, imageUrl, summary = "", categories, source } = provider;
  return [
    { label: "Full address", isMet: Boolean(address && city && state) },
    { label: "Phone number", isMet: Boolean(phone) },
    { label: "Website", isMet: Boolean(websiteUrl) },
    { label: "Image", isMet: Boolean(imageUrl) },
    { label: `Summary of at least ${SUMMARY_LEAST} characters`, isMet: summary.length >= SUMMARY_LEAST },
    { label: "Category", isMet: categories.length > 0 },
    { label: "Source link and fetch time", isMet: Boolean(source.url && source.fetchedAt) },
  ];
}

function metricOf(label: string, checks: readonly boolean[]): Metric {
  const value = checks.filter(Boolean).length;
  const total = checks.length;
  const score = scoreOf({ value, total });
  return { label, value, total, status: score >= 80 ? "strong" : score >= 45 ? "watch" : "gap" };
}

const scoreOf = ({ value, total }: Pick<Metric, "value" | "total">) => Math.round((100 * value) / total);

/** What to do next, most urgent first (contract 5.3). */
function nextActions(facts: VisibilityFacts, missing: readonly string[]): ProviderVisibility["nextBestActions"] {
  const named = missing.slice(0, NAMED_FIELDS_MAX).join(", ");
  const actions = [
    {
      applies: facts.claimStatus !== "approved",
      label: "Finish claim verification",
      priority: "high" as const,
      reason: "An approved claim lets the owner keep the listing right and unlocks growth features.",
    },
    {
      applies: missing.length > 0,
      label: "Complete the listing profile",
      priority: "high" as const,
      reason: `Still missing: ${named}.`,
    },
    {
      applies: facts.publishedReviews === 0,
      label: "Start collecting reviews",
      priority: "medium" as const,
      reason: "No review is published yet, and families look for them first.",
    },
    {
      applies: facts.visibleEvents === 0,
      label: "Publish a local event",
      priority: "medium" as const,
      reason: "Events put the listing in front of families nearby.",
    },
    {
      applies: facts.campaigns === 0,
      label: "Launch a local campaign",
      priority: "low" as const,
      reason: "No campaign brings visitors to this listing yet.",
    },
  ];
  return actions.filter(({ applies }) => applies).map(({ applies: _, ...action }) => action);
}

/** Scores, what is missing and what to do next, by the rules of contract 5.3. */
export function scoreVisibility(
  provider: Provider,
  facts: VisibilityFacts,
): Omit<ProviderVisibility, "provider" | "generatedAt"> {
  const profile = profileChecks(provider);
  const missingProfileFields = profile.filter(({ isMet }) => !isMet).map(({ label }) => label);
  const metrics = [
    metricOf(
      "Profile completion",
      profile.map(({ isMet }) => isMet),
    ),
    metricOf("Discovery signals", [
      // A visible provider's status is above `imported`.
      true,
      provider.confidenceScore >= CONFIDENCE_LEAST,
      Boolean(provider.source.url),
      facts.visibleEvents > 0,
    ]),
    metricOf("Reputation signals", [
      facts.publishedReviews > 0,
      facts.pendingReviews === 0,
      facts.reviews >= REVIEWS_LEAST,
    ]),
    metricOf("Growth readiness", [
      facts.claimStatus === "approved",
      facts.campaigns > 0,
      facts.paidEntitlements > 0,
      facts.visibleEvents > 0,
    ]),
  ];
  const [profileCompletion, discovery, reputation, growthReadiness] = metrics.map(scoreOf) as [
    number,
    number,
    number,
    number,
  ];
  const overall = Math.round((profileCompletion + discovery + reputation + growthReadiness) / 4);
  return {
    scores: { profileCompletion, discovery, reputation, growthReadiness, overall },
    claimStatus: facts.claimStatus,
    metrics,
    missingProfileFields,
    nextBestActions: nextActions(facts, missingProfileFields),
  };
}
