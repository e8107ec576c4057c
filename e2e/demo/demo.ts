import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { demoSecrets } from "@/e2e/demo/demo-secrets";
import { MAIN_JOB, newStory } from "@/e2e/demo/main-job";
import { type Report, runStep, type Say } from "@/e2e/demo/progress";
import { isBuildFresh } from "@/e2e/support/is-build-fresh";
import { runCommand } from "@/e2e/support/run-command";
import { findFreePort, type ServerProcess, startServer } from "@/e2e/support/server-process";
import { startWebhookReceiver, type WebhookReceiver } from "@/e2e/support/webhook-receiver";

// npm run demo [-- --once] [-- --reset]: builds, starts, seeds, and does the product's main job before your eyes.

const { values: wanted } = parseArgs({
  options: { once: { type: "boolean", default: false }, reset: { type: "boolean", default: false } },
});
const dataDir = resolve(process.env.PORTICO_DATA_DIR || ".portico");
const logFile = join(dataDir, "demo-server.log");
const ownDatabase = Boolean(process.env.DATABASE_URL);
const settings = {
  ...(ownDatabase && demoSecrets(join(dataDir, "secrets.json"))),
  PORTICO_DEMO: "true",
  ALLOW_INSECURE_WEBHOOKS: process.env.ALLOW_INSECURE_WEBHOOKS ?? "true",
};

const stopping = new AbortController();
const { signal } = stopping;
let starting: Promise<ServerProcess> | undefined;
let server: ServerProcess | undefined;
let receiver: WebhookReceiver | undefined;
let ending: Promise<never> | undefined;

for (const name of ["SIGINT", "SIGTERM"] as const) {
  process.on(name, () => {
    console.log("\nStopping…");
    void end(0);
  });
}

try {
  console.log(ownDatabase ? "Database: DATABASE_URL." : `Database: embedded PostgreSQL in ${dataDir}.`);
  if (wanted.reset) await runStep("Remove the former database", reset);
  if (!isBuildFresh()) await runStep("Build for production", build, { isLong: true });
  server = await startOnFreePort();
  await runStep("Make the demo world", seed, { isLong: true });
  await doMainJob(server.url);
} catch (error) {
  if (!ending) {
    console.error(`\n${(error as Error).message}`);
    if (server) console.error(`The server's log is in ${logFile}.`);
    await end(1);
  }
}
if (ending) await ending;
printEnding();
if (wanted.once) await end(0);
await server?.ended.then((code) => {
  if (ending) return ending;
  console.error(`\nThe server ended by itself (${code ?? "killed"}). Its last words:\n\n${server?.log()}`);
  return end(1);
});

async function reset(): Promise<Report> {
  return { details: [firstLine(await runCommand(["tsx", "db/run-reset.ts"], { signal }))] };
}

async function build(say: Say): Promise<Report> {
  await runCommand(["npm", "run", "build"], { onLine: say, signal });
  return {};
}

async function startOnFreePort(): Promise<ServerProcess> {
  const asked = Number(process.env.PORT) || 3000;
  const port = await findFreePort(asked);
  if (port !== asked) console.log(`Port ${asked} is taken: using ${port}.`);
  mkdirSync(dataDir, { recursive: true });
  starting = startServer({ port, logFile, env: settings, signal });
  const started = starting;
  await runStep("Start the server", async () => ({ details: [(await started).url] }));
  return started;
}

async function seed(): Promise<Report> {
  return { details: [firstLine(await runCommand(["tsx", "db/run-seed.ts"], { env: settings, signal }))] };
}

async function doMainJob(url: string): Promise<void> {
  console.log(`\nThe main job, over HTTP, against ${url}:\n`);
  receiver = await startWebhookReceiver();
  const story = newStory(url, receiver);
  for (const step of MAIN_JOB) {
    await runStep(step.title, async () => {
      const said = await step.run(story);
      return { result: String(step.status), details: [step.call, said] };
    });
  }
}

function firstLine(printed: string): string {
  return printed.split("\n")[0] ?? "";
}

function printEnding(): void {
  console.log(`
Portal          ${process.env.PUBLIC_BASE_URL ?? server?.url}/sign-in
API reference   ${process.env.PUBLIC_BASE_URL ?? server?.url}/partner-api

Log-ins, each with the password portico-demo-1:
  owner@acme.example            owner of Acme, a partner
  developer@acme.example        developer at Acme
  admin@portico.example         administrator of the platform
  colleague@portico.example     a second administrator, for what takes two
  reviewer@portico.example      reviewer of the platform
`);
  if (!wanted.once) console.log("The server stays up until Ctrl-C. Its data are kept; --reset begins anew.");
}

/** Ends the children first, so that nothing is left running. */
function end(code: number): Promise<never> {
  ending ??= (async () => {
    stopping.abort();
    await receiver?.close();
    await starting?.catch(() => {});
    await server?.stop();
    process.exit(code);
  })();
  return ending;
}
