/** Where a post or comment stands; partners see posts that are `published`, and no comment. */
export const POST_STATUSES = ["published", "pending_moderation", "hidden", "removed", "blocked_by_policy"] as const;
export type PostStatus = (typeof POST_STATUSES)[number];

export const POST_TYPES = [
  "question",
  "recommendation",
  "event",
  "provider_update",
  "expert_answer",
  "educational_tip",
  "offer",
  "safety_alert",
  "support_request",
] as const;
export type PostType = (typeof POST_TYPES)[number];

export const REPORT_STATUSES = ["open", "reviewing", "resolved", "dismissed"] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];
