import { expect, test } from "vitest";
import { EVENT_NAMES, eventGroups } from "@/components/portal/webhooks/event-groups";

test("every event of the contract can be chosen, once, under a label in words and with a description", () => {
  const groups = eventGroups();
  const offered = groups.flatMap((group) => group.events);
  expect(offered.map((event) => event.name).sort()).toEqual([...EVENT_NAMES].sort());
  for (const { label } of groups) expect(label).toMatch(/^[A-Z][a-z ]+$/);
  for (const { description } of offered) expect(description).toMatch(/\.$/);
});
