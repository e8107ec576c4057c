/** The most rows one file holds: what a spreadsheet opens at once and a person can wait for. */
export const ROWS_MAX = 10_000;
/** The most rows the contract gives in one answer. */
export const PAGE_ROWS = 100;

/** What one call asks beside the filters, as the contract writes it. */
export type Cut = { page: string; limit: string; sort: Sort; from?: string; to?: string };
type Sort = "createdAt" | "-createdAt";

export type Walk<Row> = {
  sort: Sort;
  from?: string | undefined;
  to?: string | undefined;
  idOf: (row: Row) => string;
  read: (cut: Cut) => Promise<{ data: Row[]; pagination: { total: number } }>;
  onProgress: (done: number, total: number) => void;
};

/** More rows fit than a file holds. Nothing was written: half a list would pass for a whole one. */
export class TooManyRows extends Error {
  constructor(readonly total: number) {
    super(`${total} rows are more than ${ROWS_MAX}.`);
    this.name = "TooManyRows";
  }
}

/**
 * Every row of a list in its order, each once, as the list was when the walk began. The next answer begins at the time of
 * the last row, not at a page number, so that rows written meanwhile shift nothing.
 */
export async function walkList<Row extends { createdAt: string }>(walk: Walk<Row>): Promise<Row[]> {
  const rows = new Map<string, Row>();
  let { from, to } = walk;
  let page = 1;
  let total: number | undefined;
  for (;;) {
    const answer = await walk.read({ page: String(page), limit: String(PAGE_ROWS), sort: walk.sort, from, to });
    total ??= answer.pagination.total;
    if (total > ROWS_MAX) throw new TooManyRows(total);
    for (const row of answer.data) rows.set(walk.idOf(row), row);
    walk.onProgress(Math.min(rows.size, total), total);
    const last = answer.data.at(-1);
    // Oldest first, what is written meanwhile stands at the end: the walk stops before it.
    const isComplete = walk.sort === "createdAt" && rows.size >= total;
    if (last === undefined || answer.data.length < PAGE_ROWS || isComplete) break;
    const next = walk.sort === "createdAt" ? { from: last.createdAt, to } : { from, to: justAfter(last.createdAt) };
    // A whole answer of one instant: only then is the next page asked for.
    page = next.from === from && next.to === to ? page + 1 : 1;
    ({ from, to } = next);
  }
  return walk.sort === "createdAt" ? [...rows.values()].slice(0, total) : [...rows.values()];
}

function justAfter(at: string): string {
  return new Date(Date.parse(at) + 1).toISOString();
}
