import { expect, test } from "vitest";
import { fromNearerEnd } from "@/lib/domain/directory/paging/nearer-end";
import { paginate } from "@/lib/domain/directory/paging/paginate";

test.each([1, 2, 3, 4, 7, 10])("every page of %d holds the very rows of the list, from whichever end", (pageSize) => {
  for (const total of [0, 1, 7, 10]) {
    const rows = Array.from({ length: total }, (_, n) => n);
    for (let page = 1; page <= Math.max(1, Math.ceil(total / pageSize)); page++) {
      const pagination = paginate(total, { page, pageSize });
      const { isReversed, offset, limit } = fromNearerEnd(pagination);
      const taken = (isReversed ? rows.toReversed() : rows).slice(offset, offset + limit);
      expect(isReversed ? taken.toReversed() : taken).toEqual(rows.slice(pagination.offset, page * pageSize));
      expect(offset).toBeLessThanOrEqual(total / 2);
    }
  }
});
