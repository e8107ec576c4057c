import type { Span } from "@/lib/domain/shared/period";

/** How many rows of a list a stretch of time has. */
export type Stretch = Span & { count: number };

/** Where a page lies: within this span, after so many of its rows. */
export type PageWindow = Span & { offset: number };

type Asked = { page: number; limit: number; sort: "createdAt" | "-createdAt" };

/**
 * The stretches that hold a page, so that however deep it lies the database passes over no more rows than one stretch
 * has. Null beyond the last page.
 */
export function findWindow(stretches: readonly Stretch[], { page, limit, sort }: Asked): PageWindow | null {
  const isAscending = sort === "createdAt";
  const ordered = stretches.toSorted((a, b) =>
    isAscending ? a.from.getTime() - b.from.getTime() : b.from.getTime() - a.from.getTime(),
  );
  let toSkip = (page - 1) * limit;
  let window: PageWindow | null = null;
  let held = 0;
  for (const { from, to, count } of ordered) {
    if (!window && toSkip >= count) {
      toSkip -= count;
      continue;
    }
    window = window
      ? { from: isAscending ? window.from : from, to: isAscending ? to : window.to, offset: toSkip }
      : { from, to, offset: toSkip };
    held += count;
    if (held - toSkip >= limit) break;
  }
  return window;
}
