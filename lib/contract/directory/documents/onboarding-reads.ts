import { PARTNER_PREFIX } from "@/lib/contract/directory/documents/facts";
import type { OnboardingStep } from "@/lib/contract/directory/documents/schemas";

/** The steps that read the directory: each says what the answer holds and leaves out (contract 5), and what it is not for. */
export const READ_STEPS: readonly OnboardingStep[] = [
  {
    key: "read-provider-inventory",
    title: "Read the provider inventory",
    owner: "partner_engineer",
    requiredScopes: ["providers:read"],
    endpoint: `GET ${PARTNER_PREFIX}/providers`,
    completionSignal:
      "Answers visible providers with their source, the rate-limit headers and the sandbox header true; no imported, suspended or closed provider, contact e-mail, admin note, claim, raw source payload or policy check.",
    blocker: "A 403 means that the scope is missing, or that the client is paused or revoked.",
  },
  {
    key: "read-provider-detail",
    title: "Read one provider",
    owner: "partner_engineer",
    requiredScopes: ["providers:read"],
    endpoint: `GET ${PARTNER_PREFIX}/providers/{id}`,
    completionSignal:
      "Answers one visible provider by id or slug with its source, without contact e-mail, admin notes, claims, raw source payloads or policy checks.",
    blocker: "Show no profile of an unapproved status, and no claim evidence.",
  },
  {
    key: "read-provider-visibility",
    title: "Read a provider's visibility",
    owner: "partner_ops",
    requiredScopes: ["providers:read"],
    endpoint: `GET ${PARTNER_PREFIX}/providers/{id}/visibility`,
    completionSignal:
      "Answers scores, missing profile fields and next best actions, without entitlement keys, action URLs, audit records or claim evidence.",
    blocker: "Not a ranking input where entitlements, audit or claim evidence would be needed.",
  },
  {
    key: "read-provider-reputation-readiness",
    title: "Read a provider's reputation readiness",
    owner: "partner_ops",
    requiredScopes: ["reviews:read"],
    endpoint: `GET ${PARTNER_PREFIX}/providers/{id}/reputation-readiness`,
    completionSignal:
      "Answers counts of reviews, campaigns and requests with blockers, without reviewer names or e-mails, recipients, moderation notes or action URLs.",
    blocker: "Not for workflows that need reviewer identity, moderation evidence or recipient records.",
  },
  {
    key: "read-provider-review-summary",
    title: "Read a provider's review summary",
    owner: "partner_ops",
    requiredScopes: ["reviews:read"],
    endpoint: `GET ${PARTNER_PREFIX}/providers/{id}/review-summary`,
    completionSignal:
      "Answers ratings, sources and sentiment of published reviews, without reviewer names or e-mails, titles, texts, moderation status or recipients.",
    blocker: "Not a testimonial feed: use the list of reviews for attributed display.",
  },
  {
    key: "read-provider-event-summary",
    title: "Read a provider's event summary",
    owner: "partner_ops",
    requiredScopes: ["events:read"],
    endpoint: `GET ${PARTNER_PREFIX}/providers/{id}/event-summary`,
    completionSignal:
      "Answers counts of visible events, RSVPs and promotions, without attendee names, e-mails, phones, consent payloads or single RSVPs.",
    blocker: "Not where evidence of attendees' consent or single RSVPs are required.",
  },
  {
    key: "read-provider-community-summary",
    title: "Read a provider's community summary",
    owner: "partner_ops",
    requiredScopes: ["community:read"],
    endpoint: `GET ${PARTNER_PREFIX}/providers/{id}/community-summary`,
    completionSignal:
      "Answers counts and the newest published posts, without author names, texts, comments, members or moderation status.",
    blocker: "Not a post feed: use the list of posts under its display rules.",
  },
  {
    key: "read-provider-ad-summary",
    title: "Read a provider's advertising summary",
    owner: "partner_ops",
    requiredScopes: ["ads:read"],
    endpoint: `GET ${PARTNER_PREFIX}/providers/{id}/ad-summary`,
    completionSignal:
      "Answers impressions, clicks and health of each placement, without creative texts or payloads, destination URLs, visitors, request ids or single rows.",
    blocker: "Not for rendering: use the placement inventory with its disclosure labels.",
  },
  {
    key: "read-provider-campaign-summary",
    title: "Read a provider's campaign summary",
    owner: "partner_ops",
    requiredScopes: ["campaigns:read"],
    endpoint: `GET ${PARTNER_PREFIX}/providers/{id}/campaign-summary`,
    completionSignal:
      "Answers counts and sums of campaigns, assets and metrics, without audience, asset or metric payloads, asset bodies or single metric rows.",
    blocker: "Do not mirror assets or audiences: use approved inventory and channel rules.",
  },
  {
    key: "read-community-events",
    title: "Read community events",
    owner: "partner_engineer",
    requiredScopes: ["events:read"],
    endpoint: `GET ${PARTNER_PREFIX}/events`,
    completionSignal:
      "Answers published and featured events, without other statuses, private addresses, RSVPs, attendee data, provider notes or policy ids.",
    blocker: "No public mirroring before display rules and disclosures were reviewed.",
  },
  {
    key: "read-event-analytics",
    title: "Read an event's analytics",
    owner: "partner_ops",
    requiredScopes: ["events:read"],
    endpoint: `GET ${PARTNER_PREFIX}/events/{id}/analytics`,
    completionSignal:
      "Answers sums of RSVPs, promotions and advertising, without attendee names, e-mails, phones, consent payloads or provider notes.",
    blocker: "Not where attendee data, consent payloads or provider notes are needed.",
  },
  {
    key: "read-published-reviews",
    title: "Read published reviews",
    owner: "partner_engineer",
    requiredScopes: ["reviews:read"],
    endpoint: `GET ${PARTNER_PREFIX}/reviews`,
    completionSignal:
      "Answers published reviews with display names, without reviewer e-mails, unpublished reviews, moderation notes or verification payloads.",
    blocker: "No syndication before display, attribution and handling of statuses are approved.",
  },
  {
    key: "read-community-posts",
    title: "Read community posts",
    owner: "partner_engineer",
    requiredScopes: ["community:read"],
    endpoint: `GET ${PARTNER_PREFIX}/community/posts`,
    completionSignal:
      "Answers published posts with disclosure labels, without unpublished posts, author e-mails, member keys, comments, reports or moderation data.",
    blocker: "No mirroring before moderation display and handling of disclosures are approved.",
  },
  {
    key: "read-newsroom-articles",
    title: "Read newsroom articles",
    owner: "partner_engineer",
    requiredScopes: ["newsroom:read"],
    endpoint: `GET ${PARTNER_PREFIX}/newsroom/articles`,
    completionSignal:
      "Answers published articles with a preview and source links, without full texts, drafts, approval payloads or ids of news items and policy checks.",
    blocker: "Keep attribution, the preview-only body and the approval of content use.",
  },
  {
    key: "read-newsroom-newsletters",
    title: "Read newsletters",
    owner: "partner_engineer",
    requiredScopes: ["newsroom:read"],
    endpoint: `GET ${PARTNER_PREFIX}/newsroom/newsletters`,
    completionSignal:
      "Answers approved, scheduled and sent editions with their published articles, without recipients, segments, delivery attempts or an edition's metadata.",
    blocker: "Keep attribution, what readers expect of unsubscribing, and recipients' privacy.",
  },
  {
    key: "read-provider-newsletter-summary",
    title: "Read a provider's newsletter summary",
    owner: "partner_ops",
    requiredScopes: ["newsroom:read"],
    endpoint: `GET ${PARTNER_PREFIX}/providers/{id}/newsletter-summary`,
    completionSignal:
      "Answers sums of opens, clicks and leads and the health of deliveries, without recipients, segments, payload previews, ids of attempts or messages, or raw metric payloads.",
    blocker: "Aggregate reporting only, with recipients' privacy kept.",
  },
  {
    key: "read-newsroom-performance",
    title: "Read newsroom performance",
    owner: "partner_ops",
    requiredScopes: ["newsroom:read"],
    endpoint: `GET ${PARTNER_PREFIX}/newsroom/performance`,
    completionSignal: "Answers sums by channel and the strongest content, without raw metric payloads or recipients.",
    blocker: "Aggregate reporting only, with recipients' privacy kept.",
  },
  {
    key: "read-newsroom-readiness",
    title: "Read newsroom readiness",
    owner: "partner_ops",
    requiredScopes: ["newsroom:read"],
    endpoint: `GET ${PARTNER_PREFIX}/newsroom/readiness`,
    completionSignal:
      "Answers counts and blockers of sources, articles and derivatives, without drafts, source items or review notes.",
    blocker: "No syndication while the status is blocked or action_required, unless editors approve.",
  },
  {
    key: "read-newsroom-sources",
    title: "Read newsroom sources",
    owner: "partner_engineer",
    requiredScopes: ["newsroom:read"],
    endpoint: `GET ${PARTNER_PREFIX}/newsroom/sources`,
    completionSignal:
      "Answers approved sources with attribution notes, without pending, blocked or legal-review sources and item bodies.",
    blocker: "No attribution to sources that are pending, blocked or under legal review.",
  },
  {
    key: "read-ad-placements",
    title: "Read advertising placements",
    owner: "partner_engineer",
    requiredScopes: ["ads:read"],
    endpoint: `GET ${PARTNER_PREFIX}/ads/placements`,
    completionSignal:
      "Answers placements with disclosure labels, and previews on request, without budgets, targeting, visitor logs or single rows.",
    blocker: "No paid rendering without labels and separation from organic ranking.",
  },
  {
    key: "read-aggregation-readiness",
    title: "Read aggregation readiness",
    owner: "partner_ops",
    requiredScopes: ["providers:read"],
    endpoint: `GET ${PARTNER_PREFIX}/aggregation/readiness`,
    completionSignal:
      "Answers progress, counts and blockers of the import, without ids, names, URLs or terms notes of sources, queue rows, batches, jobs, flags or policy decisions.",
    blocker: "No claims of freshness or coverage unless it is ready or the blockers are accepted.",
  },
  {
    key: "read-published-campaigns",
    title: "Read published campaigns",
    owner: "partner_engineer",
    requiredScopes: ["campaigns:read"],
    endpoint: `GET ${PARTNER_PREFIX}/campaigns`,
    completionSignal:
      "Answers published, paused and completed campaigns, without campaigns of any other status, assets or metric payloads.",
    blocker: "No mirroring before purpose, channel, consent and attribution are approved.",
  },
];
