import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { findChromium } from "@/e2e/support/find-chromium";
import { isBuildFresh } from "@/e2e/support/is-build-fresh";

// What must pass before a change is taken: `npm test`, and `npm run check`, which is the same without the browser.

type Counts = { passed: number; failed: number; skipped: number };
type Result = {
  step: string;
  isOk: boolean;
  counts: Counts | null;
  figures: string | null;
  durationMs: number;
  lastLines: string[];
};
type LeftOut = { suite: string; why: string };

const reports = mkdtempSync(join(tmpdir(), "portico-reports-"));
const unitReport = join(reports, "unit.json");
const browserReport = join(reports, "browser.json");
const proofReport = join(reports, "proof.json");
const ledgerReport = join(reports, "ledger.json");
const notes = join(reports, "left-out.jsonl");

/** Of a step that failed the summary repeats this much of its output, which may be thousands of lines above. */
const REPEATED_LINES = 60;

const results: Result[] = [];
const leftOut: LeftOut[] = [];
let lastLines: string[] = [];

await runAll(!process.argv.includes("--no-browser"));
summarize();
rmSync(reports, { recursive: true, force: true });

async function runAll(withBrowser: boolean): Promise<void> {
  // Next's own type declarations are generated, so a fresh clone has none yet.
  await step("types", async () => (await run("next", "typegen")) && (await run("tsc", "--noEmit")));
  await step("lint", () => run("biome", "ci", "--log-kind=compact"));
  await step("unit and routes", runUnit, unitCounts);
  for (const line of read(notes).split("\n").filter(Boolean)) leftOut.push(JSON.parse(line));
  await step(
    "ledger",
    runLedgerProof,
    () => proofCounts(ledgerReport),
    () => proofFigures(ledgerReport),
  );
  if (!withBrowser) return;

  const isBuilt = await step("build", async () => isBuildFresh() || run("npm", "run", "build"));
  if (!isBuilt) return void leftOut.push({ suite: "proof and browser", why: "the build failed" });
  await step(
    "no loss",
    runProof,
    () => proofCounts(proofReport),
    () => proofFigures(proofReport),
  );
  await step("browser", runBrowser, browserCounts);
}

/** A short one, with the same draws each time; `npm run prove:ledger` is the whole, and draws anew. */
function runLedgerProof(): Promise<boolean> {
  return run(
    "tsx",
    "e2e/prove/ledger/prove-ledger.ts",
    "--ops",
    "10000",
    "--seed",
    "1845171955",
    "--json",
    ledgerReport,
  );
}

/** A short one; `npm run prove:webhooks` is the whole. */
function runProof(): Promise<boolean> {
  const short = ["--kills", "3", "--seconds", "8", "--rounds", "1"];
  return run("tsx", "e2e/prove/prove-webhooks.ts", ...short, "--json", proofReport);
}

function runUnit(): Promise<boolean> {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`];
  return run("vitest", "run", "--config", "lib/testing/vitest.config.ts", ...reporters);
}

/** Without a Chromium, what only speaks HTTP is still tested. */
function runBrowser(): Promise<boolean> {
  const chromium = findChromium(console.log);
  if (chromium) process.env.CHROMIUM_PATH = chromium;
  else leftOut.push({ suite: "portal and admin pages", why: "there is no Chromium, and none could be installed" });
  const config = ["-c", "e2e/support/playwright.config.ts", "--reporter=list,json"];
  return run("playwright", "test", ...config, ...(chromium ? [] : ["e2e/api"]));
}

async function step(
  name: string,
  work: () => Promise<boolean>,
  count?: () => Counts | null,
  figures?: () => string | null,
): Promise<boolean> {
  console.log(`\n── ${name} ${"─".repeat(70 - name.length)}`);
  const startedAt = performance.now();
  lastLines = [];
  const hasEnded = await work();
  const counts = count?.() ?? null;
  const isOk = hasEnded && (!count || (counts !== null && counts.failed === 0));
  const durationMs = performance.now() - startedAt;
  results.push({ step: name, isOk, counts, figures: figures?.() ?? null, durationMs, lastLines });
  return isOk;
}

function run(command: string, ...args: string[]): Promise<boolean> {
  const env = { ...process.env, PORTICO_TEST_NOTES: notes, PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport };
  return new Promise((resolve) => {
    // npm puts the project's own commands on the path of its scripts; this does so for everybody else.
    const path = `${join(process.cwd(), "node_modules", ".bin")}:${process.env.PATH}`;
    const child = spawn(command, args, { stdio: ["inherit", "pipe", "pipe"], env: { ...env, PATH: path } });
    show(child.stdout, process.stdout);
    show(child.stderr, process.stderr);
    child.once("error", (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      resolve(false);
    });
    child.once("close", (code, signal) => {
      if (code !== 0) lastLines.push(`${command} ended with ${signal ?? `exit code ${code}`}.`);
      resolve(code === 0);
    });
  });
}

/** Passes a step's output on, and keeps its last lines. */
function show(output: Readable, to: NodeJS.WriteStream): void {
  output.pipe(to, { end: false });
  createInterface({ input: output }).on("line", (line) => {
    lastLines.push(line);
    if (lastLines.length > REPEATED_LINES) lastLines.shift();
  });
}

function unitCounts(): Counts | null {
  const report = JSON.parse(read(unitReport) || "null");
  if (!report) return null;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report;
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

function browserCounts(): Counts | null {
  const stats = JSON.parse(read(browserReport) || "null")?.stats;
  return stats ? { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped } : null;
}

function proofCounts(path: string): Counts | null {
  const report = JSON.parse(read(path) || "null");
  return report && { passed: report.rules - report.violations.length, failed: report.violations.length, skipped: 0 };
}

function proofFigures(path: string): string | null {
  const figures = JSON.parse(read(path) || "null")?.figures as Record<string, string> | undefined;
  return figures
    ? Object.entries(figures)
        .map(([name, value]) => `${name} ${value}`)
        .join("; ")
    : null;
}

function read(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

function summarize(): void {
  const total = { passed: 0, failed: 0, skipped: 0 };
  console.log(`\n── summary ${"─".repeat(63)}`);
  for (const { step, isOk, counts, figures, durationMs } of results) {
    total.passed += counts?.passed ?? 0;
    total.skipped += counts?.skipped ?? 0;
    // A step that failed without naming a test still counts, so that the last line never hides it.
    total.failed += counts?.failed || (isOk ? 0 : 1);
    const what = counts ? sentence(counts) : isOk ? "passed" : "failed";
    console.log(
      `${isOk ? "✓" : "✗"} ${step.padEnd(16)} ${what.padEnd(40)} ${(durationMs / 1000).toFixed(1).padStart(6)} s`,
    );
    if (figures) console.log(`    ${figures}`);
  }
  for (const { step, isOk, lastLines } of results) {
    if (!isOk) console.log(`\n── the end of what "${step}" printed\n${lastLines.join("\n")}`);
  }
  for (const { suite, why } of leftOut) console.log(`LEFT OUT: ${suite.toUpperCase()} (${why})`);
  console.log(`\n${sentence(total)}`);
  if (total.failed > 0) process.exitCode = 1;
}

function sentence({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
