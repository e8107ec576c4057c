import { z } from "zod";
import { Email, line, prose, Reason, recordChange, statusAmong, WebUrl } from "@/lib/domain/directory/content/schemas";
import { EVENT_STATUSES } from "@/lib/domain/directory/events/statuses";
import { IsoTimeInput } from "@/lib/domain/shared/schemas";

const EventFields = z.object({
  title: line(200, { title: "Title" }),
  startsAt: IsoTimeInput.meta({ title: "Starts" }),
  endsAt: IsoTimeInput.meta({ title: "Ends" }),
  eventType: line(50, { title: "Type", description: "In one word, such as social or education." }),
  venueName: line(200, { title: "Venue" }).optional(),
  addressLine1: line(200, { title: "Street and number", description: "Never shown to partners." }).optional(),
  city: line(100, { title: "City" }).optional(),
  state: line(50, { title: "State" }).optional(),
  postalCode: line(20, { title: "Postal code" }).optional(),
  capacity: z
    .int()
    .min(0)
    .max(1_000_000)
    .meta({ title: "Capacity", description: "Empty means any number." })
    .optional(),
  registrationUrl: WebUrl.meta({ title: "Registration address" }).optional(),
  isFree: z.boolean().meta({ title: "Free of charge" }).default(true),
  description: prose.meta({ title: "Description" }).optional(),
  providerId: line(200, { title: "Provider ID", description: "Of the provider that holds it." }).optional(),
});

export const CreateEvent = EventFields.extend({
  status: statusAmong(["draft", "published", "featured"]).default("draft"),
  reason: Reason,
});
export type CreateEvent = z.output<typeof CreateEvent>;

export const ChangeEvent = recordChange(EventFields, EVENT_STATUSES);
export type ChangeEvent = z.output<typeof ChangeEvent>;

export const CreateRsvp = z.object({
  attendeeName: line(200),
  attendeeEmail: Email,
  attendeePhone: line(50).optional(),
  partySize: z.int().min(1).max(1000).default(1),
  reason: Reason,
});
export type CreateRsvp = z.output<typeof CreateRsvp>;
