import { stringify } from "csv-stringify/sync";

type Cell = string | number | boolean | readonly string[] | null | undefined;

/**
 * Rows of an export as the directory's contract says (3.5): header first, LF between lines and none at the end, arrays joined
 * with "; ", no value an empty cell, and no cell that a spreadsheet takes for a formula. A cell is quoted where it must be,
 * or with `isQuoted` always; the header never is.
 */
export function csvOf<K extends string>(
  columns: readonly K[],
  rows: readonly Partial<Record<K, Cell>>[],
  { isQuoted = false } = {},
): string {
  const style = { quoted: isQuoted, quoted_empty: isQuoted, escape_formulas: true, eof: false };
  const lines = rows.map((row) => stringify([columns.map((column) => textOf(row[column]))], style));
  return [columns.join(","), ...lines].join("\n");
}

function textOf(cell: Cell): string {
  return Array.isArray(cell) ? cell.join("; ") : String(cell ?? "");
}
