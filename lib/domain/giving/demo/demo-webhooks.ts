import { HOUR_MS } from "@/lib/domain/shared/duration";

type Answer = { status: number; body: string };

/** A receiver of Acme's that exists in the demo's past only: what it subscribed to, and how it answered. */
export type DemoWebhook = {
  url: string;
  description: string;
  eventTypes: readonly string[];
  createdDaysAgo: number;
  /** Hours before now at which the attempt was made, and its number among all of this webhook's attempts, from 0. */
  answer(attempt: { hoursAgo: number; number: number }): Answer;
};

const OK: Answer = { status: 200, body: "ok" };

export const DEMO_WEBHOOKS: readonly DemoWebhook[] = [
  {
    url: "https://hooks.acme.example/portico",
    description: "Order events",
    eventTypes: ["action.completed", "action.failed", "api_key.created", "api_key.revoked"],
    createdDaysAgo: 12,
    answer: ({ number }) => (number % 17 === 16 ? { status: 503, body: "upstream busy" } : OK),
  },
  {
    url: "https://ledger.acme.example/rewards",
    description: "Loyalty ledger",
    eventTypes: ["transaction.completed"],
    createdDaysAgo: 9,
    // Down for longer than the schedule lasts: the first deliveries of the outage are given up, the later ones arrive.
    answer: ({ hoursAgo }) => (hoursAgo < 125 && hoursAgo > 66 ? { status: 500, body: "ledger locked" } : OK),
  },
  {
    url: "https://news.acme.example/hooks",
    description: "Newsletter",
    eventTypes: ["user.created"],
    createdDaysAgo: 31,
    answer: ({ number }) => (number < 6 ? OK : { status: 410, body: "moved to another supplier" }),
  },
];

export const hoursBetween = (earlier: Date, later: Date) => (later.getTime() - earlier.getTime()) / HOUR_MS;
