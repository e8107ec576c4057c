import { expect, test } from "vitest";
import { createWebhook } from "@/lib/contract/giving";
import { givingEvents } from "@/lib/contract/webhook-events";

const url = "https://partner.example/hooks";

test("every event of the surface can be asked for", () => {
  const eventTypes = givingEvents.map((event) => event.name);
  expect(new Set(eventTypes).size).toBe(eventTypes.length);
  expect(createWebhook.body!.parse({ url, eventTypes })).toMatchObject({ eventTypes, receiveAllEvents: false });
});

test("an unknown event is refused by the name of its field", () => {
  const refused = createWebhook.body!.safeParse({ url, eventTypes: ["action.completed", "action.complete"] });
  expect(refused.error?.issues).toMatchObject([{ path: ["eventTypes", 1], message: expect.stringContaining("event") }]);
});

test("neither events nor all of them is refused too", () => {
  const refused = createWebhook.body!.safeParse({ url });
  expect(refused.error?.issues).toMatchObject([{ path: ["eventTypes"] }]);
});
