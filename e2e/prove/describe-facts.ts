import type { Arrival, Facts } from "@/e2e/prove/facts";

export type Run = { seed: number; kills: number; databaseKills: number; resent: number; seconds: number };

/** The figures of a run, as names and values for people. */
export function describeFacts(facts: Facts, run: Run): [name: string, value: string][] {
  const { events, deliveries, arrivals } = facts;
  const states = tally(deliveries.map(({ status }) => status));
  const waiting = events.filter(({ isFannedOut }) => !isFannedOut).length;
  const total = [...states.values()].reduce((sum, count) => sum + count, 0);
  const duplicates = arrivals.length - new Set(arrivals.map(({ deliveryId }) => deliveryId)).size;
  return [
    ["seed", String(run.seed)],
    ["took", `${run.seconds.toFixed(0)} s`],
    ["kills", `${run.kills}, ${run.databaseKills} of them with the database`],
    ["submits acknowledged", String(facts.acknowledged.length)],
    ["submits resent", String(run.resent)],
    ["events committed", `${events.length}, ${waiting} waiting in the outbox`],
    ["action.completed", String(events.filter(({ type }) => type === "action.completed").length)],
    ["deliveries", `${total} = ${listed(states)}`],
    ["attempts received", `${arrivals.length} (${listed(tally(arrivals.map(({ behaviour }) => behaviour)))})`],
    ["received more than once", `${duplicates}, ${repeatedSuccesses(arrivals)} of them after a 200`],
  ];
}

/** What at least once costs: a receiver took it, and the answer was lost. */
function repeatedSuccesses(arrivals: readonly Arrival[]): number {
  const taken = new Set<string>();
  let repeated = 0;
  for (const { deliveryId, behaviour } of arrivals) {
    if (taken.has(deliveryId)) repeated += 1;
    if (behaviour === "200") taken.add(deliveryId);
  }
  return repeated;
}

function tally(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function listed(counts: Map<string, number>): string {
  return [...counts].map(([name, count]) => `${count} ${name}`).join(" + ") || "none";
}
