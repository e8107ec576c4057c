import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import type { BenchPartner } from "@/e2e/bench/seed";
import { seedWebhooks } from "@/e2e/bench/seed";
import { runCommand } from "@/e2e/support/run-command";
import { ApiClient } from "@/e2e/support/signing-client";
import { startWebhookReceiver } from "@/e2e/support/webhook-receiver";

const WEBHOOKS = 16;
/** What the product allows each webhook; the yardstick gets as many in all. */
const IN_FLIGHT_PER_WEBHOOK = 4;
const EVENT_BYTES = 1024;
const POLL_MS = 50;
const DELIVERED_WITHIN_MS = 120_000;
const BETWEEN_SUBMITS_MS = 150;

type Place = { server: { url: string }; databaseUrl: string };

/** Delivers events to a receiver of another process, and posts as many as fast to the same one with bare `fetch`. */
export class DeliveryBench {
  private constructor(
    private readonly sink: ChildProcess,
    private readonly url: string,
    private readonly sql: postgres.Sql,
    private readonly api: ApiClient,
    private readonly partners: readonly BenchPartner[],
  ) {}

  /** The last of the partners has no webhook: its submits only wake the outbox. */
  static async open({ server, databaseUrl }: Place, partners: readonly BenchPartner[]): Promise<DeliveryBench> {
    const sink = spawn("node", ["--import", "tsx", "e2e/bench/webhook-sink.ts"], {
      stdio: ["ignore", "pipe", "inherit", "ipc"],
    });
    const [port] = await once(sink.stdout!, "data");
    const url = `http://127.0.0.1:${String(port).trim()}/webhooks`;
    const receiving = partners.slice(0, WEBHOOKS);
    await seedWebhooks(
      databaseUrl,
      receiving.map(({ partnerId }) => ({ partnerId, url })),
    );
    const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
    return new DeliveryBench(sink, url, sql, new ApiClient(server.url), [...receiving, partners[WEBHOOKS]!]);
  }

  /** POSTs a second by bare `fetch`. */
  async postBare(durationMs: number): Promise<number> {
    const concurrency = String(WEBHOOKS * IN_FLIGHT_PER_WEBHOOK);
    const script = ["tsx", "e2e/bench/fetch-posts.ts", this.url, concurrency, String(durationMs), String(EVENT_BYTES)];
    return Number(await runCommand(script));
  }

  /** Deliveries a second, from the commit of `count` events until all of them are recorded as delivered. */
  async deliver(count: number): Promise<number> {
    const round = randomBytes(4).toString("hex");
    const committedAt = await this.commitEvents(round, count);
    await this.wakeOutbox(round);
    await this.untilNothingIsDue();
    const [row] = await this.sql`
      select count(*)::int as delivered, max(updated_at) as last_at from deliveries
      where status = 'SUCCEEDED' and event_id like ${`evt_${round}%`}`;
    if (row!.delivered !== count) throw new Error(`Only ${row!.delivered} of ${count} events were delivered.`);
    return (1000 * count) / (row!.last_at.getTime() - committedAt);
  }

  /** Asks what small indexes answer: counting what is done would compete with what is measured. */
  private async untilNothingIsDue(): Promise<void> {
    const deadline = Date.now() + DELIVERED_WITHIN_MS;
    for (;;) {
      const [row] = await this.sql`
        select exists (select from events where fanned_out_at is null)
            or exists (select from deliveries where status = 'PENDING') as is_due`;
      if (!row!.is_due) return;
      if (Date.now() > deadline) throw new Error("Deliveries were still due.");
      await pause(POLL_MS);
    }
  }

  async close(): Promise<void> {
    this.sink.disconnect();
    await this.sql.end();
  }

  private async commitEvents(round: string, count: number): Promise<number> {
    const now = new Date();
    const rows = Array.from({ length: count }, (_, n) => {
      const id = `evt_${round}${n.toString(16).padStart(16, "0")}`;
      const envelope = { id, type: "user.created", createdAt: now.toISOString(), data: { environment: "sandbox" } };
      const missing = EVENT_BYTES - JSON.stringify({ ...envelope, pad: "" }).length;
      return {
        id,
        partner_id: this.partners[n % WEBHOOKS]!.partnerId,
        environment: "sandbox",
        type: "user.created",
        body: JSON.stringify({ ...envelope, pad: "x".repeat(missing) }),
        created_at: now,
      };
    });
    await this.sql.begin(async (tx) => {
      for (let n = 0; n < rows.length; n += 1_000) await tx`insert into events ${tx(rows.slice(n, n + 1_000))}`;
    });
    return Date.now();
  }

  /** The outbox is looked at after every request that wrote something, and each minute. */
  private wakeOutbox(round: string): Promise<void> {
    return submitAction(this.api, this.partners[WEBHOOKS]!, `waker-${round}`);
  }
}

/** From the answer of each of these submits, one after another, to the arrival of what it tells of, in milliseconds. */
export async function latenciesToFirstAttempt(
  { server, databaseUrl }: Place,
  { partner, submits }: { partner: BenchPartner; submits: number },
): Promise<number[]> {
  const receiver = await startWebhookReceiver();
  await seedWebhooks(databaseUrl, [{ partnerId: partner.partnerId, url: receiver.url }]);
  const api = new ApiClient(server.url);
  const latenciesMs: number[] = [];
  for (let n = 0; n < submits; n += 1) {
    await submitAction(api, partner, `idle-${n}`);
    const answeredAt = performance.now();
    await receiver.waitFor(
      ({ event }) => event.type === "action.completed" && event.data.idempotencyKey === `idle-${n}`,
    );
    latenciesMs.push(performance.now() - answeredAt);
    // Idle again: what else the submit told of is on its way, and the outbox rests.
    await pause(BETWEEN_SUBMITS_MS);
  }
  await receiver.close();
  return latenciesMs;
}

/** Also wakes the outbox, which is looked at after every request that wrote something. */
export async function submitAction(api: ApiClient, partner: BenchPartner, idempotencyKey: string): Promise<void> {
  const stakeholders = [{ stakeholderTypeCode: "CUSTOMER", partnerUserId: "cust-1" }];
  const action = { idempotencyKey, actionType: "PURCHASE", amount: "49.99", currency: "USD", stakeholders };
  const body = { ...action, autoCreateUsers: true };
  const answer = await api.signed(partner, { method: "POST", target: "/v1/partner/actions/submit", body });
  if (answer.status !== 200) throw new Error(`The server answered:\n\n${answer.text}`);
}
