import { writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { type BenchServer, BenchServers, databaseUrl, usageOf } from "@/e2e/bench/bench-servers";
import { type Flight, tapStatements } from "@/e2e/bench/capture-statements";
import { compare, slice } from "@/e2e/bench/compare";
import { compareDeadEndpoint, DEAD_ENDPOINT_PARTNERS } from "@/e2e/bench/dead-endpoint";
import { compareProviderLists, measureDirectory } from "@/e2e/bench/directory";
import { measureHotPool } from "@/e2e/bench/hot-pool";
import { load, type Slice } from "@/e2e/bench/http-load";
import { measureLists } from "@/e2e/bench/lists";
import { type Place, StatementReplay } from "@/e2e/bench/replay-statements";
import { median, percentile, Report } from "@/e2e/bench/report";
import {
  bareReads,
  type Source,
  signedBalances,
  signedSubmit,
  signedSubmits,
  widgetConfigs,
} from "@/e2e/bench/requests";
import { type BenchPartner, seedDirectory, seedPartners, seedPast } from "@/e2e/bench/seed";
import { DeliveryBench, latenciesToFirstAttempt } from "@/e2e/bench/webhooks";
import { isBuildFresh } from "@/e2e/support/is-build-fresh";
import { runCommand } from "@/e2e/support/run-command";

// npm run bench [-- --json FILE]: what the product adds to the bare framework, as ratios within one run.

const { values: options } = parseArgs({
  options: {
    json: { type: "string" },
    rounds: { type: "string", default: "21" },
    seconds: { type: "string", default: "0.6" },
    only: { type: "string", default: "read,tail,submit,hot-pool,webhooks,lists,directory,idle" },
    "no-build": { type: "boolean", default: false },
  },
});
const rounds = Number(options.rounds);
const durationMs = 1000 * Number(options.seconds);
/** A slice of deliveries is longer: it begins with none and ends with all, so its ends weigh more. */
const DELIVERIES = 2_000;
const DELIVERY_ROUNDS_MAX = 7;
const IDLE_SUBMITS = 60;
const CONNECTIONS = 32;
/** Many, so that the limiter counts every request and, at the highest tier, refuses none. */
const PARTNERS = 400;
const USERS = ["cust-1", "cust-2", "cust-3", "cust-4", "cust-5"];
/** More than one slice can send. */
const SUBMITS = 5_000;
/** Enough that every connection of the pool has prepared every statement. */
const WARMING_SUBMITS = 150;

const report = new Report();
const servers = new BenchServers();
let submitted = 0;
const newName = () => String(++submitted).padStart(9, "0");

const perSecond = (slice: Slice) => slice.perSecond;
const tail = (slice: Slice) => percentile(slice.latenciesMs, 99);

type Lane = { name: string; server: BenchServer };

function read(server: BenchServer, source: () => Source) {
  return slice(server, { connections: CONNECTIONS, durationMs, source }, perSecond);
}

async function compareReads(
  { name, server }: Lane,
  partners: BenchPartner[],
  bars: { balance: number; config: number },
) {
  const balances = read(server, () => signedBalances(partners, USERS));
  const balance = await compare(
    rounds,
    read(server, () => bareReads("balance")),
    balances,
  );
  report.add(`balance_${name}`, { value: balance.ratio, unit: "ratio", bar: bars.balance, detail: balance.detail });
  const configs = read(server, () => widgetConfigs(partners));
  const config = await compare(
    rounds,
    read(server, () => bareReads("config")),
    configs,
  );
  report.add(`config_${name}`, { value: config.ratio, unit: "ratio", bar: bars.config, detail: config.detail });
}

async function compareTails({ name, server }: Lane, partners: BenchPartner[]): Promise<void> {
  const one = (source: () => Source) => slice(server, { connections: 1, durationMs, source }, tail);
  const signed = one(() => signedBalances(partners, USERS));
  const { ratio, detail } = await compare(
    rounds,
    one(() => bareReads("balance")),
    signed,
  );
  report.add(`balance_p99_${name}`, {
    value: ratio,
    unit: "ratio",
    bar: 1.5,
    isCeiling: true,
    detail: `ms: ${detail}`,
  });
}

/** What one submit says to the database, heard on the wire of a server that is there for nothing else. */
async function hearSubmit(partner: BenchPartner): Promise<{ flights: Flight[]; place: Place }> {
  const { password, host, port } = servers.database();
  const tap = await tapStatements({ host, port });
  const server = await servers.start({ DATABASE_URL: databaseUrl(password, tap.port) });
  const name = newName();
  const warming = signedSubmits([partner], WARMING_SUBMITS, newName);
  await load(server.port, { connections: 1, durationMs: 60_000, next: warming });
  tap.holdAnswers();
  const last = [signedSubmit(partner, `order-${name}`, [`cust-${name}`])];
  await load(server.port, { connections: 1, durationMs: 60_000, next: () => last.pop() });
  const flights = tap.transactionWith(`order-${name}`);
  await servers.stop(server);
  tap.close();
  return { flights, place: { ...partner, idempotencyKey: `order-${name}`, user: `cust-${name}` } };
}

async function compareSubmits(lanes: Lane[], partners: BenchPartner[]): Promise<void> {
  const { flights, place } = await hearSubmit(partners[0]!);
  console.log(`  a submit: ${flights.map((flight) => flight.length).join(" + ")} statements`);
  const replay = new StatementReplay(servers.database().url, flights, place);
  const nextPlace = () => {
    const name = newName();
    return { ...partners[submitted % partners.length]!, idempotencyKey: `order-${name}`, user: `cust-${name}` };
  };
  const statements = async () => ({
    figure: await replay.run({ concurrency: CONNECTIONS, durationMs, next: nextPlace }),
  });
  for (const { name, server } of lanes) {
    const submits = read(server, () => signedSubmits(partners, SUBMITS, newName));
    const { ratio, detail } = await compare(rounds, statements, submits);
    report.add(`submit_${name}`, { value: ratio, unit: "ratio", bar: 0.5, detail });
  }
  await replay.end();
}

/** Deliveries beside bare POSTs, and how soon the first attempt follows a commit when nothing else is to be done. */
async function measureWebhooks(): Promise<void> {
  const server = await servers.start({ ALLOW_INSECURE_WEBHOOKS: "true" });
  const place = { server, databaseUrl: servers.database().url };
  const partners = await seedPartners(place.databaseUrl, 18);
  const idle = await latenciesToFirstAttempt(place, { partner: partners.pop()!, submits: IDLE_SUBMITS });
  const latency = { value: percentile(idle, 95), unit: "ms", bar: 500, isCeiling: true };
  report.add("webhook_latency_p95", { ...latency, detail: `median ${percentile(idle, 50).toFixed(0)} ms` });

  const deliveries = await DeliveryBench.open(place, partners);
  const { ratio, detail } = await compare(
    Math.min(rounds, DELIVERY_ROUNDS_MAX),
    async () => ({ figure: await deliveries.postBare(durationMs) }),
    async () => ({ figure: await deliveries.deliver(DELIVERIES) }),
  );
  report.add("webhook_throughput", { value: ratio, unit: "ratio", bar: 0.4, detail: `a second: ${detail}` });
  await deliveries.close();

  const crowd = await seedPartners(place.databaseUrl, DEAD_ENDPOINT_PARTNERS);
  const dead = await compareDeadEndpoint(place, crowd, rounds);
  const note = `${dead.detail}; two that answer: ${dead.control.toFixed(2)}`;
  report.add("webhook_dead_endpoint", { value: dead.ratio, unit: "ratio", bar: 1.2, isCeiling: true, detail: note });
  await servers.stop(server);
}

const PAST = { transactions: 1_000_000, users: 10_000, days: 90 };

async function measureLongLists(): Promise<void> {
  const server = await servers.start();
  const [partner] = await seedPartners(servers.database().url, 1);
  await seedPast(servers.database().url, partner!, PAST);
  await measureLists(report, { port: server.port, partner: partner!, ...PAST, durationMs });
  await servers.stop(server);
}

/** Many, so that the limiter counts every request and refuses none. */
const API_CLIENTS = 400;

/** The directory API on a directory of years: its busiest list beside bare handlers, and how long each read takes. */
async function measureDirectoryApi(): Promise<void> {
  const fast = await servers.start();
  const next = await servers.start({ PORTICO_FAST_LANE: "false" });
  const directory = await seedDirectory(servers.database().url, API_CLIENTS);
  const lists = { directory, servers, rounds, durationMs, connections: CONNECTIONS };
  await compareProviderLists(report, { ...lists, lane: { name: "next", server: next, bar: 0.7 } });
  await compareProviderLists(report, { ...lists, lane: { name: "fast_lane", server: fast, bar: 1.5 } });
  await measureDirectory(report, { port: fast.port, directory, durationMs });
  await servers.stopAll();
}

/** From a standing start on an existing database: until it is ready, and what it holds when nobody calls. */
async function measureIdle(): Promise<void> {
  await servers.stopAll();
  const startsMs: number[] = [];
  const residentMb: number[] = [];
  for (let n = 0; n < 3; n++) {
    const startedAt = performance.now();
    const server = await servers.start();
    startsMs.push(performance.now() - startedAt);
    await pause(3_000);
    residentMb.push(usageOf(server.pid)?.residentMb ?? Number.NaN);
    await servers.stop(server);
  }
  const all = (values: number[]) => values.map((value) => value.toFixed(0)).join(", ");
  const start = { value: median(startsMs) / 1000, unit: "s", bar: 3, isCeiling: true };
  report.add("start", { ...start, detail: `ms: ${all(startsMs)}` });
  const memory = { value: median(residentMb), unit: "MB", bar: 250, isCeiling: true };
  report.add("idle_memory", { ...memory, detail: `MB: ${all(residentMb)}` });
}

async function measureLanes(): Promise<void> {
  // Two servers of one build on one database, one of them without the fast lane. Each way is compared with the bare
  // handler of its own process.
  const fast = { name: "fast_lane", server: await servers.start() };
  const next = { name: "next", server: await servers.start({ PORTICO_FAST_LANE: "false" }) };
  const partners = await seedPartners(servers.database().url, PARTNERS);
  const first = partners.map((partner) => signedSubmit(partner, "first", USERS));
  await load(fast.server.port, { connections: 8, durationMs: 60_000, next: () => first.pop() });

  if (options.only.includes("read")) {
    await compareReads(next, partners, { balance: 0.9, config: 0.9 });
    await compareReads(fast, partners, { balance: 3.5, config: 4.5 });
  }
  if (options.only.includes("tail")) for (const lane of [next, fast]) await compareTails(lane, partners);
  if (options.only.includes("submit")) await compareSubmits([fast, next], partners);
  await servers.stopAll();
}

async function bench(): Promise<void> {
  if (/read|tail|submit/.test(options.only)) await measureLanes();
  if (options.only.includes("hot-pool")) await measureHotPool(report, { servers, rounds, durationMs, newName });
  if (options.only.includes("webhooks")) await measureWebhooks();
  if (options.only.includes("lists")) await measureLongLists();
  if (options.only.includes("directory")) await measureDirectoryApi();
  if (options.only.includes("idle")) await measureIdle();
}

if (!options["no-build"] && options.only !== "hot-pool" && !isBuildFresh()) {
  console.log("Building for production…");
  await runCommand(["npm", "run", "build"]);
}
try {
  await bench();
} finally {
  await servers.remove();
}
if (options.json) writeFileSync(options.json, report.toJson());
if (!report.hasPassed) process.exitCode = 1;
