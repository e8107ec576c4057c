import type { StatusTone } from "@/components/ui/status";
import { DAY_MS } from "@/lib/domain/shared/duration";
import type { Environment } from "@/lib/domain/shared/schemas";

/** A thing that proves something; some have a page in the portal. */
export type Proof = {
  what: string /** Its part, where several are of a kind. */;
  label?: string;
  id: string;
  environment: Environment;
  href?: string;
};

export type Finding = { tone: StatusTone; text: string; at?: string; proofs: readonly Proof[] };

/** What an item was judged by, in words. */
export type Reading = {
  lookedAt: string;
  findings: readonly Finding[];
  /** How long what passed goes on counting. */
  lasts: string;
  /** When it stops, where that can be told. */
  staleAt?: string;
};

export const WEEK_MS = 7 * DAY_MS;

export const later = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString();

export const counted = (n: number, one: string, many = `${one}s`) =>
  `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

export const keyProof = (id: string): Proof => ({
  what: "key",
  id,
  environment: "production",
  href: `/keys?key=${id}`,
});

export const poolProof = (id: string): Proof => ({
  what: "pool",
  id,
  environment: "production",
  href: `/token-pool?pool=${id}`,
});

export const webhookProof = (id: string): Proof => ({
  what: "webhook",
  id,
  environment: "production",
  href: `/webhooks/${id}`,
});

/** Deliveries have a page below their webhook; one that was never made proves nothing. */
export function deliveryProofs(webhookId: string, ids: readonly (string | null)[]): Proof[] {
  return ids
    .filter((id) => id !== null)
    .map((id) => ({
      what: "delivery",
      id,
      environment: "production",
      href: `/webhooks/${webhookId}?delivery=${id}`,
    }));
}

export const actionProof = (id: string): Proof => ({
  what: "action",
  id,
  environment: "sandbox",
  href: `/actions/${id}`,
});

/** The requests of one case, each with its part in it. */
export function caseProofs(parts: readonly [label: string, requestId: string | null][]): Proof[] {
  return parts.flatMap(([label, id]) =>
    id === null ? [] : [{ what: "request", label, id, environment: "sandbox" as const }],
  );
}

/** Requests have no page: their ids are for the partner's own logs. */
export function requestProofs(environment: Environment, ids: readonly (string | null)[]): Proof[] {
  return ids.filter((id) => id !== null).map((id) => ({ what: "request", id, environment }));
}
