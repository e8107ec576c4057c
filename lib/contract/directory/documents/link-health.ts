import { changelog } from "@/lib/contract/directory/documents/changelog";
import { evaluatedLists } from "@/lib/contract/directory/documents/cursor-evaluation";
import { CARD_ORDER } from "@/lib/contract/directory/documents/endpoint-cards";
import { ADMIN_PREFIX, type DocumentFacts, PARTNER_PREFIX } from "@/lib/contract/directory/documents/facts";
import { ADVERTISED_LISTS } from "@/lib/contract/directory/documents/list-endpoints";
import { ONBOARDING_STEPS } from "@/lib/contract/directory/documents/onboarding-steps";
import type { SandboxEvidence } from "@/lib/contract/directory/documents/schemas";
import { isPage, PUBLIC_LINKS } from "@/lib/contract/pages";

const DOCUMENT_LINKS = ["sdk-package-plan", "pagination-evaluation", "changelog", "developer-docs"].map(
  (name) => `GET ${PARTNER_PREFIX}/${name}`,
);

/** Every address inside this installation that documents and public pages lead to: `GET /path`, or the page `/path`. */
function declaredLinks(facts: DocumentFacts): string[] {
  const links = [
    ...ONBOARDING_STEPS.map(({ endpoint }) => endpoint),
    ...changelog(facts).entries.flatMap(({ affectedEndpoints }) => affectedEndpoints),
    ...CARD_ORDER.map((path) => PARTNER_PREFIX + path),
    ...ADVERTISED_LISTS,
    ...evaluatedLists().map(({ endpoint }) => endpoint),
    ...DOCUMENT_LINKS,
    ...PUBLIC_LINKS,
  ];
  return [...new Set(links)].toSorted();
}

/** `/providers/{id}` and `/providers/:id` are one address. */
function shapeOf(path: string): string {
  return path.split("?")[0]!.replace(/\{\w+\}|:\w+/g, "*");
}

/** Whether an operation or a page answers there. */
function resolves(link: string, { endpoints }: DocumentFacts): boolean {
  const [first, second] = link.split(" ");
  const [method, path] = second === undefined ? [null, first!] : [first!, second];
  const isApi = [PARTNER_PREFIX, ADMIN_PREFIX].some((prefix) => path.startsWith(`${prefix}/`));
  if (!isApi) return isPage(path);
  const shape = shapeOf(path);
  return endpoints.some((each) => shapeOf(each.path) === shape && (method === null || each.method === method));
}

/** Whether everything that the product links to is there. */
export function linkHealth(facts: DocumentFacts): SandboxEvidence["linkHealth"] {
  const links = declaredLinks(facts);
  const invalid = links.filter((link) => !resolves(link, facts)).length;
  return { status: invalid === 0 ? "passed" : "failed", total: links.length, invalid };
}
