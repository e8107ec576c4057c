import { createServer } from "node:http";
import { startEmbeddedDriver } from "@/inngest/embedded-driver";
import * as giving from "@/lib/contract/giving";
import type { PartnerCtx } from "@/lib/domain/context";
import type { SubmitAction } from "@/lib/domain/giving/actions/schemas";
import { submissionOf } from "@/lib/domain/giving/actions/submit-action";
import { submitAlone } from "@/lib/domain/giving/actions/submit-lanes";
import { TIER_CAPS } from "@/lib/domain/partners/statuses";
import { Failure } from "@/lib/errors";
import { answerNode } from "@/lib/http/adapters/node";
import { givingSurface } from "@/lib/http/giving-surface";
import { beginServing, endServing } from "@/lib/http/lifecycle";
import { type AnyVerb, RouteTable } from "@/lib/http/route-table";
import { givingRoutes } from "@/lib/http/routes/giving";
import { provideDatabaseUrl } from "@/lib/platform/database-url";
import { startEmbeddedPostgres } from "@/lib/platform/embedded-postgres";
import { env } from "@/lib/platform/env";

// The product's API on its fast lane, with its jobs and without pages, for one comparison: with HOT_POOL_ALONE the verb that
// submits has a transaction and the pool's lock for each request, and nothing else is different.

/** One pool is one partner's, and no partner may send as much as is measured here. */
Object.assign(TIER_CAPS.ENTERPRISE, { hour: Number.MAX_SAFE_INTEGER, minute: Number.MAX_SAFE_INTEGER });

async function submitEachAlone(ctx: PartnerCtx, input: SubmitAction) {
  const outcome = await submitAlone(submissionOf(ctx, input));
  if (outcome instanceof Failure) throw outcome;
  return outcome;
}

const alone = new RouteTable(
  givingSurface,
  givingRoutes.routes.map((route) =>
    // The verb has the shape of the one it stands for.
    route.endpoint === giving.submitAction ? { ...route, verb: submitEachAlone as AnyVerb } : route,
  ),
);

const table = process.env.HOT_POOL_ALONE === "true" ? alone : givingRoutes;
const settings = env();
const postgres = settings.databaseUrl ? null : await startEmbeddedPostgres({ dataDir: settings.dataDir });
if (postgres) provideDatabaseUrl(postgres.url);
const stopping = new AbortController();
await beginServing(stopping.signal);
const driver = await startEmbeddedDriver();
const server = createServer((request, response) => {
  if (request.url === "/api/ready") response.end("ready");
  else answerNode(table, request, response).catch(() => response.destroy());
});
server.listen(settings.port);

process.once("SIGTERM", async () => {
  stopping.abort();
  server.closeAllConnections();
  server.close();
  await driver.stop();
  await endServing();
  await postgres?.stop();
  process.exit(0);
});
