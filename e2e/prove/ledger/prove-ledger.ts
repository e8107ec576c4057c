import { randomBytes, randomInt } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { sql } from "drizzle-orm";
import { migrateDatabase } from "@/db/migrate";
import { seededRandom } from "@/db/testing/seeded-random";
import { MortalProcesses } from "@/e2e/prove/ledger/mortal-processes";
import { closeConnections, connection } from "@/lib/domain/connection";
import { proveInCrowd } from "@/lib/domain/giving/ledger/model/prove-in-crowd";
import { proveInStep } from "@/lib/domain/giving/ledger/model/prove-in-step";
import { startEmbeddedPostgres } from "@/lib/platform/embedded-postgres";

// npm run prove:ledger: random operations of every kind on a real database beside a model of the contract, one by one and
// many at once, in processes that are killed now and then.

const { values: options } = parseArgs({
  options: {
    ops: { type: "string", default: "100000" },
    seed: { type: "string" },
    concurrency: { type: "string", default: "16" },
    /** A process is killed in about one of so many rounds; 0 for never. */
    "kill-every": { type: "string", default: "40" },
    json: { type: "string" },
  },
});
const operations = Number(options.ops);
const seed = Number(options.seed ?? randomInt(2 ** 31));
const killEvery = Number(options["kill-every"]);
/** One by one is slower, and finds what can be found without a crowd. */
const inStep = Math.ceil(operations / 5);
const PROCESSES = 2;
const PROGRESS_EVERY_MS = 10_000;

const folder = mkdtempSync(join(tmpdir(), "portico-ledger-"));
// The database's own account must be able to pass through.
chmodSync(folder, 0o755);
const secret = () => randomBytes(32).toString("hex");
Object.assign(process.env, { KEY_ENCRYPTION_KEY: secret(), NEXTAUTH_SECRET: secret(), JWT_SECRET: secret() });

const answers = new Map<string, number>();
const startedAt = performance.now();
let toldAt = startedAt;

function progress(done: number): void {
  if (performance.now() - toldAt < PROGRESS_EVERY_MS) return;
  toldAt = performance.now();
  console.log(`  ${done} of ${operations} operations`);
}

/** The dead leave transactions behind, which the database ends, one way or the other, as soon as it notices. */
async function untilTheDeadAreGone(): Promise<void> {
  for (;;) {
    const [row] = await connection().execute<{ busy: number }>(sql`
      select count(*)::int as busy from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle' and backend_type = 'client backend'`);
    if (row!.busy === 0) return;
    await pause(5);
  }
}

async function crowd(processes: MortalProcesses): Promise<void> {
  const dice = seededRandom(seed, "kills");
  await proveInCrowd({
    ...{ seed, operations: operations - inStep, concurrency: Number(options.concurrency), run: processes.run },
    meanwhile: async () => {
      if (killEvery === 0 || dice() > 1 / killEvery) return;
      await pause(40 * dice());
      await processes.killOne();
    },
    settled: untilTheDeadAreGone,
    onRound: (done, sent) => {
      for (const { answer } of sent) {
        const code = answer?.code ?? "(not heard)";
        answers.set(code, (answers.get(code) ?? 0) + 1);
      }
      progress(inStep + done);
    },
  });
}

console.log(`Seed ${seed}: ${inStep} operations one by one, ${operations - inStep} by ${options.concurrency} at once.`);
// Processes die here, the database does not: it need not be durable.
const postgres = await startEmbeddedPostgres({ dataDir: folder, fast: true });
process.env.DATABASE_URL = postgres.url;
await migrateDatabase(postgres.url);
const processes = new MortalProcesses(PROCESSES);
let failure: Error | null = null;
try {
  await proveInStep({ seed, operations: inStep, onProgress: progress });
  await crowd(processes);
} catch (error) {
  failure = error as Error;
} finally {
  await processes.end();
  await closeConnections();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

const seconds = (performance.now() - startedAt) / 1000;
const told = [...answers].toSorted(([, a], [, b]) => b - a).map(([code, times]) => `${code} ${times}`);
const figures: Record<string, string> = {
  seed: String(seed),
  operations: failure ? "broke off" : `${operations} in ${seconds.toFixed(0)} s`,
  kills: `${processes.kills} of a process, ${processes.unheard} operations without an answer`,
  "answers in the crowd": told.join(", "),
};
for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(22)} ${value}`);
if (failure) console.error(`BROKEN: ${failure.message}\nRepeat it with --seed ${seed}.`);
else console.log("Every answer was the model's, and every promise of the ledger held.");
const violations = failure ? [failure.message] : [];
if (options.json) writeFileSync(options.json, JSON.stringify({ rules: 1, violations, figures }));
process.exit(failure ? 1 : 0);
