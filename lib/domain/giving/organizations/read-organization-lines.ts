import type { Readable } from "node:stream";
import { type CsvError, type Info, parse } from "csv-parse";
import { OrganizationLine } from "@/lib/domain/giving/organizations/schemas";

export type ReadLine = { number: number } & ({ line: OrganizationLine } | { problem: string });

const FIELD_MAX = 4_000;
const RECORD_MAX = 16_000;

/** The file itself is not an import file: nothing of it can be read. */
export class UnreadableFile extends Error {}

function toLine(number: number, record: Record<string, string>): ReadLine {
  const parsed = OrganizationLine.safeParse(record);
  if (parsed.success) return { number, line: parsed.data };
  const [issue] = parsed.error.issues;
  return { number, problem: `${issue!.path.join(".")} ${issue!.message}` };
}

function requireColumns(header: string[]): string[] {
  const columns = header.map((name) => name.trim().toLowerCase());
  const missing = ["slug", "name"].filter((name) => !columns.includes(name));
  if (missing.length > 0)
    throw new UnreadableFile(`The first line must name the columns; missing: ${missing.join(", ")}.`);
  return columns;
}

/**
 * Reads an import file as it comes in, so that its length does not matter. What a line lacks to be an organisation is told
 * beside the number of the line that it ends on; the lines around it are read all the same. Columns that are not known are
 * left aside.
 */
export async function* readOrganizationLines(file: Readable): AsyncGenerator<ReadLine> {
  const malformed: ReadLine[] = [];
  const parser = parse({
    bom: true,
    columns: requireColumns,
    info: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: RECORD_MAX,
    on_skip: (error?: CsvError) => {
      malformed.push({ number: Number(error?.lines ?? 0), problem: error?.message ?? "cannot be read" });
      return undefined;
    },
  });
  file.once("error", (error) => parser.destroy(error));
  file.pipe(parser);
  for await (const { record, info } of parser as AsyncIterable<{ record: Record<string, string>; info: Info }>) {
    // The parser reads ahead: what it stumbled over later is told later.
    while (malformed[0] && malformed[0].number < info.lines) yield malformed.shift()!;
    const isLong = Object.values(record).some((value) => value.length > FIELD_MAX);
    yield isLong ? { number: info.lines, problem: "has a field that is too long" } : toLine(info.lines, record);
  }
  yield* malformed;
}
