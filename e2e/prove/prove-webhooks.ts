import { randomInt } from "node:crypto";
import { writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { randomParts, seededRandom } from "@/db/testing/seeded-random";
import { type BenchPartner, seedPartners, seedWebhooks } from "@/e2e/bench/seed";
import { checkFacts, RULE_COUNT, type Violation } from "@/e2e/prove/check-facts";
import { collectRows, countDue, countPending, passTime } from "@/e2e/prove/collect-rows";
import { describeFacts } from "@/e2e/prove/describe-facts";
import type { Facts } from "@/e2e/prove/facts";
import { FaultyReceivers } from "@/e2e/prove/faulty-receivers";
import { MortalWorld } from "@/e2e/prove/mortal-world";
import { PartnerTraffic } from "@/e2e/prove/partner-traffic";
import { isBuildFresh } from "@/e2e/support/is-build-fresh";
import { runCommand } from "@/e2e/support/run-command";

// npm run prove:webhooks: kills the server under traffic, again and again, and shows that no event was lost or invented.

const { values: options } = parseArgs({
  options: {
    kills: { type: "string", default: "20" },
    partners: { type: "string", default: "20" },
    /** How long the server lives under traffic, all its lives together. */
    seconds: { type: "string", default: "60" },
    /** How often, after the last kill, retries get their time. */
    rounds: { type: "string", default: "7" },
    seed: { type: "string" },
    json: { type: "string" },
    "no-build": { type: "boolean", default: false },
  },
});
const kills = Number(options.kills);
const seed = Number(options.seed ?? randomInt(2 ** 31));
const random = (name: string) => seededRandom(seed, name);

const POLL_MS = 200;
/** Longer than the slowest attempt, a receiver that hangs. */
const QUIET_WITHIN_MS = 120_000;

const world = new MortalWorld();
let lastDeath = new Date();
const receivers = new FaultyReceivers(random("receivers"));

async function settle(partners: readonly BenchPartner[]): Promise<void> {
  const places = await Promise.all(
    partners.map(async ({ partnerId }) => ({ partnerId, receiver: await receivers.add() })),
  );
  const wanted = places.map(({ partnerId, receiver }) => ({ partnerId, url: receiver.url }));
  for (const [n, webhook] of (await seedWebhooks(world.databaseUrl, wanted)).entries()) {
    places[n]!.receiver.serve(webhook);
  }
}

/** One life of the server after another, each ended by SIGKILL; every other time, at random, the database dies with it. */
async function killAgainAndAgain(traffic: PartnerTraffic): Promise<void> {
  const dice = random("kills");
  for (const [n, seconds] of randomParts(Number(options.seconds), kills, random("lives")).entries()) {
    await pause(1000 * seconds);
    const fate = dice() < 0.5 ? "none" : dice() < 0.5 ? "before" : "after";
    traffic.goTo(null);
    await world.kill(fate);
    lastDeath = new Date();
    const url = await world.start();
    await world.query((sql) => passTime(sql, lastDeath));
    traffic.goTo(url);
    const what = fate === "none" ? "the server" : "server and database";
    console.log(`  kill ${n + 1} of ${kills}: ${what} after ${seconds.toFixed(1)} s`);
  }
}

/** Gives retries their time, round by round, until nothing is pending or all rounds are over. */
async function letRetriesRun(): Promise<void> {
  for (let round = 1; round <= Number(options.rounds); round += 1) {
    const pending = await world.query(async (sql) => {
      await passTime(sql, lastDeath);
      return countPending(sql);
    });
    if (pending === 0) return;
    console.log(`  round ${round}: ${pending} deliveries are pending`);
    // The sweep at the start finds what is due; waiting for the next one would take up to a minute.
    await world.stop();
    await world.start();
    await untilQuiet();
  }
}

async function untilQuiet(): Promise<void> {
  const deadline = Date.now() + QUIET_WITHIN_MS;
  while ((await world.query(countDue)) > 0) {
    if (Date.now() > deadline) throw new Error(`Deliveries were still due after ${QUIET_WITHIN_MS / 1000} s.`);
    await pause(POLL_MS);
  }
}

async function prove(): Promise<{ facts: Facts; violations: Violation[]; figures: [string, string][] }> {
  const startedAt = performance.now();
  const url = await world.start();
  const partners = await seedPartners(world.databaseUrl, Number(options.partners));
  await settle(partners);

  const traffic = new PartnerTraffic(partners, random("traffic"));
  traffic.goTo(url);
  await killAgainAndAgain(traffic);
  await traffic.end();
  await letRetriesRun();

  const rows = await world.query(collectRows);
  const ledgerFaults = await world.ledgerFaults();
  const facts = { ...rows, acknowledged: traffic.acknowledged, arrivals: receivers.arrivals, ledgerFaults };
  const seconds = (performance.now() - startedAt) / 1000;
  const run = { seed, kills: world.kills, databaseKills: world.databaseKills, resent: traffic.resent, seconds };
  return { facts, violations: checkFacts(facts), figures: describeFacts(facts, run) };
}

if (!options["no-build"] && !isBuildFresh()) {
  console.log("Building for production…");
  await runCommand(["npm", "run", "build"]);
}
console.log(`Seed ${seed}: ${kills} kills under the traffic of ${options.partners} partners.`);
try {
  const { violations, figures } = await prove();
  for (const [name, value] of figures) console.log(`${name.padEnd(28)} ${value}`);
  for (const { rule, row } of violations) console.error(`BROKEN: ${rule}. First: ${row}.`);
  console.log(violations.length === 0 ? "Nothing was lost, doubled or invented." : `Repeat it with --seed ${seed}.`);
  if (options.json)
    writeFileSync(
      options.json,
      JSON.stringify({ rules: RULE_COUNT, violations, figures: Object.fromEntries(figures) }),
    );
  if (violations.length > 0) process.exitCode = 1;
} finally {
  receivers.close();
  await world.remove();
}
