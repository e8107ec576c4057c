import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { migrateDatabase } from "@/db/migrate";
import { withDatabase } from "@/db/with-database";
import { importOrganizations } from "@/lib/domain/giving/organizations/import-organizations";
import { UnreadableFile } from "@/lib/domain/giving/organizations/read-organization-lines";
import { jobCtx } from "@/lib/domain/job-context";

// npm run organizations:import FILE.csv: nonprofits by slug. Repeating it changes nothing.

const [path] = process.argv.slice(2);

async function run(path: string, url: string): Promise<void> {
  await migrateDatabase(url);
  const { size } = await stat(path);
  const file = createReadStream(path);
  const done = () => `${Math.round((100 * file.bytesRead) / Math.max(1, size))} %`;
  const figures = await importOrganizations(jobCtx("import-organizations"), {
    name: basename(path),
    file,
    onSkipped: ({ number, problem }) => console.error(`Line ${number} was skipped: ${problem}.`),
    onProgress: ({ lines, created, updated }) =>
      console.log(`${done()}: ${lines} lines read, ${created} new, ${updated} changed`),
  });
  const { created, updated, unchanged, skipped } = figures;
  console.log(`Done: ${created} new, ${updated} changed, ${unchanged} as they were, ${skipped} lines skipped.`);
}

if (!path) {
  console.error(
    "Name a file: npm run organizations:import FILE.csv. Its first line names the columns: slug, name, ein, …",
  );
  process.exitCode = 1;
} else {
  await withDatabase(async (url) => {
    try {
      await run(path, url);
    } catch (error) {
      const isForReader = error instanceof UnreadableFile || (error as NodeJS.ErrnoException).code === "ENOENT";
      if (!isForReader) throw error;
      console.error((error as Error).message);
      process.exitCode = 1;
    }
  });
}
