import { setTimeout as pause } from "node:timers/promises";
import { type BenchServer, usageOf } from "@/e2e/bench/bench-servers";
import { load } from "@/e2e/bench/http-load";
import { median } from "@/e2e/bench/report";
import type { Source } from "@/e2e/bench/requests";

/** What one slice came to, and the processor time each answer took, where that is known. */
export type Outcome = { figure: number; cpuUs?: number };
export type Measure = () => Promise<Outcome>;

/** What follows the answers of one slice must not fall into the next. */
const SETTLE_MS = 300;

/** One slice of load on a server; `figure` is what is made of it. */
export function slice(
  server: BenchServer,
  options: { connections: number; durationMs: number; source: () => Source },
  figure: (slice: Awaited<ReturnType<typeof load>>) => number,
): Measure {
  return async () => {
    const { connections, durationMs, source } = options;
    const next = source();
    const before = usageOf(server.pid);
    const done = await load(server.port, { connections, durationMs, next });
    await pause(SETTLE_MS);
    const after = usageOf(server.pid);
    const cpuUs = before && after ? (1000 * (after.cpuMs - before.cpuMs)) / done.answers : undefined;
    return { figure: figure(done), cpuUs };
  };
}

/**
 * Measures a yardstick and ours in turns, each going first in every other round, after one round that does not count.
 * The ratio is the median of the rounds' ratios: a disturbance that lasts for a slice spoils one round only.
 */
export async function compare(rounds: number, yardstick: Measure, ours: Measure) {
  const pairs: { theirs: Outcome; own: Outcome }[] = [];
  await yardstick();
  await ours();
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) {
      const theirs = await yardstick();
      pairs.push({ theirs, own: await ours() });
    } else {
      const own = await ours();
      pairs.push({ theirs: await yardstick(), own });
    }
  }
  return {
    ratio: median(pairs.map(({ theirs, own }) => own.figure / theirs.figure)),
    detail: detailOf(
      pairs.map((pair) => pair.own),
      pairs.map((pair) => pair.theirs),
    ),
  };
}

function detailOf(own: Outcome[], theirs: Outcome[]): string {
  const figures = [own, theirs].map((side) => median(side.map(({ figure }) => figure)));
  const digits = figures.every((figure) => figure >= 100) ? 0 : 2;
  const cpu = [own, theirs].map((side) => median(side.map(({ cpuUs }) => cpuUs ?? Number.NaN)));
  const [ours, yardstick] = figures.map((figure) => figure.toFixed(digits));
  const known = cpu.map((us) => (Number.isNaN(us) ? "?" : us.toFixed(0)));
  return `${ours} to ${yardstick}; processor time ${known.join(" to ")} µs an answer`;
}
