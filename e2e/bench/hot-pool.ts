import type { BenchServer, BenchServers } from "@/e2e/bench/bench-servers";
import { compare, slice } from "@/e2e/bench/compare";
import { load } from "@/e2e/bench/http-load";
import { median, type Report } from "@/e2e/bench/report";
import { signedSubmits } from "@/e2e/bench/requests";
import { type BenchPartner, seedPartners } from "@/e2e/bench/seed";
import { runCommand } from "@/e2e/support/run-command";

const SOURCE = "e2e/bench/hot-pool-server.ts";
const SCRIPT = ".next/hot-pool-server.mjs";
const CONNECTIONS = 64;
const SWEEP = [1, 8, 64];
const BAR = 3;
/** More than one slice can send. */
const SUBMITS = 5_000;
/** Enough that every connection of the pool has prepared every statement. */
const WARMING_SUBMITS = 400;
const ROUNDS_MAX = 11;

type Measured = { servers: BenchServers; rounds: number; durationMs: number; newName: () => string };

/**
 * Everybody draws on one pool: submits that share transactions beside the same verb with a transaction and the pool's lock
 * for each request, on two servers of one bundle and one database.
 */
export async function measureHotPool(
  report: Report,
  { servers, rounds, durationMs, newName }: Measured,
): Promise<void> {
  const bundling = ["--bundle", "--platform=node", "--target=node20", "--format=esm", "--packages=external"];
  await runCommand(["esbuild", SOURCE, ...bundling, "--log-level=warning", `--outfile=${SCRIPT}`]);
  const shared = await servers.start({}, SCRIPT);
  const alone = await servers.start({ HOT_POOL_ALONE: "true" }, SCRIPT);
  // Each has a pool of its own, so that neither waits for what the other left behind.
  const [first, second] = await seedPartners(servers.database().url, 2);
  const sides = [
    { server: shared, partner: first! },
    { server: alone, partner: second! },
  ] as const;
  for (const { server, partner } of sides) {
    const next = signedSubmits([partner], WARMING_SUBMITS, newName);
    await load(server.port, { connections: CONNECTIONS, durationMs: 60_000, next });
  }
  const submits = (side: { server: BenchServer; partner: BenchPartner }, connections: number) =>
    slice(
      side.server,
      { connections, durationMs, source: () => signedSubmits([side.partner], SUBMITS, newName) },
      (done) => done.perSecond,
    );
  const { ratio, detail } = await compare(
    Math.min(rounds, ROUNDS_MAX),
    submits(sides[1], CONNECTIONS),
    submits(sides[0], CONNECTIONS),
  );
  report.add("hot_pool", { value: ratio, unit: "ratio", bar: BAR, detail: `a second: ${detail}` });
  for (const connections of SWEEP) {
    const figures: number[] = [];
    for (const side of sides) {
      const rates: number[] = [];
      for (let n = 0; n < 3; n += 1) rates.push((await submits(side, connections)()).figure);
      figures.push(median(rates));
    }
    const [together, each] = figures.map((figure) => figure.toFixed(0));
    console.log(`  ${String(connections).padStart(2)} connections: ${together} a second together, ${each} each alone`);
  }
  await servers.stop(alone);
  await servers.stop(shared);
}
