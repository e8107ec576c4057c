import { stringify } from "csv-stringify/sync";

/** What a spreadsheet would run as a formula begins so (contract 3.5). */
const FORMULA = /^[=+\-@]/;

type Cell = string | number | boolean | null | undefined;

/**
 * Rows of an export as contract 3.5 says: header first, LF between lines and none at the end, a cell quoted only where it
 * must be, no value an empty cell, and no cell that a spreadsheet takes for a formula.
 */
export function csvOf<K extends string>(columns: readonly K[], rows: readonly Record<K, Cell>[]): string {
  const guarded = rows.map((row) => columns.map((column) => guard(row[column])));
  return stringify([[...columns], ...guarded], { record_delimiter: "\n", eof: false });
}

function guard(cell: Cell): string {
  const text = cell === null || cell === undefined ? "" : String(cell);
  return FORMULA.test(text) && typeof cell !== "number" ? `'${text}` : text;
}
