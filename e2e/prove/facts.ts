/** What was collected on both sides of the wire: by the clients, in the database, and by the receivers. */
export type Facts = {
  acknowledged: Acknowledged[];
  actions: { id: string; partnerId: string; idempotencyKey: string; status: string }[];
  events: EventFact[];
  webhooks: { id: string; partnerId: string }[];
  deliveries: DeliveryFact[];
  arrivals: Arrival[];
  /** What the ledger check found broken, one sentence each. */
  ledgerFaults: string[];
};

/** A submit that was answered with 200. */
export type Acknowledged = { partnerId: string; idempotencyKey: string; actionId: string };

export type EventFact = {
  id: string;
  partnerId: string;
  type: string;
  bodyHash: string;
  actionId: string | null;
  isFannedOut: boolean;
};

export type DeliveryFact = { id: string; eventId: string; webhookId: string; status: string; hasNextAttempt: boolean };

export const BEHAVIOURS = ["200", "500", "HANG", "RESET"] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];

/** One request that a receiver read to its end. The hash is of the raw bytes; the id in the envelope stands beside the header's. */
export type Arrival = {
  webhookId: string;
  deliveryId: string;
  eventId: string;
  envelopeId: string;
  bodyHash: string;
  isGenuine: boolean;
  behaviour: Behaviour;
};
