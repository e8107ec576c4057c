import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { parseArgs } from "node:util";
import next from "next";
import { startEmbeddedDriver } from "@/inngest/embedded-driver";
import { addressOf, answerNode } from "@/lib/http/adapters/node";
import { beginServing, endServing } from "@/lib/http/lifecycle";
import type { RouteTable } from "@/lib/http/route-table";
import { adminRoutes } from "@/lib/http/routes/admin";
import { directoryRoutes } from "@/lib/http/routes/directory";
import { givingRoutes } from "@/lib/http/routes/giving";
import { provideDatabaseUrl } from "@/lib/platform/database-url";
import { startEmbeddedPostgres } from "@/lib/platform/embedded-postgres";
import { EnvironmentError, env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/logger";
import { wireRequest } from "@/lib/platform/wire-request";

/** API requests that need no framework go straight to their table; everything else goes to Next. */
const LANES: readonly { prefix: string; table: RouteTable }[] = [
  { prefix: "/v1/partner/", table: givingRoutes },
  { prefix: "/api/v1/partner/", table: directoryRoutes },
  { prefix: "/api/v1/admin/", table: adminRoutes },
];

const DRAIN_MS = 20_000;
const IDLE_EVERY_MS = 25;
/** Headers and body together: a sender that trickles holds a connection no longer. */
const REQUEST_MS = 30_000;

type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

function readSettings(dev: boolean) {
  if (dev) process.env.ALLOW_INSECURE_WEBHOOKS ??= "true";
  const settings = env();
  process.env.NEXTAUTH_URL ??= settings.publicBaseUrl;
  return settings;
}

/** The database of the embedded default, when none is named; says so. */
async function startDatabase(settings: ReturnType<typeof env>) {
  if (settings.databaseUrl) return null;
  const postgres = await startEmbeddedPostgres({ dataDir: settings.dataDir });
  provideDatabaseUrl(postgres.url);
  console.log(`Database: embedded PostgreSQL in ${settings.dataDir}. Set DATABASE_URL to use your own.`);
  return postgres;
}

function handlerFor(handNext: NextHandler, useLanes: boolean) {
  return (request: IncomingMessage, response: ServerResponse) => {
    const target = request.url ?? "/";
    const lane = useLanes ? LANES.find(({ prefix }) => target.startsWith(prefix)) : undefined;
    const answered = lane
      ? answerNode(lane.table, request, response)
      : wireRequest.run({ target, address: addressOf(request), headers: request.headers }, () =>
          handNext(request, response),
        );
    answered.catch((error: unknown) => {
      logger.error({ err: error }, "an answer could not be written");
      response.destroy();
    });
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      reject(taken ? new Error(`Port ${port} is taken. Stop what uses it, or set PORT to another one.`) : error);
    });
    server.listen(port, resolve);
  });
}

/** Stops taking connections and resolves once what is in flight has been answered, or after the bound. */
async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection falls idle when its answer is out; kept alive it would hold the process for a minute.
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_EVERY_MS);
  const bound = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(bound);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { dev: { type: "boolean", default: false } } });
  const settings = readSettings(values.dev);
  const pages = next({ dev: values.dev, dir: process.cwd(), port: settings.port, hostname: "localhost" });
  const [postgres] = await Promise.all([startDatabase(settings), pages.prepare()]);

  const stopping = new AbortController();
  const serving = beginServing(stopping.signal);
  if (postgres) await serving;
  // In development every request passes through Next, which reloads changed code.
  const server = createServer(handlerFor(pages.getRequestHandler(), settings.fastLane && !values.dev));
  server.keepAliveTimeout = 65_000;
  server.requestTimeout = REQUEST_MS;
  if (values.dev) server.on("upgrade", pages.getUpgradeHandler());
  await listen(server, settings.port);
  console.log(`Portico: ${settings.publicBaseUrl}`);

  const driver = serving.then(() => startEmbeddedDriver());
  const stop = async () => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    await drain(server);
    await driver.then((running) => running.stop());
    await endServing();
    await pages.close();
    await postgres?.stop();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop().catch(giveUp));
  await driver;
}

function giveUp(error: unknown): never {
  const isForReader = error instanceof EnvironmentError || (error instanceof Error && !("query" in error));
  console.error(isForReader ? `\n${(error as Error).message}` : error);
  process.exit(1);
}

main().catch(giveUp);
