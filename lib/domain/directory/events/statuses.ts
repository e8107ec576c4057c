export const EVENT_STATUSES = ["draft", "published", "featured", "canceled", "completed", "blocked_by_policy"] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];

/** The ones that partners see. */
export const PUBLIC_EVENT_STATUSES = ["published", "featured"] as const;
export type PublicEventStatus = (typeof PUBLIC_EVENT_STATUSES)[number];

export const RSVP_STATUSES = ["confirmed", "waitlisted", "canceled", "attended", "no_show"] as const;
export type RsvpStatus = (typeof RSVP_STATUSES)[number];

export const PROMOTION_STATUSES = ["draft", "pending_policy", "active", "paused", "completed", "blocked"] as const;
export type PromotionStatus = (typeof PROMOTION_STATUSES)[number];
