import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { withDatabase } from "@/db/with-database";
import { verifyAudit } from "@/lib/domain/audit/verify-audit";
import { verifyAuditFile } from "@/lib/domain/audit/verify-audit-file";
import { jobCtx } from "@/lib/domain/job-context";

// npm run audit:verify: recomputes every hash and signature of the audit; exits non-zero where a chain is broken.
// npm run audit:verify -- --file export.json: does so for a partner's export, without a database.

const { file } = parseArgs({ options: { file: { type: "string" } } }).values;

function report(
  faults: { chain?: string; sequence?: number | null; recordId: string | null; problem: string }[],
): void {
  for (const { chain, sequence, recordId, problem } of faults) {
    const place = [chain && `chain ${chain}`, sequence != null && `at ${sequence}`, recordId && `record ${recordId}`];
    console.error(`BROKEN: ${place.filter(Boolean).join(", ") || "the file"}: ${problem}.`);
  }
  if (faults.length > 0) process.exitCode = 1;
}

async function verifyDatabase(): Promise<void> {
  const begun = performance.now();
  const { faults, figures } = await verifyAudit(jobCtx("audit-verify"));
  report(faults);
  const { records, links, chains, checkpoints, waiting, late, lastCheckpoint } = figures;
  console.log(`${records} records, ${links} linked in ${chains} chains, ${waiting} waiting for it.`);
  if (late > 0) console.log(`${late} records were linked more than ten minutes after the time they bear.`);
  if (lastCheckpoint) {
    const { number, at, signature } = lastCheckpoint;
    console.log(`${checkpoints} checkpoints; the last is number ${number} of ${at}, ${signature}.`);
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(faults.length === 0 ? `The audit is whole. Checked in ${seconds} s.` : `Checked in ${seconds} s.`);
}

async function verifyFile(path: string): Promise<void> {
  const { faults, figures } = verifyAuditFile(await readFile(path, "utf8"));
  report(faults);
  const { rows, linked, first, last, checkpoint } = figures;
  console.log(`${rows} records, of which ${linked} are linked${linked > 0 ? `, from ${first} to ${last}` : ""}.`);
  console.log(checkpoint === null ? "There is no checkpoint." : `The checkpoint is of record ${checkpoint}.`);
  if (faults.length === 0) console.log("The file is whole.");
}

if (file) await verifyFile(file);
else await withDatabase(verifyDatabase);
