import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { median, percentile } from "@/e2e/bench/report";
import { type BenchPartner, seedWebhooks } from "@/e2e/bench/seed";
import { submitAction } from "@/e2e/bench/webhooks";
import { ApiClient } from "@/e2e/support/signing-client";

const OTHERS = 49;
const EVENTS_EACH = 4;
const POLL_MS = 5;
const ARRIVED_WITHIN_MS = 30_000;

export const DEAD_ENDPOINT_PARTNERS = OTHERS + 4;

type Place = { server: { url: string }; databaseUrl: string };

/**
 * The p95 of 49 endpoints' latency with a fiftieth that hangs, to the p95 with one that answers. Beside it the same with
 * two that answer: what that strays from 1 is the machine's doing, and no ratio within it says anything.
 */
export async function compareDeadEndpoint(place: Place, partners: readonly BenchPartner[], rounds: number) {
  const arrivals: number[] = [];
  const timed = createServer((request, response) => {
    request.resume().on("end", () => {
      arrivals.push(performance.now());
      response.end();
    });
  });
  const untimed = createServer((request, response) => void request.resume().on("end", () => response.end()));
  const hanging = createServer((request) => void request.resume());
  const urls = { timed: await listen(timed), untimed: await listen(untimed), hanging: await listen(hanging) };

  const [others, [healthy, twin, dead, waker]] = [partners.slice(0, OTHERS), partners.slice(OTHERS)];
  const at = (url: string) => (partner?: BenchPartner) => ({ partnerId: partner!.partnerId, url });
  await seedWebhooks(place.databaseUrl, [
    ...others.map(at(urls.timed)),
    ...[healthy, twin].map(at(urls.untimed)),
    at(urls.hanging)(dead),
  ]);
  const sql = postgres(place.databaseUrl, { max: 1, onnotice: () => {} });
  const api = new ApiClient(place.server.url);

  const p95With = async (fiftieth: BenchPartner): Promise<number> => {
    arrivals.length = 0;
    const committedAt = await commit(sql, [fiftieth, ...others]);
    await submitAction(api, waker!, `waker-${randomBytes(4).toString("hex")}`);
    const deadline = Date.now() + ARRIVED_WITHIN_MS;
    while (arrivals.length < OTHERS * EVENTS_EACH) {
      if (Date.now() > deadline) throw new Error("The other endpoints did not receive everything.");
      await pause(POLL_MS);
    }
    const latencies = arrivals.map((arrivedAt) => arrivedAt - committedAt);
    // Frees what hangs: the next round begins as this one did. Its retries are a minute away.
    hanging.closeAllConnections();
    await untilNothingIsInFlight(sql);
    await sql`update deliveries set status = 'CANCELED', next_attempt_at = null where status = 'PENDING'`;
    return percentile(latencies, 95);
  };

  await p95With(healthy!);
  const pairs: { healthy: number; twin: number; dead: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // Each goes first, second and third equally often: what one leaves behind favours none.
    const order = (["healthy", "twin", "dead"] as const).map((_, n, all) => all[(n + round) % 3]!);
    const figures = { healthy: 0, twin: 0, dead: 0 };
    for (const name of order) figures[name] = await p95With({ healthy, twin, dead }[name]!);
    pairs.push(figures);
  }
  for (const server of [timed, untimed, hanging]) server.close().closeAllConnections();
  await sql.end();
  const middle = (of: (pair: (typeof pairs)[number]) => number) => median(pairs.map(of));
  return {
    ratio: middle((pair) => pair.dead / pair.healthy),
    control: middle((pair) => pair.twin / pair.healthy),
    detail: `ms: ${middle((pair) => pair.dead).toFixed(0)} to ${middle((pair) => pair.healthy).toFixed(0)}`,
  };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`;
}

/** Commits events for everybody at once; those of the first come first. */
async function commit(sql: postgres.Sql, partners: readonly BenchPartner[]): Promise<number> {
  const now = new Date();
  const rows = partners.flatMap(({ partnerId }) =>
    Array.from({ length: EVENTS_EACH }, () => {
      const id = `evt_${randomBytes(12).toString("hex")}`;
      const body = JSON.stringify({ id, type: "user.created", createdAt: now, data: { environment: "sandbox" } });
      return { id, partner_id: partnerId, environment: "sandbox", type: "user.created", body, created_at: now };
    }),
  );
  await sql`insert into events ${sql(rows)}`;
  return performance.now();
}

async function untilNothingIsInFlight(sql: postgres.Sql): Promise<void> {
  const deadline = Date.now() + ARRIVED_WITHIN_MS;
  for (;;) {
    const [row] = await sql`select exists (select from deliveries where leased_until is not null) as is_in_flight`;
    if (!row!.is_in_flight) return;
    if (Date.now() > deadline) throw new Error("Attempts were still in flight.");
    await pause(POLL_MS);
  }
}
