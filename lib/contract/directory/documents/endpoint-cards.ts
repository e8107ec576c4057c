import { type DocumentFacts, PARTNER_PREFIX } from "@/lib/contract/directory/documents/facts";
import type { Endpoint } from "@/lib/contract/endpoint";
import { documentPath } from "@/lib/contract/openapi/document-path";

/** Every partner operation in the order of the developer page (contract 11): scoped ones first, then the open ones. */
export const CARD_ORDER = [
  "/providers",
  "/providers/{id}",
  "/providers/{id}/visibility",
  "/providers/{id}/reputation-readiness",
  "/providers/{id}/review-summary",
  "/providers/{id}/event-summary",
  "/providers/{id}/community-summary",
  "/providers/{id}/ad-summary",
  "/providers/{id}/campaign-summary",
  "/providers/{id}/newsletter-summary",
  "/events",
  "/events/{id}/analytics",
  "/reviews",
  "/community/posts",
  "/newsroom/articles",
  "/newsroom/newsletters",
  "/newsroom/performance",
  "/newsroom/readiness",
  "/newsroom/sources",
  "/ads/placements",
  "/aggregation/readiness",
  "/campaigns",
  "/claims",
  "/claims/{id}",
  "/claims/{id}/verification-evidence",
  "/usage",
  "/onboarding-checklist",
  "/changelog",
  "/sdk-package-plan",
  "/sandbox-evidence",
  "/response-envelope",
  "/response-pagination",
  "/pagination-evaluation",
  "/webhooks/signing-guide",
  "/webhooks/verify",
  "/developer-docs",
  "/pagination-volume-evidence",
  "/sdk-publish-readiness",
] as const;

export type EndpointCard = { path: string; method: string; summary: string; tags: string[] };

/** The one-line summary, which names the scope that the call needs. */
export function summaryOf({ summary, apiScope }: Endpoint): string {
  return !apiScope || summary.includes(apiScope) ? summary : `${summary} (${apiScope})`;
}

/** The operations of partners, in page order. */
export function partnerEndpoints({ endpoints }: Pick<DocumentFacts, "endpoints">): Endpoint[] {
  const place = (endpoint: Endpoint) => {
    const at = CARD_ORDER.findIndex((path) => PARTNER_PREFIX + path === documentPath(endpoint.path));
    return at < 0 ? CARD_ORDER.length : at;
  };
  const own = endpoints.filter(({ path }) => path.startsWith(`${PARTNER_PREFIX}/`));
  return own.toSorted((a, b) => place(a) - place(b) || a.path.localeCompare(b.path));
}

export function endpointCards(facts: Pick<DocumentFacts, "endpoints">): EndpointCard[] {
  return partnerEndpoints(facts).map((endpoint) => ({
    path: documentPath(endpoint.path),
    method: endpoint.method,
    summary: summaryOf(endpoint),
    tags: [endpoint.tag],
  }));
}
