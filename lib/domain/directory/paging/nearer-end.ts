import type { Pagination } from "@/lib/domain/directory/paging/schemas";

/** Where a page begins, counted from an end of the list, and how many rows it has. */
export type Reach = { isReversed: boolean; offset: number; limit: number };

/** The way to a page from the nearer end of its list, so that no page is reached by passing over more than half of it. */
export function fromNearerEnd({ offset, total, pageSize }: Pagination): Reach {
  const limit = Math.max(0, Math.min(pageSize, total - offset));
  const behind = total - offset - limit;
  return behind < offset ? { isReversed: true, offset: behind, limit } : { isReversed: false, offset, limit };
}
