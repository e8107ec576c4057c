import { PAGE_ROWS, ROWS_MAX, TooManyRows } from "@/components/portal/export/walk-list";

export type PageWalk<Answer> = {
  read: (page: { page: string; limit: string }) => Promise<Answer>;
  onProgress: (done: number, total: number) => void;
};

type Page<Row> = { data: Row[]; pagination: { total: number } };

/**
 * Every row of a list that is latest first and never loses one, each once, and the first answer. Rows written meanwhile
 * push others to later pages: those come twice and count once.
 */
export async function walkPages<Row extends { id: string }, Answer extends Page<Row>>(
  walk: PageWalk<Answer & Page<Row>>,
): Promise<{ rows: Row[]; first: Answer }> {
  const limit = String(PAGE_ROWS);
  const first = await walk.read({ page: "1", limit });
  const { total } = first.pagination;
  if (total > ROWS_MAX) throw new TooManyRows(total);
  const rows = new Map(first.data.map((row) => [row.id, row]));
  for (let page = 2; rows.size < total; page += 1) {
    walk.onProgress(rows.size, total);
    const { data } = await walk.read({ page: String(page), limit });
    if (data.length === 0) break;
    for (const row of data) rows.set(row.id, row);
  }
  return { rows: [...rows.values()], first };
}
