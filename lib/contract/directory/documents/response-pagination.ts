import { type DocumentFacts, stamp } from "@/lib/contract/directory/documents/facts";
import { ADVERTISED_LISTS } from "@/lib/contract/directory/documents/list-endpoints";
import type { ResponsePagination } from "@/lib/contract/directory/documents/schemas";
import { PAGE_MAX, PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX, type Pagination } from "@/lib/domain/directory/paging/schemas";

const PAGINATION: Record<keyof Pagination, string> = {
  page: "The page that was served: the last one where the page asked for lies beyond it.",
  pageSize: "Rows on a full page.",
  total: "Rows that match the filters.",
  pageCount: "Pages there are; 1 for an empty list.",
  hasNextPage: "Whether a page follows.",
  hasPreviousPage: "Whether a page comes before.",
  nextPage: "Number of the page that follows, or null.",
  previousPage: "Number of the page before, or null.",
  offset: "Rows before this page.",
};

/** How lists are paged (contract 6.7). */
export function responsePagination(facts: DocumentFacts): ResponsePagination {
  return {
    ...stamp(facts),
    title: "Response pagination contract",
    status: "active",
    queryParameters: {
      page: { type: "integer", default: 1, min: 1, max: PAGE_MAX },
      pageSize: { type: "integer", default: PAGE_SIZE_DEFAULT, min: 1, max: PAGE_SIZE_MAX },
    },
    paginatedEndpoints: [...ADVERTISED_LISTS],
    metaShape: { pagination: PAGINATION },
    versioningRules: [
      "page and pageSize stay; a value that is absent or no number means the default, the rest is clamped.",
      "A page beyond the end answers 200 with the last page.",
      "New keys inside meta.pagination are not breaking.",
      "The order of each list is stable, with the id to break ties.",
    ],
    nextActions: [
      "Follow nextPage until it is null.",
      "Compare the rows you received with total before you call a sync complete.",
    ],
  };
}
