import type { Arrival, DeliveryFact, EventFact, Facts } from "@/e2e/prove/facts";

export type Violation = { rule: string; row: string };
type Rule = { name: string; broken(facts: Facts): Iterable<string> };

const ENDED = new Set(["SUCCEEDED", "FAILED", "EXHAUSTED", "CANCELED"]);

/** Every promise that the facts break, with the first row of each that breaks it. */
export function checkFacts(facts: Facts): Violation[] {
  return RULES.flatMap(({ name, broken }) => {
    const [row] = broken(facts);
    return row === undefined ? [] : [{ rule: name, row }];
  });
}

const RULES: readonly Rule[] = [
  {
    name: "something was acknowledged and something was delivered",
    *broken({ acknowledged, deliveries }) {
      if (acknowledged.length === 0) yield "no submit was acknowledged";
      if (!deliveries.some(({ status }) => status === "SUCCEEDED")) yield "no delivery succeeded";
    },
  },
  {
    name: "an acknowledged action is kept, completed, under its own key",
    *broken({ acknowledged, actions }) {
      const kept = new Map(actions.map((action) => [action.id, action]));
      for (const each of acknowledged) {
        const action = kept.get(each.actionId);
        const isSame = action?.partnerId === each.partnerId && action.idempotencyKey === each.idempotencyKey;
        if (!isSame || action.status !== "COMPLETED") yield `action ${each.actionId} (${each.idempotencyKey})`;
      }
    },
  },
  {
    name: "an idempotency key acts once, and no action is there that nobody was told of",
    *broken({ acknowledged, actions }) {
      const told = new Set(acknowledged.map(({ actionId }) => actionId));
      const seen = new Set<string>();
      for (const { id, partnerId, idempotencyKey } of actions) {
        const key = `${partnerId} ${idempotencyKey}`;
        if (seen.has(key) || !told.has(id)) yield `action ${id} (${idempotencyKey})`;
        seen.add(key);
      }
    },
  },
  {
    name: "an acknowledged action has exactly one action.completed",
    *broken({ acknowledged, events }) {
      const completed = events.filter(({ type }) => type === "action.completed");
      const byAction = groupBy(completed, (event) => event.actionId ?? "");
      for (const { actionId, partnerId } of acknowledged) {
        const own = byAction.get(actionId) ?? [];
        if (own.length !== 1 || own[0]!.partnerId !== partnerId) yield `action ${actionId} has ${own.length}`;
      }
      const told = new Set(acknowledged.map(({ actionId }) => actionId));
      for (const { id, actionId } of completed) if (!told.has(actionId ?? "")) yield `event ${id} is of no action`;
    },
  },
  {
    name: "an event is on its way to each webhook exactly once, or waits in the outbox",
    *broken({ events, webhooks, deliveries }) {
      const ways = groupBy(deliveries, (delivery) => delivery.eventId);
      const subscribed = groupBy(webhooks, (webhook) => webhook.partnerId);
      for (const event of events) {
        const wanted = event.isFannedOut ? (subscribed.get(event.partnerId) ?? []).map(({ id }) => id).sort() : [];
        const made = (ways.get(event.id) ?? []).map(({ webhookId }) => webhookId).sort();
        if (wanted.join() !== made.join()) yield `event ${event.id} has ${made.length} of ${wanted.length}`;
      }
    },
  },
  {
    name: "a delivery has ended or is pending with a time for its next attempt",
    *broken({ deliveries }) {
      for (const { id, status, hasNextAttempt } of deliveries) {
        if (!ENDED.has(status) && !(status === "PENDING" && hasNextAttempt)) yield `delivery ${id} is ${status}`;
      }
    },
  },
  {
    name: "a succeeded delivery was seen by its receiver, genuine, and answered with 200",
    *broken({ deliveries, arrivals }) {
      const taken = new Set(arrivals.filter(isTaken).map(wayOf));
      for (const each of deliveries) {
        const way = wayOf({ webhookId: each.webhookId, deliveryId: each.id, eventId: each.eventId });
        if (each.status === "SUCCEEDED" && !taken.has(way)) yield `delivery ${each.id}`;
      }
    },
  },
  {
    name: "every arrival carries a valid signature",
    *broken({ arrivals }) {
      for (const arrival of arrivals) if (!arrival.isGenuine) yield `delivery ${arrival.deliveryId}`;
    },
  },
  {
    name: "an arrival is of a committed event and delivery, at the webhook it is meant for",
    *broken({ arrivals, deliveries, events }) {
      const known = byId<EventFact>(events);
      const ways = byId<DeliveryFact>(deliveries);
      for (const { eventId, deliveryId, webhookId } of arrivals) {
        const way = ways.get(deliveryId);
        const isMeant = way?.eventId === eventId && way.webhookId === webhookId;
        if (!known.has(eventId) || !isMeant) yield `event ${eventId}, delivery ${deliveryId}`;
      }
    },
  },
  {
    name: "an arrival carries the committed bytes",
    *broken({ arrivals, events }) {
      const known = byId<EventFact>(events);
      for (const { eventId, bodyHash } of arrivals) {
        const event = known.get(eventId);
        if (event && event.bodyHash !== bodyHash) yield `event ${eventId}`;
      }
    },
  },
  {
    name: "duplicates carry the same id and the same bytes",
    *broken({ arrivals }) {
      for (const [deliveryId, copies] of groupBy(arrivals, (arrival) => arrival.deliveryId)) {
        const kinds = new Set(
          copies.map(({ eventId, envelopeId, bodyHash }) => `${eventId} ${envelopeId} ${bodyHash}`),
        );
        if (kinds.size > 1) yield `delivery ${deliveryId}`;
      }
      for (const { eventId, envelopeId } of arrivals) if (eventId !== envelopeId) yield `event ${eventId}`;
    },
  },
  {
    name: "the ledger is whole",
    broken: ({ ledgerFaults }) => ledgerFaults,
  },
];

export const RULE_COUNT = RULES.length;

const isTaken = ({ isGenuine, behaviour }: Arrival) => isGenuine && behaviour === "200";

function wayOf({ webhookId, deliveryId, eventId }: Pick<Arrival, "webhookId" | "deliveryId" | "eventId">): string {
  return `${webhookId} ${deliveryId} ${eventId}`;
}

function byId<T extends { id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
