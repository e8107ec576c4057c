/** A page of a list with its figures, as every list answers. */
export function pageOf<T>(data: T[], total: number, asked: { page: number; limit: number }) {
  const { page, limit } = asked;
  return { data, pagination: { page, limit, total, totalPages: Math.ceil(total / limit) } };
}

/** Where a page begins. */
export function offsetOf(asked: { page: number; limit: number }): number {
  return (asked.page - 1) * asked.limit;
}
