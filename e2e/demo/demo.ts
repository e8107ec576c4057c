import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { Listr, PRESET_TIMER } from "listr2";
import { demoSecrets } from "@/e2e/demo/demo-secrets";
import { MAIN_JOB, newStory } from "@/e2e/demo/main-job";
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

let server: ServerProcess | undefined;
let receiver: WebhookReceiver | undefined;
let ending: Promise<never> | undefined;

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    console.log("\nStopping…");
    void end(0);
  });
}

const preparation = [
  {
    title: "Remove the former database",
    enabled: () => wanted.reset,
    task: () => runCommand(["tsx", "db/run-reset.ts"]),
  },
  { title: "Build for production", skip: () => isBuilt() && "the build is fresh", task: build },
  { title: "Start the server", task: start },
  { title: "Make the demo world", task: seed },
];

const mainJob = MAIN_JOB.map(({ title, call, run }) => ({
  title: `${title}   ${call}`,
  task: async (context: { story?: ReturnType<typeof newStory> }, task: Task) => {
    receiver ??= await startWebhookReceiver();
    context.story ??= newStory(server!.url, receiver);
    task.title = `${title}   ${call}   ${await run(context.story)}`;
  },
}));

type Task = { title: string; output: string };

try {
  console.log(ownDatabase ? "Database: DATABASE_URL." : `Database: embedded PostgreSQL in ${dataDir}.`);
  await list(preparation).run();
  console.log(`\nThe main job, over HTTP, against ${server!.url}:\n`);
  await list(mainJob).run({});
} catch (error) {
  if (!ending) {
    console.error(`\nThe demo stopped here: ${(error as Error).message}`);
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

// biome-ignore lint/suspicious/noExplicitAny: the two lists have different contexts, and this passes either through.
function list(tasks: any[]) {
  return new Listr(tasks, {
    concurrent: false,
    exitOnError: true,
    registerSignalListeners: false,
    renderer: "default",
    fallbackRenderer: "simple",
    rendererOptions: { timer: PRESET_TIMER, collapseErrors: false, formatOutput: "wrap" },
    fallbackRendererOptions: { timer: PRESET_TIMER },
  });
}

function isBuilt(): boolean {
  return existsSync(".next/server.mjs") && isBuildFresh();
}

async function build(_: unknown, task: Task): Promise<void> {
  await runCommand(["npm", "run", "build"], {
    onLine: (line) => {
      task.output = line;
    },
  });
}

async function start(_: unknown, task: Task): Promise<void> {
  const asked = Number(process.env.PORT) || 3000;
  const port = await findFreePort(asked);
  mkdirSync(dataDir, { recursive: true });
  server = await startServer({ port, logFile, env: settings });
  const instead = port === asked ? "" : `: port ${asked} is taken, so it is ${port}`;
  task.title = `Start the server   ${server.url}${instead}`;
}

async function seed(_: unknown, task: Task): Promise<void> {
  const printed = await runCommand(["tsx", "db/run-seed.ts"], { env: settings });
  task.title = `Make the demo world   ${printed.split("\n")[0]}`;
}

function printEnding(): void {
  console.log(`
Portal          ${process.env.PUBLIC_BASE_URL ?? server?.url}/sign-in
API reference   ${process.env.PUBLIC_BASE_URL ?? server?.url}/partner-api

Log-ins, each with the password portico-demo-1:
  owner@acme.example            owner of Acme, a partner
  developer@acme.example        developer at Acme
  admin@portico.example         administrator of the platform
  reviewer@portico.example      reviewer of the platform
`);
  if (!wanted.once) console.log("The server stays up until Ctrl-C. Its data are kept; --reset begins anew.");
}

/** Ends the children first, so that nothing is left running. */
function end(code: number): Promise<never> {
  ending ??= (async () => {
    await receiver?.close();
    await server?.stop();
    process.exit(code);
  })();
  return ending;
}
