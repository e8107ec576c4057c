import { z } from "zod";
import type { EventType } from "@/lib/domain/events/schemas";
import * as actionEvents from "@/lib/domain/giving/actions/event-types";
import * as campaignEvents from "@/lib/domain/giving/campaigns/event-types";
import * as donationEvents from "@/lib/domain/giving/donations/event-types";
import * as lotEvents from "@/lib/domain/giving/lots/event-types";
import * as poolEvents from "@/lib/domain/giving/token-pools/event-types";
import * as userEvents from "@/lib/domain/giving/users/event-types";
import * as keyEvents from "@/lib/domain/keys/event-types";
import * as partnerEvents from "@/lib/domain/partners/event-types";
import * as webhookEvents from "@/lib/domain/webhooks/event-types";

/** Every event a giving webhook can receive. */
export const givingEvents: readonly EventType[] = [
  actionEvents,
  userEvents,
  lotEvents,
  poolEvents,
  campaignEvents,
  donationEvents,
  keyEvents,
  partnerEvents,
  webhookEvents,
].flatMap((family) => Object.values(family));

/** Which events there are is known here, above the nouns that record them. */
export const EventName = z.enum(
  givingEvents.map((event) => event.name),
  "must be the name of an event; the reference lists them",
);
export const EventNames = z.array(EventName).max(100);
