import { scopedEndpoint } from "@/lib/contract/directory/directory-endpoint";
import {
  EventAnalytics,
  EventList,
  EventParams,
  ListEventsQuery,
  ProviderEventSummary,
} from "@/lib/domain/directory/events/schemas";
import { ProviderParams } from "@/lib/domain/directory/providers/schemas";

const tag = "Events";

export const getEventSummary = scopedEndpoint({
  method: "GET",
  path: "/api/v1/partner/providers/:id/event-summary",
  id: "getEventSummary",
  tag,
  summary: "Read a provider's event summary",
  description: "Visible events, people by party size, promotions and advertising in sums, and the first ten events.",
  apiScope: "events:read",
  audit: { eventType: "partner.providers.event_summary", subjectType: "events" },
  contentRules: {
    providerScopedEventsOnly: true,
    aggregateAnalyticsOnly: true,
    attendeeNamesExcluded: true,
    attendeeEmailsExcluded: true,
    attendeePhonesExcluded: true,
    consentPayloadsExcluded: true,
    perRsvpRowsExcluded: true,
  },
  params: ProviderParams,
  response: ProviderEventSummary,
  errors: ["provider_not_found"],
});

export const listEvents = scopedEndpoint({
  method: "GET",
  path: "/api/v1/partner/events",
  id: "listEvents",
  tag,
  summary: "List events",
  description: "The earliest first. An event that an active promotion pays for says so by its label.",
  apiScope: "events:read",
  audit: { eventType: "partner.events.list", subjectType: "events" },
  query: ListEventsQuery,
  response: EventList,
});

export const getEventAnalytics = scopedEndpoint({
  method: "GET",
  path: "/api/v1/partner/events/:id/analytics",
  id: "getEventAnalytics",
  tag,
  summary: "Read an event's analytics",
  description: "People by party size, promotions and advertising, in sums. By id or slug.",
  apiScope: "events:read",
  audit: { eventType: "partner.events.analytics", subjectType: "events" },
  contentRules: {
    aggregationOnly: true,
    attendeeNamesExcluded: true,
    attendeeEmailsExcluded: true,
    attendeePhonesExcluded: true,
    consentPayloadsExcluded: true,
  },
  params: EventParams,
  response: EventAnalytics,
  errors: ["event_not_found"],
});
