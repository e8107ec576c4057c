type Told = {
  delivery: { id: string; eventType: string; createdAt: Date; redeliveryOf: string | null };
  subjectId: string | null;
  /** The payload as the event keeps it. */
  payload: string;
};

/** The payload of a delivery; a replay's says what it repeats. */
export function payloadOf({ delivery, payload }: Pick<Told, "delivery" | "payload">): Record<string, unknown> {
  const stored = JSON.parse(payload) as Record<string, unknown>;
  return delivery.redeliveryOf === null ? stored : { ...stored, replayOfDeliveryId: delivery.redeliveryOf };
}

/** The body of a delivery, the same bytes at every attempt: compact JSON, keys in the contract's order (7.4). */
export function deliveryBody(told: Told): string {
  const { id, eventType, createdAt } = told.delivery;
  const subject = told.subjectId === null ? {} : { subjectId: told.subjectId };
  return JSON.stringify({ id, eventType, ...subject, payload: payloadOf(told), createdAt: createdAt.toISOString() });
}
