import { communityEvents } from "@/db/schema/directory-events";
import { PUBLIC_EVENT_STATUSES } from "@/lib/domain/directory/events/statuses";
import { isOneOf } from "@/lib/domain/directory/is-one-of";

/** The events that partners see. */
export const visibleEvent = () => isOneOf(communityEvents.status, PUBLIC_EVENT_STATUSES);
