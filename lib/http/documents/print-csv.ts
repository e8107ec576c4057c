/** What a spreadsheet would run as a formula begins so (contract 3.5). */
const FORMULA = /^[=+\-@]/;

type Cell = string | number | readonly string[] | null | undefined;

/**
 * Rows of a documentation export as contract 3.5 says: the header unquoted, every cell quoted, arrays joined with "; ",
 * no value an empty cell, LF between lines and none at the end, and no cell that a spreadsheet takes for a formula.
 */
export function printCsv<K extends string>(columns: readonly K[], rows: readonly Partial<Record<K, Cell>>[]): string {
  const lines = rows.map((row) => columns.map((column) => quoted(row[column])).join(","));
  return [columns.join(","), ...lines].join("\n");
}

function quoted(cell: Cell): string {
  const text = Array.isArray(cell) ? cell.join("; ") : String(cell ?? "");
  const guarded = FORMULA.test(text) && typeof cell !== "number" ? `'${text}` : text;
  return `"${guarded.replaceAll('"', '""')}"`;
}
