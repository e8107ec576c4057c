export const POLICY_DECISIONS = [
  "approved",
  "approved_with_disclosure",
  "needs_human_review",
  "needs_legal_review",
  "needs_expert_review",
  "blocked",
  "blocked_non_overridable",
] as const;
export type PolicyDecision = (typeof POLICY_DECISIONS)[number];

/** The ones that refuse a write. */
export const REFUSING_DECISIONS = ["blocked", "blocked_non_overridable"] as const;
