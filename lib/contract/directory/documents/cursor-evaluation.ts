import { type DocumentFacts, PARTNER_PREFIX, stamp } from "@/lib/contract/directory/documents/facts";
import { ADVERTISED_LISTS, PAGED_LISTS } from "@/lib/contract/directory/documents/list-endpoints";
import type { CursorEvaluation } from "@/lib/contract/directory/documents/paging-schemas";
import { PAGE_SIZE_MAX } from "@/lib/domain/directory/paging/schemas";

export const RECOMMENDATION =
  "Keep page and pageSize until production volume and the partners' sync cadence justify cursor tokens.";

/** One row for each list: how it is ordered, and what could take the place of page numbers. */
export function evaluatedLists() {
  return PAGED_LISTS.map(({ path, ...list }) => ({
    endpoint: `GET ${PARTNER_PREFIX}${path}`,
    currentMode: "page_pageSize_offset" as const,
    ...list,
  }));
}

/** Whether lists should move from page numbers to cursors (contract 6.8). */
export function cursorEvaluation(facts: DocumentFacts): CursorEvaluation {
  const rows = evaluatedLists();
  return {
    ...stamp(facts),
    title: "Cursor pagination evaluation",
    status: "offset_pagination_current",
    recommendation: RECOMMENDATION,
    currentContract: { status: "active", pageSizeMax: PAGE_SIZE_MAX, endpoints: [...ADVERTISED_LISTS] },
    totals: {
      evaluatedEndpoints: rows.length,
      cursorCandidateEndpoints: rows.filter(({ cursorCandidate }) => cursorCandidate).length,
      highRiskEndpoints: rows.filter(({ risk }) => risk === "high").length,
    },
    migrationGates: [
      "Confirm a stable ordering key for each list.",
      "Keep data and meta.pagination additive.",
      "Publish changelog and documentation examples first.",
      "Smoke-test page numbers and cursors side by side.",
    ],
    compatibilityRules: [
      "page and pageSize keep working.",
      "pageSize, hasNextPage and the envelope's headers stay as they are.",
      "Tokens are opaque, short-lived, bound to one client, and free of health data and secrets.",
      "CSV evidence states the traversal mode that was used.",
    ],
    rows,
  };
}
