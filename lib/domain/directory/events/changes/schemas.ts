import { z } from "zod";
import { Email, line, prose, Reason, WebUrl } from "@/lib/domain/directory/content/schemas";
import { IsoTimeInput } from "@/lib/domain/shared/schemas";

export const CreateEvent = z
  .object({
    providerId: line(200).optional(),
    title: line(200),
    description: prose.optional(),
    eventType: line(50),
    startsAt: IsoTimeInput,
    endsAt: IsoTimeInput,
    venueName: line(200).optional(),
    addressLine1: line(200).optional(),
    city: line(100).optional(),
    state: line(50).optional(),
    postalCode: line(20).optional(),
    capacity: z.int().min(0).max(1_000_000).optional(),
    isFree: z.boolean().default(true),
    registrationUrl: WebUrl.optional(),
    status: z.enum(["draft", "published", "featured"]).default("draft"),
    reason: Reason,
  })
  .refine(({ startsAt, endsAt }) => endsAt > startsAt, { path: ["endsAt"], message: "must lie after startsAt" });
export type CreateEvent = z.output<typeof CreateEvent>;

export const CreateRsvp = z.object({
  attendeeName: line(200),
  attendeeEmail: Email,
  attendeePhone: line(50).optional(),
  partySize: z.int().min(1).max(1000).default(1),
  reason: Reason,
});
export type CreateRsvp = z.output<typeof CreateRsvp>;
