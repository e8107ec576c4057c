import { communityEvents, eventPromotions, eventRsvps } from "@/db/schema/directory-events";
import type { MadeProvider } from "@/lib/domain/directory/demo/make-providers";
import { PLACES } from "@/lib/domain/directory/demo/places";
import { planted, plantedEmail, plantedPayload } from "@/lib/domain/directory/demo/planted";
import type { World } from "@/lib/domain/directory/demo/world";
import {
  EVENT_STATUSES,
  type EventStatus,
  PROMOTION_STATUSES,
  RSVP_STATUSES,
} from "@/lib/domain/directory/events/statuses";
import { HOUR_MS } from "@/lib/domain/shared/duration";

export type MadeEvent = { id: string; providerId: string | null; status: EventStatus };

const KINDS = [
  { eventType: "open_house", title: "Open house" },
  { eventType: "workshop", title: "Workshop: paying for care" },
  { eventType: "support_group", title: "Caregivers' evening" },
  { eventType: "health_fair", title: "Health fair" },
  { eventType: "social", title: "Garden concert" },
] as const;

/** Events past and to come, who comes, and what was paid to have them seen. */
export async function makeEvents(world: World, providers: readonly MadeProvider[]): Promise<MadeEvent[]> {
  const rows = world.times(world.scaled(260, 12), (n) => {
    const provider = n % 9 === 8 ? undefined : world.pick("event", providers);
    const { city, state, postalCode } = provider?.place ?? world.pick("event", PLACES);
    const { eventType, title } = KINDS[n % KINDS.length]!;
    const startsAt = world.daysAgo(world.between("event", -60, 45) + 0.25);
    return {
      id: world.id("event"),
      providerId: provider?.id ?? null,
      title: `${title} in ${city}`,
      slug: `${title} ${city} ${n + 1}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-"),
      description: n % 6 === 5 ? null : `An afternoon for families in ${city}. Coffee is on the house.`,
      eventType,
      status: world.mostly(EVENT_STATUSES, n % 4 === 0 ? "featured" : "published", 0.8),
      startsAt,
      endsAt: new Date(startsAt.getTime() + world.between("event", 1, 4) * HOUR_MS),
      timezone: "America/Denver",
      venueName: n % 5 === 4 ? null : (provider?.name ?? `${city} Library`),
      addressLine1: world.shown(`${100 + (n % 80) * 10} Main Street`, planted("event", "addressLine1", n)),
      city,
      state,
      postalCode,
      capacity: n % 3 === 2 ? null : world.between("event", 20, 120),
      isFree: n % 5 !== 3,
      registrationUrl: n % 2 === 0 ? `https://events.example/${n + 1}` : null,
      createdAt: world.daysAgo(80),
      updatedAt: world.daysAgo(world.between("event", 46, 70)),
    };
  });
  await world.insert(communityEvents, rows);
  let guest = 0;
  await world.insert(
    eventRsvps,
    rows.flatMap((event) =>
      world.times(world.between("rsvp", 2, 10), () => {
        const n = guest++;
        return {
          id: world.id("rsvp"),
          eventId: event.id,
          attendeeName: planted("rsvp", "attendeeName", n),
          attendeeEmail: plantedEmail("rsvp", "attendeeEmail", n),
          attendeePhone: planted("rsvp", "attendeePhone", n),
          consentPayload: plantedPayload("rsvp", "consentPayload", n),
          partySize: world.pick("rsvp", [1, 1, 1, 2, 2, 3, 4]),
          status: world.mostly(RSVP_STATUSES, "confirmed", 0.5),
          createdAt: event.createdAt,
          updatedAt: event.createdAt,
        };
      }),
    ),
  );
  await world.insert(
    eventPromotions,
    rows
      .filter((_, n) => n % 3 === 0)
      .map((event) => ({
        id: world.id("event-promotion"),
        eventId: event.id,
        placementKey: "events.featured.local",
        status: world.mostly(PROMOTION_STATUSES, "active"),
        budgetCents: world.between("promotion", 5, 80) * 1_000,
        disclosureLabel: "Sponsored",
        startsAt: world.daysAgo(60),
        endsAt: world.daysAgo(-90),
        createdAt: event.createdAt,
        updatedAt: event.createdAt,
      })),
  );
  return rows.map(({ id, providerId, status }) => ({ id, providerId, status }));
}
