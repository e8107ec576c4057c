import { type Exported, manifestOf, printJson } from "@/components/portal/export/manifest";
import { type CsvColumn, printCsv } from "@/components/portal/export/print-csv";
import { saveFile } from "@/components/portal/export/save-file";

export const FILE_FORMATS = ["csv", "json"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

export type WholeFile<Row> = Exported & {
  /** Without its ending. */
  name: string;
  rows: readonly Row[];
  columns: readonly CsvColumn<Row>[];
  /** What a JSON file holds beside the rows. */
  more?: Record<string, unknown>;
};

/**
 * Saves rows as JSON, which begins with its manifest, or as CSV with the manifest in a file of its own beside it: a line
 * of it inside would be a row to a spreadsheet. Returns the file's name.
 */
export async function saveWithManifest<Row>(file: WholeFile<Row>, format: FileFormat, now: Date): Promise<string> {
  const { name, rows, columns, more } = file;
  if (format === "json") {
    saveFile(`${name}.json`, await printJson(file, rows, now, more), "application/json");
    return `${name}.json`;
  }
  const csv = printCsv(columns, rows);
  const manifest = await manifestOf(file, rows.length, csv, now);
  saveFile(`${name}.csv`, csv, "text/csv;charset=utf-8");
  saveFile(`${name}.csv.manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`, "application/json");
  return `${name}.csv`;
}
