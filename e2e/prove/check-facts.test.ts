import { describe, expect, test } from "vitest";
import { checkFacts } from "@/e2e/prove/check-facts";
import type { Facts } from "@/e2e/prove/facts";

/** Two submits of two partners: one delivered after a duplicate, one still on its way. */
function soundFacts(): Facts {
  const arrival = {
    webhookId: "w1",
    deliveryId: "d1",
    eventId: "e1",
    envelopeId: "e1",
    bodyHash: "h1",
    isGenuine: true,
  };
  return {
    acknowledged: [
      { partnerId: "p1", idempotencyKey: "k", actionId: "a1" },
      { partnerId: "p2", idempotencyKey: "k", actionId: "a2" },
    ],
    actions: [
      { id: "a1", partnerId: "p1", idempotencyKey: "k", status: "COMPLETED" },
      { id: "a2", partnerId: "p2", idempotencyKey: "k", status: "COMPLETED" },
    ],
    events: [
      { id: "e1", partnerId: "p1", type: "action.completed", bodyHash: "h1", actionId: "a1", isFannedOut: true },
      { id: "e2", partnerId: "p2", type: "action.completed", bodyHash: "h2", actionId: "a2", isFannedOut: true },
      { id: "e3", partnerId: "p2", type: "user.created", bodyHash: "h3", actionId: null, isFannedOut: false },
    ],
    webhooks: [
      { id: "w1", partnerId: "p1" },
      { id: "w2", partnerId: "p2" },
    ],
    deliveries: [
      { id: "d1", eventId: "e1", webhookId: "w1", status: "SUCCEEDED", hasNextAttempt: false },
      { id: "d2", eventId: "e2", webhookId: "w2", status: "PENDING", hasNextAttempt: true },
    ],
    arrivals: [
      { ...arrival, behaviour: "RESET" },
      { ...arrival, behaviour: "200" },
    ],
    ledgerFaults: [],
  };
}

test("sound facts break no rule", () => {
  expect(checkFacts(soundFacts())).toEqual([]);
});

describe("what is planted is found:", () => {
  const planted: [what: string, plant: (facts: Facts) => void, rule: RegExp, row: string][] = [
    [
      "a run in which nothing happened",
      (facts) => Object.assign(facts, { ...soundFacts(), acknowledged: [], actions: [], events: [], arrivals: [] }),
      /^something was/,
      "no submit was acknowledged",
    ],
    ["a lost action", ({ actions }) => actions.pop(), /is kept/, "action a2 (k)"],
    [
      "an acknowledged action that failed",
      ({ actions }) => Object.assign(actions[0]!, { status: "FAILED" }),
      /is kept/,
      "action a1 (k)",
    ],
    [
      "an action under another partner",
      ({ actions }) => Object.assign(actions[0]!, { partnerId: "p3" }),
      /is kept/,
      "action a1 (k)",
    ],
    [
      "a key that acted twice",
      ({ actions }) => actions.push({ ...actions[0]!, id: "a9" }),
      /acts once/,
      "action a9 (k)",
    ],
    [
      "an action that nobody was told of",
      ({ actions }) => actions.push({ ...actions[0]!, id: "a9", idempotencyKey: "other" }),
      /nobody was told of/,
      "action a9 (other)",
    ],
    ["a lost event", ({ events }) => events.splice(0, 1), /exactly one action\.completed/, "action a1 has 0"],
    [
      "a doubled event",
      ({ events }) => events.push({ ...events[0]!, id: "e9", isFannedOut: false }),
      /exactly one action\.completed/,
      "action a1 has 2",
    ],
    [
      "an event of nothing",
      ({ events }) => events.push({ ...events[0]!, id: "e9", actionId: "a9", isFannedOut: false }),
      /exactly one action\.completed/,
      "event e9 is of no action",
    ],
    ["an event on no way", ({ deliveries }) => deliveries.pop(), /on its way/, "event e2 has 0 of 1"],
    [
      "an event on its way twice",
      ({ deliveries }) => deliveries.push({ ...deliveries[1]!, id: "d9" }),
      /on its way/,
      "event e2 has 2 of 1",
    ],
    [
      "an event on its way to a stranger",
      ({ deliveries }) => Object.assign(deliveries[1]!, { webhookId: "w1" }),
      /on its way/,
      "event e2 has 1 of 1",
    ],
    [
      "a delivery that nothing wakes",
      ({ deliveries }) => Object.assign(deliveries[1]!, { hasNextAttempt: false }),
      /has ended or is pending/,
      "delivery d2 is PENDING",
    ],
    [
      "a delivery in no known state",
      ({ deliveries }) => Object.assign(deliveries[1]!, { status: "SENDING" }),
      /has ended or is pending/,
      "delivery d2 is SENDING",
    ],
    [
      "a success that no receiver saw",
      ({ deliveries }) => Object.assign(deliveries[1]!, { status: "SUCCEEDED" }),
      /seen by its receiver/,
      "delivery d2",
    ],
    [
      "a success that the receiver refused",
      ({ arrivals }) => Object.assign(arrivals[1]!, { behaviour: "500" }),
      /seen by its receiver/,
      "delivery d1",
    ],
    [
      "a signature that does not hold",
      ({ arrivals }) => Object.assign(arrivals[0]!, { isGenuine: false }),
      /valid signature/,
      "delivery d1",
    ],
    [
      "an arrival of what was never committed",
      ({ arrivals }) => arrivals.push({ ...arrivals[0]!, eventId: "e9", envelopeId: "e9", deliveryId: "d9" }),
      /of a committed event/,
      "event e9, delivery d9",
    ],
    [
      "an arrival at another webhook",
      ({ arrivals }) => arrivals.push({ ...arrivals[0]!, webhookId: "w2" }),
      /of a committed event/,
      "event e1, delivery d1",
    ],
    [
      "other bytes than were committed",
      ({ events }) => Object.assign(events[0]!, { bodyHash: "h9" }),
      /committed bytes/,
      "event e1",
    ],
    [
      "a duplicate with other bytes",
      ({ arrivals }) => Object.assign(arrivals[0]!, { bodyHash: "h9" }),
      /^duplicates/,
      "delivery d1",
    ],
    [
      "a duplicate with another id",
      ({ arrivals }) => Object.assign(arrivals[0]!, { envelopeId: "e9" }),
      /^duplicates/,
      "delivery d1",
    ],
    ["a broken ledger", ({ ledgerFaults }) => ledgerFaults.push("sums to one"), /ledger/, "sums to one"],
  ];

  test.each(planted)("%s", (_what, plant, rule, row) => {
    const facts = soundFacts();
    plant(facts);
    expect(checkFacts(facts)).toContainEqual({ rule: expect.stringMatching(rule), row });
  });
});
