/** The messages that wake jobs, and what each carries. A deployed one keeps its name and shape; a changed one gets a new name. */
export type Messages = {
  "portico/outbox.waiting": Record<string, never>;
  "portico/rewards.waiting": Record<string, never>;
  "portico/delivery.due": { deliveryId: string; webhookId: string; attempt: number };
};

export type MessageName = keyof Messages;

/** A message, and the time from which on it is to be worked on. */
export type Message = { [N in MessageName]: { name: N; data: Messages[N]; at?: Date } }[MessageName];

/** Events were recorded: send it after the commit. */
export const outboxWaiting: Message = { name: "portico/outbox.waiting", data: {} };

/** A donation was paid or refunded: send it after the commit. */
export const rewardsWaiting: Message = { name: "portico/rewards.waiting", data: {} };

/** An attempt is due at a time. */
export function deliveryDue({ at, ...data }: Messages["portico/delivery.due"] & { at: Date }): Message {
  return { name: "portico/delivery.due", data, at };
}
