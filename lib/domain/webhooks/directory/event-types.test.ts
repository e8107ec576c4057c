import { expect, test } from "vitest";
import { DIRECTORY_EVENTS, WEBHOOK_EVENT_TYPES } from "@/lib/domain/webhooks/directory/event-types";

test("the names are those of the events, in the same order", () => {
  expect(DIRECTORY_EVENTS.map(({ name }) => name)).toEqual(WEBHOOK_EVENT_TYPES);
});

test("every sample passes its schema unchanged, so that documents show what is sent", () => {
  for (const { data, sample } of DIRECTORY_EVENTS) expect(data.parse(sample)).toEqual(sample);
});

test("what the contract does not name never goes out", () => {
  for (const { data, sample } of DIRECTORY_EVENTS) {
    expect(data.parse({ ...sample, reviewerEmail: "ruth@example.org", adminNotes: "call her" })).toEqual(sample);
  }
});
