import { PAGE_MAX, type PageQuery, type Pagination } from "@/lib/domain/directory/paging/schemas";

/**
 * Where the page lies among `total` rows; one past the end becomes the last (contract 4.1). Beyond the last page that can
 * be asked for there is no next one, though the totals tell of it: whoever follows the pages must come to an end.
 */
export function paginate(total: number, asked: PageQuery): Pagination {
  const { pageSize } = asked;
  const pageCount = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(asked.page, pageCount);
  const hasNextPage = page < Math.min(pageCount, PAGE_MAX);
  const hasPreviousPage = page > 1;
  return {
    page,
    pageSize,
    total,
    pageCount,
    hasNextPage,
    hasPreviousPage,
    nextPage: hasNextPage ? page + 1 : null,
    previousPage: hasPreviousPage ? page - 1 : null,
    offset: (page - 1) * pageSize,
  };
}

/** The `meta` of a list. */
export function listMeta(pagination: Pagination) {
  return { count: pagination.total, pagination };
}
