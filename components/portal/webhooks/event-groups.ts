import { givingEvents } from "@/lib/contract/webhook-events";

export type EventGroup = { label: string; events: { name: string; description: string }[] };

const LABELS: Record<string, string> = {
  action: "Actions",
  api_key: "Keys",
  campaign: "Campaigns",
  donation: "Donations",
  partner: "Partner",
  token_pool: "Token pools",
  transaction: "Transactions",
  user: "Users",
  webhook: "Webhooks",
};

/** Every event a webhook can receive, under the noun it is about. */
export function eventGroups(): EventGroup[] {
  const groups = new Map<string, EventGroup>();
  for (const { name, description } of givingEvents) {
    const noun = name.slice(0, name.indexOf("."));
    const group = groups.get(noun) ?? { label: LABELS[noun] ?? noun, events: [] };
    group.events.push({ name, description });
    groups.set(noun, group);
  }
  return [...groups.values()];
}

export const EVENT_NAMES = givingEvents.map((event) => event.name);
