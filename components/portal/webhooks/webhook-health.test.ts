import { describe, expect, test } from "vitest";
import { eventsText, webhookHealth, webhookName } from "@/components/portal/webhooks/webhook-health";

const CALM = {
  isActive: true,
  disabledReason: null,
  consecutiveFailures: 0,
  lastDeliveryAt: "2026-01-01T00:00:00.000Z",
};

describe("a webhook is", () => {
  test.each([
    ["healthy after a delivery", {}, "Healthy", "2xx"],
    ["waiting before the first", { lastDeliveryAt: null }, "Waiting", "Nothing was delivered yet."],
    ["failing after one failure", { consecutiveFailures: 1 }, "Failing", "The last attempt failed."],
    ["failing after several", { consecutiveFailures: 12 }, "Failing", "The last 12 attempts failed."],
    [
      "disabled for the reason that is on record",
      { isActive: false, disabledReason: "It answered 410." },
      "Disabled",
      "It answered 410.",
    ],
    ["disabled without a reason", { isActive: false, consecutiveFailures: 3 }, "Disabled", "It was turned off."],
  ])("%s", (_, change, word, reason) => {
    const health = webhookHealth({ ...CALM, ...change });
    expect(health.word).toBe(word);
    expect(health.reason).toContain(reason);
  });
});

test.each([
  [{ receiveAllEvents: true, eventTypes: [] }, "All events"],
  [{ receiveAllEvents: false, eventTypes: ["action.completed"] }, "action.completed"],
  [{ receiveAllEvents: false, eventTypes: ["action.completed", "action.failed"] }, "2 event types"],
])("%j reads “%s”", (webhook, text) => {
  expect(eventsText(webhook)).toBe(text);
});

test.each([
  ["https://partner.example/", "partner.example"],
  ["https://partner.example:8443/hooks/portico?token=1", "partner.example:8443/hooks/portico"],
  ["not a url", "not a url"],
])("%s is called %s", (url, name) => {
  expect(webhookName(url)).toBe(name);
});
