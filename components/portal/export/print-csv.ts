/** A column of a file: its header, which names the unit or zone, and what a row has there. */
export type CsvColumn<Row> = { header: string; value: (row: Row) => string | number | null };

const LINE_END = "\r\n";
const NEEDS_QUOTES = /[",\r\n]/;
// What a spreadsheet would run as a formula, also behind spaces or full-width.
const MAY_BE_A_FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** Rows as RFC 4180 writes them, headers first. No text in it can run as a formula when a spreadsheet opens the file. */
export function printCsv<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  const lines = [columns.map(({ header }) => header), ...rows.map((row) => columns.map(({ value }) => value(row)))];
  return lines.map((cells) => cells.map(printCell).join(",") + LINE_END).join("");
}

/** Numbers stand as they are. Text that a spreadsheet might run is marked as text by an apostrophe before it. */
function printCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const harmless = MAY_BE_A_FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
