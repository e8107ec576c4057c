import { expect, test } from "vitest";
import { makeCommunityEvent, makeProvider } from "@/db/testing/directory-factories";
import { getEventSummary } from "@/lib/domain/directory/events/get-event-summary";
import { testCtx } from "@/lib/testing/context";

const NOW = new Date("2026-05-14T12:00:00.000Z");
const ctx = testCtx(NOW);
const hours = (from: number, to: number) => ({
  startsAt: new Date(NOW.getTime() + from * 3_600_000),
  endsAt: new Date(NOW.getTime() + to * 3_600_000),
});

test.each([
  ["begins now", hours(0, 1), { upcomingEvents: 1, completedOrPastEvents: 0 }],
  ["is on", hours(-1, 1), { upcomingEvents: 0, completedOrPastEvents: 0 }],
  ["ends now", hours(-1, 0), { upcomingEvents: 0, completedOrPastEvents: 0 }],
  ["is over", hours(-2, -1), { upcomingEvents: 0, completedOrPastEvents: 1 }],
])("an event that %s", async (_, times, counts) => {
  const provider = await makeProvider(ctx.db);
  await makeCommunityEvent(ctx.db, { providerId: provider.id, ...times });
  expect((await getEventSummary(ctx, { id: provider.id })).data.summary).toMatchObject({ events: 1, ...counts });
});
